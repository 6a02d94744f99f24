import uFuzzy from '@leeoniya/ufuzzy';
import { beginsWord, findFolded, fold } from '../fold.ts';
import { asChecked } from './checked-data.ts';
import synonyms from './data/synonyms.json' with { type: 'json' };
import { MAKES } from './makes.ts';
import { readQuery } from './search-query.ts';
import type { CatalogItem, Synonyms } from './schema.ts';

const SYNONYMS = asChecked<Synonyms>(synonyms);

/** A part of a text, as positions in it. */
interface Part {
	readonly start: number;
	readonly end: number;
}

/** The items that match a search. */
export interface Matches {
	readonly size: number;
	has(code: string): boolean;
	/** Those of some items that match, the best first; equally good ones keep their order. */
	among(items: readonly CatalogItem[]): readonly CatalogItem[];
	/** The part of a text that the query stands in; null where it does not. */
	mark(text: string): Part | null;
	/** How well an item that matches is meant; less is better, and API v3 is before v2. */
	rank(item: CatalogItem): number;
}

/** Searches the items it was made for. */
export interface CatalogSearch {
	/**
	 * Finds the items that match a query by name, code, permission, unit, path or synonym.
	 * Every word must match somewhere; one slip per word is forgiven where nothing matches exactly.
	 * Case, accents and the signs between words do not count.
	 *
	 * @returns null for a query that is empty or white space: everything matches.
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
	let withoutSpaces: string[] | undefined;
	/** Read only for a word that stands nowhere as it is written. */
	const glued = () => (withoutSpaces ??= texts.map(glue));
	const positionOf = new Map(items.map(({ code }, position) => [code, position]));
	return {
		find(query) {
			if (query.trim() === '') return null;
			const words = readQuery(query);
			let positions: number[] | undefined;
			for (const word of words) {
				positions = matchWord(word, texts, glued, positions);
				if (positions.length === 0) break;
			}
			return matchesAt(positions ?? [], positionOf, words);
		}
	};
}

/** A mark per item: at a hundred thousand items a set of codes would take longer than the search. */
function matchesAt(
	positions: readonly number[],
	positionOf: ReadonlyMap<string, number>,
	words: readonly string[]
): Matches {
	const marks = new Uint8Array(positionOf.size);
	for (const position of positions) marks[position] = 1;
	const has = (code: string) => marks[positionOf.get(code) ?? -1] === 1;
	const rank = (item: CatalogItem) =>
		rankOf(item, words) + (item.apiVersion === 'v2' ? BEHIND_V3 : 0);
	return {
		size: positions.length,
		has,
		rank,
		among: (items) =>
			items
				.flatMap((item) => (has(item.code) ? [{ item, rank: rank(item) }] : []))
				.sort((a, b) => a.rank - b.rank)
				.map(({ item }) => item),
		mark(text) {
			for (const word of words) {
				const part = findFolded(text, word);
				if (part) return part;
			}
			return null;
		}
	};
}

/** What the rank of an item of API v2 has on top; more than any rank. */
export const BEHIND_V3 = 10;

function rankOf(item: CatalogItem, words: readonly string[]): number {
	const wanted = words.join(' ');
	const name = fold(item.name);
	const initials = name.replace(/(\S)\S*\s*/g, '$1');
	if ([name, initials, fold(item.code)].includes(wanted)) return 0;
	const synonyms = SYNONYMS[item.code] ?? [];
	const others = synonyms.map(fold);
	// A path is shared by all that stands behind it.
	if (synonyms.some((text, at) => !text.startsWith('/') && others[at] === wanted)) return 1;
	if (name.startsWith(wanted)) return 2;
	if (words.every((word) => beginsWord(name, word))) return 3;
	const all = [name, fold(item.group), ...item.permissions.map(fold), ...others].join(' ');
	return words.every((word) => beginsWord(all, word)) ? 4 : 5;
}

function matchWord(
	word: string,
	texts: string[],
	glued: () => string[],
	among: number[] | undefined
): number[] {
	const exact = matchExactly(word, texts, among);
	if (exact.length > 0 || word.length < SHORTEST_TOLERATED) return exact;
	const joined = matchExactly(glue(word), glued(), among);
	if (joined.length > 0) return joined;
	if (word.length > LONGEST_TOLERATED) return exact;
	return tolerant.filter(texts, word, among) ?? [];
}

function glue(text: string): string {
	return text.replaceAll(' ', '');
}

function matchExactly(
	word: string,
	texts: readonly string[],
	among: Iterable<number> = texts.keys()
): number[] {
	const exact: number[] = [];
	for (const position of among) if (texts[position]?.includes(word)) exact.push(position);
	return exact;
}

/** The attribute that tells the brand is found by any brand. */
const MAKE_CODE = 'make';

function searchText(item: CatalogItem): string {
	return fold(
		[
			item.name,
			item.code,
			...item.permissions,
			item.unit ?? '',
			item.path,
			item.group,
			...(SYNONYMS[item.code] ?? []),
			...(item.makes ?? []),
			...(item.code === MAKE_CODE ? MAKES.map(({ name }) => name) : [])
		].join(' ')
	);
}
