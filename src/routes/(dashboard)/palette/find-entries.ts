import { resolve } from '$app/paths';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { Matches } from '#lib/access/catalog/search.ts';
import { fold, isMeant } from '#lib/access/fold.ts';
import { ITEMS, type Entry, type EntryGroup } from './entries.ts';
import * as words from './words.en.ts';

/** Lines of one group that are shown for a query. */
const SHOWN_PER_GROUP = 7;

/** Groups shown before anything is typed; the rest would be hundreds of lines. */
const SHOWN_AT_FIRST = [words.actions, words.pages, words.applications];

/** What is shown before anything is typed: what was used last, then what can be done here. */
export function firstEntries(
	groups: readonly EntryGroup[],
	recentIds: readonly string[]
): readonly EntryGroup[] {
	const byId = new Map(groups.flatMap(({ entries }) => entries).map((entry) => [entry.id, entry]));
	const recent = recentIds.flatMap((id) => byId.get(id) ?? []);
	const used = new Set(recent);
	const rest = groups
		.filter(({ title }) => SHOWN_AT_FIRST.includes(title))
		.map(({ title, entries }) => ({
			title,
			entries: entries.filter((entry) => !used.has(entry)).slice(0, SHOWN_PER_GROUP)
		}));
	return filled([{ title: words.recent, entries: recent }, ...rest]);
}

/**
 * The entries that a query means, best group first; never an empty list.
 *
 * @param matches what the catalog's own search found; null while it is not loaded
 */
export function findEntries(
	groups: readonly EntryGroup[],
	query: string,
	matches: Matches | null
): readonly EntryGroup[] {
	const wanted = fold(query);
	const found = groups.map(({ title, entries }) =>
		title === ITEMS
			? { title, all: itemsByRank(entries, matches) }
			: {
					title,
					all: byBeginning(
						entries.filter((entry) => means(entry, query)),
						wanted
					)
				}
	);
	const shown = filled(
		found.map(({ title, all }) => ({
			title,
			entries: [
				...all.slice(0, SHOWN_PER_GROUP),
				...(title === ITEMS && all.length > SHOWN_PER_GROUP ? [allItems(query, all.length)] : [])
			]
		}))
	);
	const isNamed = ({ entries }: EntryGroup) => entries.some(begins(wanted));
	const ordered = shown.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
	return ordered.length > 0 ? ordered : [{ title: words.nothingMatches, entries: [WHOLE_CATALOG] }];
}

function allItems(query: string, count: number): Entry {
	return {
		id: 'all-items',
		label: words.allMatchingItems(count),
		hint: words.inTheCatalog,
		words: '',
		href: `${resolve('/(dashboard)/catalog')}?${new URLSearchParams({ q: query })}`
	};
}

const WHOLE_CATALOG: Entry = {
	id: 'whole-catalog',
	label: words.lookThroughCatalog,
	hint: '',
	words: '',
	href: resolve('/(dashboard)/catalog')
};

function means({ label, words: others }: Entry, query: string): boolean {
	return isMeant(fold(`${label} ${others}`), query);
}

function itemsByRank(entries: readonly Entry[], matches: Matches | null): readonly Entry[] {
	if (matches === null) return [];
	const rank = ({ hint }: Entry) => {
		const item = officialCatalog.item(hint);
		return item ? matches.rank(item) : Infinity;
	};
	const found = entries.filter(({ hint }) => matches.has(hint));
	const ranks = new Map(found.map((entry) => [entry, rank(entry)]));
	return found.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

function begins(text: string): (entry: Entry) => boolean {
	return ({ label }) => fold(label).startsWith(text);
}

/** Entries whose name begins with the word come first; otherwise the order stays. */
function byBeginning(entries: readonly Entry[], word: string): readonly Entry[] {
	const isFirst = begins(word);
	return entries.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
}

function filled(groups: readonly EntryGroup[]): readonly EntryGroup[] {
	return groups.filter(({ entries }) => entries.length > 0);
}
