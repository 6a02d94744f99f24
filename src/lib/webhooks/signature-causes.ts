import { JSON_STYLES, writeJson, type JsonStyle } from './json-styles.ts';

/** What somebody hashed, or how, when their signature differs from the one that was sent. */
export type SignatureCause =
	| { readonly code: 'reserialised'; readonly style: JsonStyle }
	| { readonly code: 'former-key' }
	| { readonly code: 'newline-cut' }
	| { readonly code: 'newline-added' }
	| { readonly code: 'key-with-newline' }
	| { readonly code: 'other-attempt' }
	| { readonly code: 'whole-body' }
	| { readonly code: 'no-key' }
	| { readonly code: 'empty-body' }
	| { readonly code: 'object-text' }
	| { readonly code: 'part-of-body' }
	| { readonly code: 'challenge' }
	| { readonly code: 'wrong-charset' };

/** How a signature comes out that way; a null key for a plain SHA-256. */
export interface Recipe {
	readonly cause: SignatureCause;
	readonly text: string;
	readonly key: string | null;
}

interface Signed {
	/** As it was sent, or the challenge that is to be answered. */
	readonly body: string;
	/** Of a challenge, the body that it came in. */
	readonly whole?: string;
	readonly key: string;
	/** The key before the one that counts; null where none is known. */
	readonly formerKey: string | null;
	/** What other attempts of the same event sent: their bodies differ in when they were sent. */
	readonly otherAttempts: readonly string[];
}

/** Every likely mistake that gives another signature than the right one, the likeliest first. */
export function recipesOf({
	body,
	whole,
	key,
	formerKey,
	otherAttempts
}: Signed): readonly Recipe[] {
	const parsed = parse(body);
	const data = fieldOf(parsed, 'data');
	const challenge = fieldOf(data, 'challenge');
	const of = (cause: SignatureCause, text: string, by: string | null = key): Recipe => ({
		cause,
		text,
		key: by
	});
	const all = [
		of({ code: 'newline-cut' }, body.trim()),
		...(parsed === undefined
			? []
			: JSON_STYLES.map((style) => of({ code: 'reserialised', style }, writeJson(parsed, style)))),
		...(formerKey === null ? [] : [of({ code: 'former-key' }, body, formerKey)]),
		...(whole === undefined ? [] : [of({ code: 'whole-body' }, whole)]),
		...otherAttempts.map((text) => of({ code: 'other-attempt' }, text)),
		of({ code: 'newline-added' }, `${body}\n`),
		of({ code: 'newline-added' }, `${body}\r\n`),
		of({ code: 'key-with-newline' }, body, `${key}\n`),
		of({ code: 'empty-body' }, ''),
		of({ code: 'empty-body' }, '{}'),
		of({ code: 'object-text' }, '[object Object]'),
		...(data === undefined ? [] : [of({ code: 'part-of-body' }, JSON.stringify(data))]),
		...(typeof challenge === 'string' ? [of({ code: 'challenge' }, challenge)] : []),
		of({ code: 'wrong-charset' }, readAsLatin1(body)),
		of({ code: 'no-key' }, body, null),
		of({ code: 'no-key' }, key + body, null)
	];
	const differ = all.filter(({ text, key: by }) => text !== body || by !== key);
	const seen = new Map(
		differ.toReversed().map((recipe) => [`${recipe.key}\n${recipe.text}`, recipe])
	);
	return differ.filter((recipe) => seen.get(`${recipe.key}\n${recipe.text}`) === recipe);
}

function parse(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

function fieldOf(value: unknown, name: string): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	return new Map<string, unknown>(Object.entries(value)).get(name);
}

/** What becomes of UTF-8 where a program takes each of its bytes for a letter. */
function readAsLatin1(text: string): string {
	return Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
}
