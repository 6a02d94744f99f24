import { z } from 'zod';

/** When what an event tells was said and fetched; null where it does not say. */
export interface EventWay {
	/** When the vehicle said the newest of what changed. */
	readonly saidAt: number | null;
	/** When the platform fetched it. */
	readonly fetchedAt: number | null;
}

const Body = z.object({
	data: z.object({
		signals: z.array(
			z.object({
				code: z.string(),
				meta: z.object({ oemUpdatedAt: z.number(), retrievedAt: z.number() }).optional()
			})
		)
	}),
	triggers: z.array(z.object({ signal: z.object({ code: z.string() }).optional() }))
});

const NOTHING: EventWay = { saidAt: null, fetchedAt: null };

/**
 * Of an event about the state of a vehicle, where its time went before it was written down: that is
 * the car's and the platform's, and not the receiver's.
 *
 * @param body of an event, as text
 */
export function wayOf(body: string): EventWay {
	const parsed = Body.safeParse(parse(body));
	if (!parsed.success) return NOTHING;
	const { data, triggers } = parsed.data;
	const fired = new Set(triggers.flatMap(({ signal }) => signal?.code ?? []));
	const isFirst = fired.size === 0;
	const times = data.signals
		.filter(({ code }) => isFirst || fired.has(code))
		.flatMap(({ meta }) => (meta && meta.oemUpdatedAt > 0 ? [meta] : []));
	const newest = times.toSorted((a, b) => b.oemUpdatedAt - a.oemUpdatedAt)[0];
	return newest ? { saidAt: newest.oemUpdatedAt, fetchedAt: newest.retrievedAt } : NOTHING;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
