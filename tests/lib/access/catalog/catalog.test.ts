import { createCatalog } from '#lib/access/catalog/catalog.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { describe, expect, it } from 'vitest';
import { smallCatalog } from '../small-catalog.ts';

const NEEDS = {
	trip: ['read_location', 'read_odometer'],
	distance: ['read_odometer'],
	battery: ['read_battery'],
	id: []
} as const;
const catalog = smallCatalog(NEEDS);

describe('a catalog', () => {
	it('keeps its items in the order given', () => {
		expect(catalog.items.map(({ code }) => code)).toEqual(['trip', 'distance', 'battery', 'id']);
	});

	it('finds each item by its code, and no other', () => {
		for (const { code } of catalog.items) expect(catalog.item(code)?.code).toBe(code);
		expect(catalog.item('speed')).toBeNull();
	});

	it('counts positions in ascending order of code, whatever the guess', () => {
		const ascending = ['battery', 'distance', 'id', 'trip'];
		for (const [position, code] of ascending.entries()) {
			for (const guess of [undefined, -1, 0, 1, 2, 3, 4]) {
				expect(catalog.positionOf(code, guess)).toBe(position);
			}
		}
		expect(catalog.positionOf('speed')).toBe(-1);
	});

	it('gives the ranks of all that an item needs, none outside its items', () => {
		const ranks = (code: string) => catalog.ranksAt(catalog.positionOf(code));
		expect(ranks('trip')).toHaveLength(2);
		expect(ranks('trip')).toContain(ranks('distance')[0]);
		expect(ranks('id')).toEqual([]);
		expect(catalog.ranksAt(-1)).toEqual([]);
	});

	it('lists the items that need a permission, in its order', () => {
		const codes = catalog.itemsNeeding('read_odometer').map(({ code }) => code);
		expect(codes).toEqual(['trip', 'distance']);
		expect(catalog.itemsNeeding('control_pin')).toEqual([]);
	});

	it('tells which permission it does not describe', () => {
		expect(() => createCatalog([], []).permission('read_vin')).toThrow(
			new TypeError('The catalog does not describe read_vin')
		);
	});

	it('has room for no item at all', () => {
		expect(createCatalog([], []).positionOf('id')).toBe(-1);
	});
});

describe('the revision of a catalog', () => {
	const changed = (change: Partial<CatalogItem>) =>
		createCatalog(
			catalog.items.map((item) => (item.code === 'distance' ? { ...item, ...change } : item)),
			catalog.permissions
		).revision;

	it('stays when the words of an item change', () => {
		expect(changed({ group: 'Other words', name: 'Other name' })).toBe(catalog.revision);
	});

	it('changes with what an item needs, its code, and the items there are', () => {
		expect(changed({ permissions: ['read_location'] })).not.toBe(catalog.revision);
		expect(changed({ permissions: [] })).not.toBe(catalog.revision);
		expect(changed({ code: 'distances' })).not.toBe(catalog.revision);
		expect(createCatalog(catalog.items.slice(1), []).revision).not.toBe(catalog.revision);
	});

	it('is FNV-1a over codes and permissions, eight hexadecimal digits', () => {
		expect(createCatalog([], []).revision).toBe('811c9dc5');
		expect(smallCatalog({ a9: [] }).revision).toBe('0976fbd5');
		expect(smallCatalog({ id: [] }).revision).toBe('e883587e');
	});
});
