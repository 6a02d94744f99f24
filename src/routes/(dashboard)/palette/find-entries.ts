import { resolve } from '$app/paths';
import { ITEMS, type Entry, type EntryGroup } from './entries.ts';

/** Lines of one group that are shown for a query. */
const SHOWN_PER_GROUP = 7;

/** Groups shown before anything is typed; the rest would be hundreds of lines. */
const SHOWN_AT_FIRST = ['Actions', 'Pages', 'Applications'];

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
	return filled([{ title: 'Recent', entries: recent }, ...rest]);
}

/**
 * The entries that a query means, best group first; never an empty list.
 *
 * @param codes of the catalog's items that the catalog's own search found
 */
export function findEntries(
	groups: readonly EntryGroup[],
	query: string,
	codes: { has(code: string): boolean }
): readonly EntryGroup[] {
	const words = query.toLowerCase().split(/\s+/).filter(Boolean);
	const found = groups.map(({ title, entries }) => {
		const matching =
			title === ITEMS
				? entries.filter(({ hint }) => codes.has(hint))
				: entries.filter((entry) => matchesAll(entry, words));
		return { title, all: byBeginning(matching, words[0] ?? '') };
	});
	const shown = filled(
		found.map(({ title, all }) => ({
			title,
			entries: [
				...all.slice(0, SHOWN_PER_GROUP),
				...(title === ITEMS && all.length > SHOWN_PER_GROUP ? [allItems(query, all.length)] : [])
			]
		}))
	);
	const wanted = query.trim().toLowerCase();
	const isNamed = ({ entries }: EntryGroup) => entries.some(begins(wanted));
	const ordered = shown.toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
	return ordered.length > 0 ? ordered : [{ title: 'Nothing matches', entries: [WHOLE_CATALOG] }];
}

function allItems(query: string, count: number): Entry {
	return {
		id: 'all-items',
		label: `All ${count} matching items`,
		hint: 'in the catalog',
		words: '',
		href: `${resolve('/(dashboard)/catalog')}?${new URLSearchParams({ q: query })}`
	};
}

const WHOLE_CATALOG: Entry = {
	id: 'whole-catalog',
	label: 'Look through the whole catalog',
	hint: '',
	words: '',
	href: resolve('/(dashboard)/catalog')
};

function matchesAll({ label, words }: Entry, wanted: readonly string[]): boolean {
	const text = `${label} ${words}`.toLowerCase();
	return wanted.every((word) => text.includes(word));
}

function begins(text: string): (entry: Entry) => boolean {
	return ({ label }) => label.toLowerCase().startsWith(text);
}

/** Entries whose name begins with the word come first; otherwise the order stays. */
function byBeginning(entries: readonly Entry[], word: string): readonly Entry[] {
	const isFirst = begins(word);
	return entries.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
}

function filled(groups: readonly EntryGroup[]): readonly EntryGroup[] {
	return groups.filter(({ entries }) => entries.length > 0);
}
