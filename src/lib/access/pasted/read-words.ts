import type { Catalog } from '../catalog/catalog.ts';
import { BEHIND_V3, createSearch, type CatalogSearch } from '../catalog/search.ts';
import type { CatalogItem } from '../catalog/schema.ts';
import { fold } from '../fold.ts';
import type { NamedItem } from './reading.ts';
import { trimSigns } from './trim.ts';

/** More phrases than this are no list of signals. */
const MAX_PHRASES = 60;
const MAX_WORDS = 8;
const MAX_LENGTH = 80;

/** What stands between two things that are asked for. */
const BETWEEN = /[\n,;•·|]+|\s(?:and|plus|&|or|then)\s|[.!?:](?=\s|$)/i;

/** Signs of lists and of quotations around a phrase. */
const IN_FRONT = /[\s*\-–—•\d.)("'`]/;
const BEHIND = /[\s"'`()]/;

/** Words that say nothing about which signal is meant. */
const EMPTY = new Set(
	(
		'a an the my our your their his her its it this that of in on at for from to with by as if whether ' +
		'is are was be been has have had do does can could should would will may ' +
		'i we you they he she who what when where how much many long far often ' +
		'need needs want wants like get gets read reads show see know ask access permission please only also just ' +
		'car cars vehicle vehicles auto s current currently live latest reading value values data signal signals'
	).split(' ')
);

/** Words that are part of too many things to mean one of them. */
const WIDE = new Set(
	(
		'all any every everything control controls command commands attribute attributes ' +
		'endpoint endpoints % °'
	).split(' ')
);

/** Words that may be missing from what the catalog calls it. */
const VAGUE = new Set(
	'status state level info information percentage number amount details now'.split(' ')
);

/** Less sure than this, a match is no more than a likeness. */
const LAST_SURE_RANK = 4;

/** The group tells of faults; a value is meant more often. */
const FAULTS = 'Diagnostics';
const BEHIND_VALUES = 1.5;

export interface ReadWords {
	/** What the phrases mean, each item once. */
	readonly items: readonly NamedItem[];
	/** Phrases that no item is called by. */
	readonly unknown: readonly string[];
}

const searches = new WeakMap<Catalog, CatalogSearch>();

/** Reads a list of signals and commands in words, such as “battery level, where it is parked”. */
export function readWords(text: string, catalog: Catalog): ReadWords {
	const phrases = text
		.split(BETWEEN)
		.map((phrase) => trimSigns(phrase, IN_FRONT, BEHIND))
		.filter((phrase) => phrase !== '');
	const items = new Map<string, NamedItem>();
	const unknown: string[] = [];
	for (const phrase of phrases.slice(0, MAX_PHRASES)) {
		const item = phrase.length <= MAX_LENGTH ? meantItem(phrase, catalog) : null;
		if (item && !items.has(item.code)) items.set(item.code, { words: phrase, code: item.code });
		if (!item) unknown.push(phrase.slice(0, MAX_LENGTH));
	}
	return { items: [...items.values()], unknown };
}

/** The items whose codes stand in code, each once, such as `["odometer-traveleddistance"]`. */
export function readCodes(text: string, catalog: Catalog): readonly NamedItem[] {
	const items = new Map<string, NamedItem>();
	for (const [word] of text.matchAll(
		/(?<![\w-])[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){1,6}(?![\w-])/g
	)) {
		const item = catalog.item(word);
		if (item && !items.has(item.code)) items.set(item.code, { words: word, code: item.code });
	}
	return [...items.values()];
}

function meantItem(phrase: string, catalog: Catalog): CatalogItem | null {
	const all = phrase.split(/\s+/).filter((word) => !EMPTY.has(fold(word)) && fold(word) !== '');
	if (all.length > MAX_WORDS || all.every((word) => WIDE.has(fold(word)))) return null;
	const telling = all.filter((word) => !VAGUE.has(fold(word)));
	return best(all.join(' '), catalog) ?? best(telling.join(' '), catalog);
}

function best(query: string, catalog: Catalog): CatalogItem | null {
	const search = searches.get(catalog) ?? createSearch(catalog.items);
	searches.set(catalog, search);
	const matches = search.find(query);
	if (!matches) return null;
	const rank = (item: CatalogItem) =>
		matches.rank(item) + (item.group === FAULTS ? BEHIND_VALUES : 0);
	const [first] = matches.among(catalog.items).toSorted((a, b) => rank(a) - rank(b));
	if (!first) return null;
	const likeness = matches.rank(first) - (first.apiVersion === 'v2' ? BEHIND_V3 : 0);
	return likeness <= LAST_SURE_RANK ? first : null;
}
