import uFuzzy from '@leeoniya/ufuzzy';
import { asChecked } from './checked-data.ts';
import synonyms from './data/synonyms.json' with { type: 'json' };
import type { CatalogItem, Synonyms } from './schema.ts';

const SYNONYMS = asChecked<Synonyms>(synonyms);

/** The items that match a search. */
export interface Matches {
	readonly size: number;
	has(code: string): boolean;
}

/** Searches the items it was made for. */
export interface CatalogSearch {
	/**
	 * Finds the items that match a query by name, code, permission, unit, path or synonym.
	 * Every word must match somewhere; one slip per word is forgiven where nothing matches exactly.
	 *
	 * @returns null for a query without content: everything matches.
	 */
	find(query: string): Matches | null;
}

/** One slip of the typing hand inside each word: a letter more, less, other or swapped. */
const tolerant = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });

/** A shorter word has too few letters to guess at; a longer one is no word, and costly to try. */
const SHORTEST_TOLERATED = 4;
const LONGEST_TOLERATED = 40;

/** Large with its library and words: load this module on demand in the browser. */
export function createSearch(items: readonly CatalogItem[]): CatalogSearch {
	const texts = items.map(searchText);
	const positionOf = new Map(items.map(({ code }, position) => [code, position]));
	return {
		find(query) {
			const words = query.toLowerCase().split(/\s+/).filter(Boolean);
			if (words.length === 0) return null;
			let positions: number[] | undefined;
			for (const word of words) {
				positions = matchWord(word, texts, positions);
				if (positions.length === 0) break;
			}
			return matchesAt(positions ?? [], positionOf);
		}
	};
}

/** A mark per item: at a hundred thousand items a set of codes would take longer than the search. */
function matchesAt(positions: readonly number[], positionOf: ReadonlyMap<string, number>): Matches {
	const marks = new Uint8Array(positionOf.size);
	for (const position of positions) marks[position] = 1;
	return {
		size: positions.length,
		has: (code) => marks[positionOf.get(code) ?? -1] === 1
	};
}

function matchWord(word: string, texts: string[], among: number[] | undefined): number[] {
	const exact: number[] = [];
	if (among) {
		for (const position of among) if (texts[position]?.includes(word)) exact.push(position);
	} else {
		for (let position = 0; position < texts.length; position++) {
			if (texts[position]?.includes(word)) exact.push(position);
		}
	}
	if (exact.length > 0) return exact;
	if (word.length < SHORTEST_TOLERATED || word.length > LONGEST_TOLERATED) return exact;
	return tolerant.filter(texts, word, among) ?? [];
}

function searchText(item: CatalogItem): string {
	return [
		item.name,
		item.code,
		...item.permissions,
		item.unit ?? '',
		item.path,
		item.group,
		...(SYNONYMS[item.code] ?? []),
		...(item.makes ?? [])
	]
		.join(' ')
		.toLowerCase();
}
