import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { PERMISSION_NAMES, permissionRank, type PermissionName } from '#lib/access/permission.ts';
import {
	listRefusals,
	MAX_OPTIONAL_LISTED,
	refusalOutcome,
	type Asked
} from '#lib/access/refusals.ts';
import type { Selection } from '#lib/access/selection.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '#lib/access/catalog/catalog.ts';
import { anyCatalogWith, anySelection } from './arbitrary.ts';
import { smallCatalog } from './small-catalog.ts';

const BATTERY = 'tractionbattery-stateofcharge';
const ODOMETER = 'odometer-traveleddistance';
const LOCATION = 'location-preciselocation';

/** `make!` is required, `make` optional. */
const pick = (words: string): Selection =>
	words
		.split(' ')
		.filter(Boolean)
		.map((word) => ({ code: word.replace('!', ''), required: word.endsWith('!') }));

const asked = (selection: Selection, catalog: Catalog = officialCatalog): Asked => ({
	selection,
	access: derive(selection, catalog)
});
const list = (selection: Selection, catalog?: Catalog) => listRefusals(asked(selection, catalog));
const everything: Selection = officialCatalog.items.map(({ code }) => ({ code, required: false }));

/** All items that the first so many permissions cover, with one item more that is required. */
function selectionAsking(optional: number): Selection {
	const names: readonly PermissionName[] = PERMISSION_NAMES.filter(
		(name) => name !== 'read_odometer'
	).slice(0, optional);
	const covered = everything.filter(({ code }) => {
		const needs = officialCatalog.item(code)?.permissions ?? [];
		return needs.every((name) => names.includes(name));
	});
	return [...covered, { code: ODOMETER, required: true }];
}

/** A selection with few enough optional permissions for every set to be listed. */
const anySmallSelection = anyCatalogWith((catalog) =>
	anySelection(catalog).map((selection) => shortened(selection, catalog))
);

function shortened(selection: Selection, catalog: Catalog): Selection {
	return list(selection, catalog).complete ? selection : shortened(selection.slice(0, -1), catalog);
}

