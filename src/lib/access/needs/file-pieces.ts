import type { Catalog } from '../catalog/catalog.ts';
import { nearest } from '../nearest.ts';
import type { Piece } from './piece.ts';

/** More entries than any catalog has items. */
const MOST_ENTRIES = 400;

/**
 * The items of a configuration file, or of the list in one, with what is Required; null for any other
 * text. Its form is not judged here: Import does that.
 */
export function filePieces(text: string, catalog: Catalog): readonly Piece[] | null {
	const entries = entriesOf(text);
	if (entries === null) return null;
	const codes = catalog.items.map(({ code }) => code);
	return entries.slice(0, MOST_ENTRIES).map(({ code, required }, at) => {
		const item = catalog.item(code);
		return {
			start: at,
			end: at,
			from: code,
			asked: item
				? { kind: 'items', codes: [item.code], required }
				: { kind: 'unknown', nearest: nearest(code, codes) }
		};
	});
}

function entriesOf(text: string) {
	if (!/^\s*[[{]/.test(text)) return null;
	const parsed = parse(text);
	const items = hasItems(parsed) ? parsed.items : parsed;
	if (!Array.isArray(items) || items.length === 0 || !items.every(isEntry)) return null;
	return items.map(({ code, required }) => ({
		code: code.slice(0, 80),
		required: required === true
	}));
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

function hasItems(value: unknown): value is { readonly items: unknown } {
	return typeof value === 'object' && value !== null && 'items' in value;
}

function isEntry(value: unknown): value is { readonly code: string; readonly required?: unknown } {
	return (
		typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
	);
}
