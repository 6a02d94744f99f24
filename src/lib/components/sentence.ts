/** A piece of a sentence: as it is, set apart, or a place that whoever says it fills. */
export type Piece =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'code' | 'strong'; readonly pieces: readonly Piece[] }
	| { readonly kind: 'place'; readonly name: string };

/** Names of the places in a text: `'a' | 'b'` for `'{a} or {b}'`. */
export type PlacesOf<Text extends string> = string extends Text
	? string
	: Text extends `${string}{${infer Name}}${infer Rest}`
		? Name | PlacesOf<Rest>
		: never;

const MARKS = /`([^`]+)`|\*\*([^*]+)\*\*|\{(\w+)\}/;

/**
 * Takes a text of a catalog apart: `` `code` ``, `**strong**` and `{place}`. A place may stand
 * within either. What stands in a place is never taken apart, so it may hold anything.
 */
export function piecesOf(text: string): readonly Piece[] {
	const found = MARKS.exec(text);
	if (!found) return text === '' ? [] : [{ kind: 'text', text }];
	const [marked, code, strong, name] = found;
	const before = text.slice(0, found.index);
	return [
		...(before === '' ? [] : [{ kind: 'text', text: before } as const]),
		pieceOf(code, strong, name),
		...piecesOf(text.slice(found.index + marked.length))
	];
}

function pieceOf(code: string | undefined, strong: string | undefined, name = ''): Piece {
	if (code !== undefined) return { kind: 'code', pieces: piecesOf(code) };
	if (strong !== undefined) return { kind: 'strong', pieces: piecesOf(strong) };
	return { kind: 'place', name };
}