describe('listRefusals', () => {
	it.each([
		['', [], 0],
		['id', [], 0],
		[BATTERY, [], 0],
		[`${BATTERY}!`, [], 0],
		[`${BATTERY}! ${ODOMETER}!`, [], 0],
		[`${BATTERY} ${ODOMETER}`, ['read_battery', 'read_odometer'], 2],
		[`${BATTERY}! ${ODOMETER}`, ['read_odometer'], 1],
		[
			`${BATTERY} ${ODOMETER} ${LOCATION}`,
			[
				'read_battery',
				'read_location',
				'read_odometer',
				'read_battery read_location',
				'read_battery read_odometer',
				'read_location read_odometer'
			],
			6
		],
		[
			`${BATTERY}! ${ODOMETER} ${LOCATION}`,
			['read_location', 'read_odometer', 'read_location read_odometer'],
			3
		]
	])('of “%s” an owner could refuse %j', (words, sets, count) => {
		const refusals = list(pick(words));
		expect(refusals.refusals.map(({ refused }) => refused.join(' '))).toEqual(sets);
		expect(refusals).toMatchObject({ count, complete: true });
	});

	it('tells the items that stop from those that go on', () => {
		const selection = pick(`id ${BATTERY}! ${ODOMETER} ${LOCATION} tractionbattery-range`);
		expect(list(selection).refusals[0]).toEqual({
			refused: ['read_location'],
			stops: [LOCATION],
			goesOn: ['id', BATTERY, ODOMETER, 'tractionbattery-range']
		});
	});

	it('tells what is required from what can be refused', () => {
		expect(list(pick(`${BATTERY}! ${ODOMETER} ${LOCATION}`))).toMatchObject({
			required: ['read_battery'],
			optional: ['read_location', 'read_odometer']
		});
	});

	it('gives as many sets as it counts, none of them twice', () => {
		fc.assert(
			fc.property(anySmallSelection, ({ catalog, selection }) => {
				const { required, optional, count, refusals } = list(selection, catalog);
				const all = 2 ** optional.length - 1;
				expect(count).toBe(Math.max(0, required.length > 0 ? all : all - 1));
				expect(refusals).toHaveLength(count);
				expect(new Set(refusals.map(({ refused }) => refused.join(' '))).size).toBe(count);
			})
		);
	});

	it('refuses optional permissions alone and always leaves one granted', () => {
		fc.assert(
			fc.property(anySmallSelection, ({ catalog, selection }) => {
				const { required, optional, refusals } = list(selection, catalog);
				for (const { refused } of refusals) {
					expect(refused.length).toBeGreaterThan(0);
					expect(refused.every((name) => optional.includes(name))).toBe(true);
					expect(refused.length).toBeLessThan(required.length + optional.length);
				}
			})
		);
	});

	it('stops an item if, and only if, one of its permissions is refused', () => {
		fc.assert(
			fc.property(anySmallSelection, ({ catalog, selection }) => {
				for (const { refused, stops, goesOn } of list(selection, catalog).refusals) {
					const stopped = selection.filter(({ code }) =>
						catalog.item(code)?.permissions.some((name) => refused.includes(name))
					);
					expect(stops).toEqual(stopped.map(({ code }) => code));
					expect([...stops, ...goesOn].sort()).toEqual(selection.map(({ code }) => code).sort());
				}
			})
		);
	});

	it('never stops an item that is marked Required', () => {
		fc.assert(
			fc.property(anySmallSelection, ({ catalog, selection }) => {
				const marked = selection.filter(({ required }) => required).map(({ code }) => code);
				for (const { stops } of list(selection, catalog).refusals) {
					expect(stops.filter((code) => marked.includes(code))).toEqual([]);
				}
			})
		);
	});

	it('goes from small sets to large ones, and through each size in scope order', () => {
		fc.assert(
			fc.property(anySmallSelection, ({ catalog, selection }) => {
				const sets = list(selection, catalog).refusals.map(({ refused }) => refused);
				for (const [index, set] of sets.entries()) {
					const before = sets[index - 1];
					if (before) expect(compareSets(before, set)).toBeLessThan(0);
				}
			})
		);
	});

	it('lists all 1,023 sets of ten optional permissions', () => {
		const refusals = list(selectionAsking(MAX_OPTIONAL_LISTED));
		expect(refusals).toMatchObject({ count: 1023, complete: true });
		expect(refusals.refusals).toHaveLength(1023);
	});

	it('stops an item that needs two permissions when either is refused', () => {
		const trips = smallCatalog({
			trip: ['read_location', 'read_odometer'],
			distance: ['read_odometer']
		});
		const selection = pick('trip distance');
		expect(list(selection, trips).refusals).toEqual([
			{ refused: ['read_location'], stops: ['trip'], goesOn: ['distance'] },
			{ refused: ['read_odometer'], stops: ['trip', 'distance'], goesOn: [] }
		]);
	});

	it('lists only the single refusals when there are more than ten, and says so', () => {
		const refusals = list(selectionAsking(MAX_OPTIONAL_LISTED + 1));
		expect(refusals).toMatchObject({ count: 2047, complete: false });
		expect(refusals.refusals.map(({ refused }) => refused)).toEqual(
			refusals.optional.map((name) => [name])
		);
	});

	it('copes with everything at once', () => {
		expect(list(everything)).toMatchObject({ count: 2 ** 28 - 2, complete: false });
	});
});

describe('refusalOutcome', () => {
	it('is the same as in the list, whatever the order of the names', () => {
		fc.assert(
			fc.property(anySmallSelection, ({ catalog, selection }) => {
				for (const refusal of list(selection, catalog).refusals.slice(-20)) {
					const names = [...refusal.refused].reverse();
					expect(refusalOutcome(asked(selection, catalog), names)).toEqual(refusal);
				}
			})
		);
	});
});

function compareSets(a: readonly PermissionName[], b: readonly PermissionName[]): number {
	if (a.length !== b.length) return a.length - b.length;
	const [first, second] = [a, b].map((set) => set.map(permissionRank));
	const at = first?.findIndex((rank, index) => rank !== second?.[index]) ?? -1;
	return (first?.[at] ?? 0) - (second?.[at] ?? 0);
}
