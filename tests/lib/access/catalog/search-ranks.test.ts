import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { createSearch } from '#lib/access/catalog/search.ts';
import { describe, expect, it } from 'vitest';
import { smallCatalog } from '../small-catalog.ts';

/** Searches some items that are called by other words than their codes. */
function searchIn(facts: Readonly<Record<string, Partial<CatalogItem>>>) {
	const codes = Object.fromEntries(Object.keys(facts).map((code) => [code, []]));
	const items = smallCatalog(codes).items.map((item) => ({
		...item,
		path: 'GET /',
		...facts[item.code]
	}));
	return (query: string) =>
		createSearch(items)
			.find(query)
			?.among(items)
			.map(({ code }) => code);
}

describe('a search', () => {
	it('has the better match first', () => {
		const find = searchIn({
			g: { name: 'Recharged', group: 'Prelock' },
			f: { name: 'Charge', group: 'Prelock' },
			e: { name: 'Cable', group: 'Charge lock' },
			d: { name: 'Charge', group: 'Lock' },
			c: { name: 'Lock of charge', group: 'Other' },
			b: { name: 'Charge lock state', group: 'Other' },
			a: { name: 'Charge lock', group: 'Other' }
		});
		expect(find('charge lock')).toEqual(['a', 'b', 'c', 'e', 'd', 'g', 'f']);
	});

	it('joins words only where none is found as it is written', () => {
		const find = searchIn({ a: { name: 'Cargo' }, b: { name: 'Car go' } });
		expect(find('cargo')).toEqual(['a']);
		expect(searchIn({ b: { name: 'Car go' } })('cargo')).toEqual(['b']);
	});

	it('finds by the unit', () => {
		expect(searchIn({ a: { unit: 'furlong' }, b: {} })('furlong')).toEqual(['a']);
	});

	it.each([
		[3, 0],
		[4, 1],
		[40, 1],
		[41, 0]
	])('of a word of %i letters with a slip finds %i', (length, count) => {
		const word = 'abcdefghij'.repeat(5).slice(0, length);
		const slip = word.slice(0, -3) + word.slice(-2, -1) + word.slice(-3, -2) + word.slice(-1);
		const find = searchIn({ a: { name: word } });
		expect(find(word)).toHaveLength(1);
		expect(find(slip)).toHaveLength(count);
	});
});
