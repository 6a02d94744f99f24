import type { Catalog } from '../catalog/catalog.ts';
import { asChecked } from '../catalog/checked-data.ts';
import synonyms from '../catalog/data/synonyms.json' with { type: 'json' };
import type { CatalogItem, Synonyms } from '../catalog/schema.ts';
import { MEANINGS } from './meanings.ts';
import { withoutFillers, withoutVague, wordsOf } from './need-words.ts';

const SYNONYMS = asChecked<Synonyms>(synonyms);

/** More items than this may be meant by too many things to choose from. */
const MOST_CHOICES = 5;

/** What an item is called. */
interface Called {
	readonly item: CatalogItem;
	/** In how far the words are its own: by meaning, by name, or by what it is searched for. */
	readonly strength: number;
}

/** What a phrase means. */
type Meaning =
	| { readonly kind: 'one'; readonly item: CatalogItem }
	/** Several items are called so, or have all its words. */
	| { readonly kind: 'several'; readonly items: readonly CatalogItem[] }
	| { readonly kind: 'none' };

export interface Vocabulary {
	/** The words of a phrase as {@link wordsOf} gives them. */
	meaningOf(words: readonly string[]): Meaning;
}

const NONE: Meaning = { kind: 'none' };

const vocabularies = new WeakMap<Catalog, Vocabulary>();

/** What phrases mean in a catalog; made when it is first asked for. */
export function vocabularyOf(catalog: Catalog): Vocabulary {
	const known = vocabularies.get(catalog) ?? createVocabulary(catalog);
	vocabularies.set(catalog, known);
	return known;
}

function createVocabulary(catalog: Catalog): Vocabulary {
	const called = new Map<string, Called[]>();
	const call = (words: readonly string[], item: CatalogItem, strength: number) => {
		const key = words.join(' ');
		const others = called.get(key);
		if (others) others.push({ item, strength });
		else if (key !== '') called.set(key, [{ item, strength }]);
	};
	const wordsByItem = catalog.items.map((item) => {
		const meant = MEANINGS[item.code] ?? [];
		// A unit or a path says what an item has, not what it is called.
		const others = (SYNONYMS[item.code] ?? []).filter((term) =>
			/^[\p{L}\d]{2}[\p{L}\d -]*$/u.test(term)
		);
		for (const term of meant) {
			call(wordsOf(term), item, 3);
			call(withoutFillers(wordsOf(term)), item, 2.5);
		}
		call(wordsOf(item.name), item, 2);
		for (const term of others) call(wordsOf(term), item, 1);
		const own = new Set(wordsOf([item.name, ...meant, ...others].join(' ')));
		return { item, own, all: new Set([...own, ...wordsOf(item.group)]) };
	});

	const byTerm = (words: readonly string[]): Meaning => {
		const found = called.get(words.join(' ')) ?? [];
		const strongest = Math.max(0, ...found.map(({ strength }) => strength));
		const items = found.filter(({ strength }) => strength === strongest).map(({ item }) => item);
		return strongest > 1 || words.length > 1 ? choose(items) : unsure(choose(items));
	};

	const byWords = (words: readonly string[]): Meaning => {
		if (words.length === 0) return NONE;
		const having = wordsByItem.filter(
			({ own, all }) => words.every((word) => all.has(word)) && words.some((word) => own.has(word))
		);
		const naming = having.filter(({ own }) => words.every((word) => own.has(word)));
		const chosen = choose((naming.length > 0 ? naming : having).map(({ item }) => item));
		return words.length > 1 ? chosen : unsure(chosen);
	};

	return {
		meaningOf(words) {
			const telling = withoutFillers(words);
			const plain = withoutVague(telling);
			const readings = [
				() => byTerm(words),
				() => byTerm(telling),
				() => byTerm(plain),
				() => byWords(telling),
				() => byWords(plain)
			];
			for (const read of readings) {
				const meaning = read();
				if (meaning.kind !== 'none') return meaning;
			}
			return NONE;
		}
	};
}

/** One word that an item has among others, or is searched for by, is too little to tick it. */
function unsure(meaning: Meaning): Meaning {
	return meaning.kind === 'one' ? { kind: 'several', items: [meaning.item] } : meaning;
}

/** The one that is meant: an item of API v3 before one of v2, a value before a fault. */
function choose(items: readonly CatalogItem[]): Meaning {
	const current = items.filter(({ apiVersion }) => apiVersion === 'v3');
	const usable = current.length > 0 ? current : items;
	const values = usable.filter(({ group }) => group !== 'Diagnostics');
	const [first, ...others] = new Set(values.length > 0 ? values : usable);
	if (!first || others.length >= MOST_CHOICES) return NONE;
	return others.length === 0
		? { kind: 'one', item: first }
		: { kind: 'several', items: [first, ...others] };
}
