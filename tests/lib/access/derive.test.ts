import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive, marginalCost } from '#lib/access/derive.ts';
import { PERMISSION_NAMES, permissionRank } from '#lib/access/permission.ts';
import { formatScope } from '#lib/access/scope.ts';
import type { Selection } from '#lib/access/selection.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCatalogWith, anySelection } from './arbitrary.ts';
import { smallCatalog } from './small-catalog.ts';

const optional = (...codes: string[]): Selection =>
	codes.map((code) => ({ code, required: false }));
const namesOf = (selection: Selection, catalog = officialCatalog) =>
	derive(selection, catalog).map(({ name }) => name);

/** Items that need two permissions, one, or none; the official catalog has none of the first kind. */
const small = smallCatalog({
	trip: ['read_odometer', 'read_location'],
	distance: ['read_odometer'],
	'lock-state': ['control_security', 'read_security'],
	id: []
});

describe('derive', () => {
	it('derives the example of the platform’s own page', () => {
		const selection = optional(
			'tractionbattery-stateofcharge',
			'charge-ischarging',
			'odometer-traveleddistance'
		);
		expect(formatScope(derive(selection, officialCatalog))).toBe(
			'read_battery read_charge read_odometer'
		);
	});

	it('asks for all permissions that an item needs, not for one of them', () => {
		expect(derive(optional('trip'), small)).toEqual([
			{ name: 'read_location', required: false, neededBy: ['trip'], requiredBy: [] },
			{ name: 'read_odometer', required: false, neededBy: ['trip'], requiredBy: [] }
		]);
	});

	it('locks all permissions of an item marked Required, and those alone', () => {
		const access = derive(
			[
				{ code: 'distance', required: false },
				{ code: 'lock-state', required: true },
				{ code: 'trip', required: false }
			],
			small
		);
		expect(access.map(({ name, required }) => [name, required])).toEqual([
			['read_location', false],
			['read_odometer', false],
			['read_security', true],
			['control_security', true]
		]);
	});

	it('gives the items that need a permission in the order of the selection, the locking ones apart', () => {
		const access = derive(
			[
				{ code: 'trip', required: true },
				{ code: 'distance', required: false }
			],
			small
		);
		expect(access.at(1)).toEqual({
			name: 'read_odometer',
			required: true,
			neededBy: ['trip', 'distance'],
			requiredBy: ['trip']
		});
	});

	it.each([[optional()], [optional('id')]])(
		'asks for nothing where nothing is needed: %j',
		(none) => {
			expect(derive(none, small)).toEqual([]);
		}
	);

	it('refuses a code that the catalog does not hold', () => {
		expect(() => derive(optional('distance', 'odometer-nothing'), small)).toThrow(
			new TypeError('Not in the catalog: odometer-nothing')
		);
	});

	it('reaches every permission by picking items', () => {
		const all = optional(...officialCatalog.items.map(({ code }) => code));
		expect(namesOf(all)).toEqual([...PERMISSION_NAMES]);
	});
});

describe('an access of any catalog', () => {
	it('covers the selection, and no smaller one does', () => {
		fc.assert(
			fc.property(anyCatalogWith(anySelection), ({ catalog, selection }) => {
				const names = namesOf(selection, catalog);
				const covers = (held: readonly string[]) =>
					selection.every(({ code }) =>
						catalog.item(code)?.permissions.every((name) => held.includes(name))
					);
				expect(covers(names)).toBe(true);
				for (const left of names) expect(covers(names.filter((name) => name !== left))).toBe(false);
			})
		);
	});

	it('does not depend on the order of the selection', () => {
		fc.assert(
			fc.property(anyCatalogWith(anySelection), ({ catalog, selection }) => {
				const facts = (picked: Selection) =>
					derive(picked, catalog).map(({ name, required }) => ({ name, required }));
				expect(facts([...selection].reverse())).toEqual(facts(selection));
			})
		);
	});

	it('never shrinks when items are added, and stays when the same are added again', () => {
		fc.assert(
			fc.property(anyCatalogWith(anySelection), fc.nat(), ({ catalog, selection }, cut) => {
				const some = namesOf(selection.slice(0, cut % (selection.length + 1)), catalog);
				const all = namesOf(selection, catalog);
				expect(some.filter((name) => !all.includes(name))).toEqual([]);
				expect(namesOf([...selection, ...selection], catalog)).toEqual(all);
			})
		);
	});

	it('has read permissions before control permissions, each block alphabetical', () => {
		const sorted = (prefix: string) =>
			PERMISSION_NAMES.filter((name) => name.startsWith(prefix)).sort();
		expect([...PERMISSION_NAMES]).toEqual([...sorted('read_'), ...sorted('control_')]);
		fc.assert(
			fc.property(anyCatalogWith(anySelection), ({ catalog, selection }) => {
				const ranks = namesOf(selection, catalog).map(permissionRank);
				expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
			})
		);
	});

	it('gives every permission all its reasons, and only true ones', () => {
		fc.assert(
			fc.property(anyCatalogWith(anySelection), ({ catalog, selection }) => {
				for (const { name, required, neededBy, requiredBy } of derive(selection, catalog)) {
					const needing = selection.filter(({ code }) =>
						catalog.item(code)?.permissions.includes(name)
					);
					expect(neededBy).toEqual(needing.map(({ code }) => code));
					expect(requiredBy).toEqual(
						needing.filter((item) => item.required).map(({ code }) => code)
					);
					expect(required).toBe(requiredBy.length > 0);
				}
			})
		);
	});
});

describe('marginalCost', () => {
	it('leaves out what is held and puts the rest in scope order', () => {
		expect(
			marginalCost(['control_charge', 'read_odometer', 'read_battery'], new Set(['read_odometer']))
		).toEqual(['read_battery', 'control_charge']);
	});

	it('is what the access gains when the item is picked', () => {
		fc.assert(
			fc.property(anyCatalogWith(anySelection), ({ catalog, selection }) => {
				const held = new Set(namesOf(selection, catalog));
				for (const { code, permissions } of catalog.items) {
					const after = namesOf([...selection, { code, required: false }], catalog);
					expect(marginalCost(permissions, held)).toEqual(after.filter((name) => !held.has(name)));
				}
			})
		);
	});
});
