import { z } from 'zod';

/** What an event tells, in short: what its row in the log says. */
export type Told =
	| { readonly kind: 'challenge' }
	| { readonly kind: 'first-delivery' }
	/** Signals that changed, by their codes. */
	| { readonly kind: 'signals'; readonly codes: readonly string[] }
	| { readonly kind: 'errors'; readonly errors: readonly ToldState[] }
	/** A body that nobody here wrote. */
	| { readonly kind: 'other' };

interface ToldState {
	readonly state: string;
	/** `TYPE:CODE`, or the type alone. */
	readonly name: string;
}

const Body = z.object({
	data: z
		.object({
			challenge: z.string().optional(),
			errors: z
				.array(z.object({ type: z.string(), code: z.string().nullable(), state: z.string() }))
				.optional()
		})
		.optional(),
	triggers: z
		.array(z.object({ type: z.string(), signal: z.object({ code: z.string() }).optional() }))
		.optional()
});

/** @param body of an event or of one of its attempts, as text */
export function readTold(body: string): Told {
	const parsed = Body.safeParse(parse(body));
	if (!parsed.success) return { kind: 'other' };
	const { data, triggers } = parsed.data;
	if (data?.challenge !== undefined) return { kind: 'challenge' };
	if (data?.errors) {
		const errors = data.errors.map(({ type, code, state }) => ({
			state,
			name: code === null ? type : `${type}:${code}`
		}));
		return { kind: 'errors', errors };
	}
	if (triggers?.some(({ type }) => type === 'FIRST_DELIVERY')) return { kind: 'first-delivery' };
	return triggers
		? { kind: 'signals', codes: triggers.flatMap(({ signal }) => signal?.code ?? []) }
		: { kind: 'other' };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
