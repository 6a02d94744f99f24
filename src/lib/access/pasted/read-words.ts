import type { Catalog } from '../catalog/catalog.ts';
import { codePieces, pathPieces } from '../needs/code-pieces.ts';
import { phrasePieces } from '../needs/phrase-pieces.ts';
import { withGaps, type Piece } from '../needs/piece.ts';
import { vocabularyOf } from '../needs/vocabulary.ts';
import type { NamedItem } from './reading.ts';

export interface ReadWords {
	/** What the phrases mean, each item once. */
	readonly items: readonly NamedItem[];
	/** Phrases that ask for no item, or do not say for which. */
	readonly others: readonly Piece[];
}

/**
 * Reads a list of signals and commands in words, such as “battery level, where it is parked”; codes
 * and paths of the API may stand among them.
 */
export function readWords(text: string, catalog: Catalog): ReadWords {
	const codes = codePieces(text, catalog);
	const paths = pathPieces(withGaps(text, codes), catalog);
	const exact = [...codes, ...paths];
	const { pieces } = phrasePieces(withGaps(text, exact), vocabularyOf(catalog));
	const all = [...exact, ...pieces].sort((a, b) => a.start - b.start);
	return {
		items: namedItems(all),
		others: all.filter(({ asked }) => asked.kind !== 'items')
	};
}

/** The items whose codes stand in code, each once, such as `["odometer-traveleddistance"]`. */
export function readCodes(text: string, catalog: Catalog): readonly NamedItem[] {
	return namedItems(codePieces(text, catalog));
}

function namedItems(pieces: readonly Piece[]): readonly NamedItem[] {
	const items = new Map<string, NamedItem>();
	for (const { from, asked } of pieces) {
		if (asked.kind !== 'items') continue;
		for (const code of asked.codes) {
			if (!items.has(code)) items.set(code, { words: from, code });
		}
	}
	return [...items.values()];
}
