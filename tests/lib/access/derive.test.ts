import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive, marginalCost } from '#lib/access/derive.ts';
import { PERMISSION_NAMES, permissionRank } from '#lib/access/permission.ts';
import { formatScope } from '#lib/access/scope.ts';
import type { Selection } from '#lib/access/selection.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySelection } from './arbitrary.ts';

const optional = (...codes: string[]): Selection =>
	codes.map((code) => ({ code, required: false }));
const namesOf = (selection: Selection) =>
	derive(selection, officialCatalog).map(({ name }) => name);

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

	it('asks for nothing when nothing is selected', () => {
		expect(derive([], officialCatalog)).toEqual([]);
	});

	it('makes a permission required when one of several items marked Required needs it', () => {
		const access = derive(
			[
				{ code: 'tractionbattery-range', required: false },
				{ code: 'tractionbattery-stateofcharge', required: true },
				{ code: 'odometer-traveleddistance', required: false }
			],
			officialCatalog
		);
		expect(access).toEqual([
			{
				name: 'read_battery',
				required: true,
				neededBy: ['tractionbattery-range', 'tractionbattery-stateofcharge'],
				requiredBy: ['tractionbattery-stateofcharge']
			},
			{
				name: 'read_odometer',
				required: false,
				neededBy: ['odometer-traveleddistance'],
				requiredBy: []
			}
		]);
	});

	it('adds nothing for an item that needs no permission', () => {
		expect(namesOf(optional('id'))).toEqual([]);
	});

	it('refuses a code that the catalog does not hold', () => {
		expect(() => derive(optional('odometer-nothing'), officialCatalog)).toThrow(
			new TypeError('Not in the catalog: odometer-nothing')
		);
	});

	it('reaches every one of the 28 permissions by picking items', () => {
		const all = optional(...officialCatalog.items.map(({ code }) => code));
		expect(namesOf(all)).toEqual([...PERMISSION_NAMES]);
	});

	it('does not depend on the order of the selection', () => {
		fc.assert(
			fc.property(anySelection, (selection) => {
				const facts = (picked: Selection) =>
					derive(picked, officialCatalog).map(({ name, required }) => ({ name, required }));
				expect(facts([...selection].reverse())).toEqual(facts(selection));
			})
		);
	});

	it('is monotone: more items never mean fewer permissions', () => {
		fc.assert(
			fc.property(anySelection, anySelection, (some, more) => {
				const before = namesOf(some);
				const after = new Set(namesOf([...some, ...more]));
				expect(before.every((name) => after.has(name))).toBe(true);
			})
		);
	});

	it('is idempotent: the same items twice change nothing', () => {
		fc.assert(
			fc.property(anySelection, (selection) => {
				expect(namesOf([...selection, ...selection])).toEqual(namesOf(selection));
			})
		);
	});

	it('is minimal: no smaller set of permissions covers the selection', () => {
		const covers = (names: ReadonlySet<string>, selection: Selection) =>
			selection.every(({ code }) =>
				officialCatalog.item(code)?.permissions.every((name) => names.has(name))
			);
		fc.assert(
			fc.property(anySelection, (selection) => {
				const names = namesOf(selection).slice(0, 10);
				const small = selection.filter(({ code }) =>
					officialCatalog.item(code)?.permissions.every((name) => names.includes(name))
				);
				const sizes = subsetsOf(names)
					.filter((subset) => covers(new Set(subset), small))
					.map(({ length }) => length);
				expect(Math.min(...sizes)).toBe(namesOf(small).length);
			}),
			{ numRuns: 40 }
		);
	});

	it('gives read permissions before control permissions, each block alphabetical', () => {
		const sorted = (prefix: string) =>
			PERMISSION_NAMES.filter((name) => name.startsWith(prefix)).sort();
		expect([...PERMISSION_NAMES]).toEqual([...sorted('read_'), ...sorted('control_')]);
		fc.assert(
			fc.property(anySelection, (selection) => {
				const ranks = namesOf(selection).map(permissionRank);
				expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
			})
		);
	});

	it('gives every permission its reasons, and only true ones', () => {
		fc.assert(
			fc.property(anySelection, (selection) => {
				const marked = new Set(
					selection.filter(({ required }) => required).map(({ code }) => code)
				);
				for (const { name, required, neededBy, requiredBy } of derive(selection, officialCatalog)) {
					expect(neededBy.length).toBeGreaterThan(0);
					for (const code of neededBy) {
						expect(officialCatalog.item(code)?.permissions).toContain(name);
					}
					expect(requiredBy).toEqual(neededBy.filter((code) => marked.has(code)));
					expect(required).toBe(requiredBy.length > 0);
				}
			})
		);
	});
});

describe('marginalCost', () => {
	it('is what the access gains when the item is picked', () => {
		fc.assert(
			fc.property(anySelection, fc.constantFrom(...officialCatalog.items), (selection, item) => {
				const held = new Set(namesOf(selection));
				const gained = namesOf([...selection, { code: item.code, required: false }]).filter(
					(name) => !held.has(name)
				);
				expect(marginalCost(item.permissions, held)).toEqual(gained);
			})
		);
	});
});

function subsetsOf<T>(all: readonly T[]): T[][] {
	return all.reduce<T[][]>(
		(subsets, one) => [...subsets, ...subsets.map((s) => [...s, one])],
		[[]]
	);
}
