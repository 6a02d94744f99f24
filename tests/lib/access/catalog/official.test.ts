import { createCatalog } from '#lib/access/catalog/catalog.ts';
import { itemDetail } from '#lib/access/catalog/details.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { createSearch } from '#lib/access/catalog/search.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { describe, expect, it } from 'vitest';
import { PERMISSIONS_OF_EVERY_ITEM } from './every-item.ts';

const { items, permissions, revision } = officialCatalog;

describe('the official catalog', () => {
	it('holds the items of the table, in its order', () => {
		expect(items.map(({ code }) => code)).toEqual(Object.keys(PERMISSIONS_OF_EVERY_ITEM));
	});

	it.each(Object.entries(PERMISSIONS_OF_EVERY_ITEM))('%s needs %j', (code, expected) => {
		expect(officialCatalog.item(code)?.permissions).toEqual(expected);
	});

	it.each(PERMISSION_NAMES)('reaches %s by picking an item', (name) => {
		expect(officialCatalog.itemsNeeding(name).length).toBeGreaterThan(0);
		expect(officialCatalog.permission(name).name).toBe(name);
	});

	it('finds every item by its path', () => {
		const search = createSearch(items);
		for (const { code, path } of items) expect(search.find(path)?.has(code), path).toBe(true);
	});

	it('asks one permission per item at most', () => {
		expect(items.filter((item) => item.permissions.length > 1)).toEqual([]);
	});

	it.each(['', 'odometer', 'constructor', '__proto__'])('knows no item %j', (code) => {
		expect(officialCatalog.item(code)).toBeNull();
		expect(itemDetail(code)).toBeNull();
	});

	it('has the detail of an item at hand', () => {
		expect(itemDetail('charge-chargetimers')?.rival?.permission).toBe('read_charge_locations');
	});

	it('spells brands of several words with underscores', () => {
		expect(MAKES.filter(({ key }) => key.includes('_')).map(({ name }) => name)).toEqual([
			'Alfa Romeo',
			'Land Rover',
			'Mercedes-Benz'
		]);
	});
});

describe('the revision', () => {
	const revisionWith = (change: Partial<CatalogItem>) =>
		createCatalog(
			items.map((item) => (item.code === 'location-isathome' ? { ...item, ...change } : item)),
			permissions
		).revision;

	it('stays when the words of an item change', () => {
		expect(revisionWith({ description: 'Other words.', name: 'Other name' })).toBe(revision);
	});

	it('changes when a permission of an item changes', () => {
		expect(revisionWith({ permissions: ['read_extended_vehicle_info'] })).not.toBe(revision);
	});

	it('changes when an item goes', () => {
		expect(createCatalog(items.slice(1), permissions).revision).not.toBe(revision);
	});

	it('is eight hexadecimal digits', () => {
		expect(revision).toMatch(/^[0-9a-f]{8}$/);
	});
});

describe('createCatalog', () => {
	it('refuses two items with one code', () => {
		const [first] = items;
		expect(() => createCatalog(first ? [first, first] : [], permissions)).toThrow(
			new TypeError('Two catalog items share the code charge-amperage')
		);
	});
});
