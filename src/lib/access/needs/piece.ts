import type { PermissionName } from '../permission.ts';

/** What a piece of a text asks for. */
export type Asked =
	/** Items, all of them at once. */
	| { readonly kind: 'items'; readonly codes: readonly string[]; readonly required: boolean }
	| { readonly kind: 'permission'; readonly name: PermissionName; readonly required: boolean }
	/** One of several items, and it does not say which. */
	| { readonly kind: 'several'; readonly codes: readonly string[] }
	/** Something that there is not; with what it was probably meant for. */
	| { readonly kind: 'unknown'; readonly nearest: string | null }
	/** What is not needed. */
	| { readonly kind: 'against' };

/** A piece of a text that asks for something. */
export interface Piece {
	readonly start: number;
	readonly end: number;
	/** As it stands in the text. */
	readonly from: string;
	readonly asked: Asked;
}

/** A sign that stands in no text that was cleaned. */
export const GAP = '\0';

/** A text in which each piece is a gap; positions and lines stay. */
export function withGaps(text: string, pieces: readonly Pick<Piece, 'start' | 'end'>[]): string {
	let rest = '';
	let from = 0;
	for (const { start, end } of [...pieces].sort((a, b) => a.start - b.start)) {
		if (start < from) continue;
		rest += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, GAP);
		from = end;
	}
	return rest + text.slice(from);
}
