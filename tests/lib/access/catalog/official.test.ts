import { createCatalog } from '#lib/access/catalog/catalog.ts';
import { itemDetail } from '#lib/access/catalog/details.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { createSearch } from '#lib/access/catalog/search.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { describe, expect, it } from 'vitest';

const { items } = officialCatalog;

describe('the official catalog', () => {
	it.each(PERMISSION_NAMES)('reaches %s by picking an item', (name) => {
		expect(officialCatalog.itemsNeeding(name).length).toBeGreaterThan(0);
		expect(officialCatalog.permission(name).name).toBe(name);
	});

	it('finds every item by its path', () => {
		const search = createSearch(items);
		for (const { code, path } of items) expect(search.find(path)?.has(code), path).toBe(true);
	});

	it('reads a signal at the path of its code', () => {
		expect(officialCatalog.item('odometer-traveleddistance')?.path).toBe(
			'GET /vehicles/{vehicleId}/signals/odometer-traveleddistance'
		);
	});

	it.each(['', 'odometer', 'constructor', '__proto__'])('knows no item %j', (code) => {
		expect(officialCatalog.item(code)).toBeNull();
		expect(itemDetail(code)).toBeNull();
	});

	it('has the detail of an item at hand, with its sources', () => {
		const detail = itemDetail('location-isathome');
		expect(detail?.rival?.permission).toBe('read_extended_vehicle_info');
		expect(detail?.sources.map(({ title }) => title)).toContain('Signals of the group Location');
	});

	it('still knows the powertrain type by the spelling it had before', () => {
		expect(officialCatalog.item('powertraintype')?.code).toBe('powertrainType');
	});

	it('spells brands of several words with underscores', () => {
		for (const { key, name } of MAKES) {
			if (/[ -]/.test(name)) expect(key).toBe(name.toUpperCase().replace(/[ -]/g, '_'));
		}
	});
});

describe('createCatalog', () => {
	it('refuses two items with one code', () => {
		const [first] = items;
		expect(() => createCatalog(first ? [first, first] : [], officialCatalog.permissions)).toThrow(
			new TypeError('Two catalog items share the code charge-amperage')
		);
	});

	it('refuses a former code that another item has', () => {
		const [first, second] = items;
		if (!first || !second) throw new Error('The catalog is empty');
		expect(() =>
			createCatalog([first, { ...second, formerCodes: [first.code] }], officialCatalog.permissions)
		).toThrow(new TypeError('Two catalog items share the code charge-amperage'));
	});
});
