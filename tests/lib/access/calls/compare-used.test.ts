import { compareUsed } from '#lib/access/calls/compare-used.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { formatScope } from '#lib/access/scope-format.ts';
import { normalizeSelection } from '#lib/access/selection.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const draftOf = (...codes: readonly string[]) =>
	normalizeSelection(
		codes.map((code) => ({ code: code.replace('!', ''), required: code.endsWith('!') }))
	);
const compare = (used: readonly string[], ...draft: readonly string[]) =>
	compareUsed({ named: used, listed: [] }, draftOf(...draft), officialCatalog);

describe('what is used beside what is asked for', () => {
	it('tells what is needed, what would be refused, and what nobody uses', () => {
		const { needed, unused, selection, access } = compare(
			['tractionbattery-stateofcharge', 'charge-ischarging', 'closure-islocked'],
			...['tractionbattery-stateofcharge!', 'charge-ischarging', 'tractionbattery-range'],
			'location-preciselocation'
		);
		expect(needed.map(({ code, ticked, missing }) => [code, ticked, ...missing])).toEqual([
			['charge-ischarging', true],
			['closure-islocked', false, 'read_security'],
			['tractionbattery-stateofcharge', true]
		]);
		expect(unused).toEqual([
			{ code: 'location-preciselocation', drops: ['read_location'] },
			{ code: 'tractionbattery-range', drops: [] }
		]);
		expect(formatScope(access)).toBe('required:read_battery read_charge read_security');
		expect(selection).toContainEqual({ code: 'tractionbattery-stateofcharge', required: true });
	});

	it.each([
		[
			'an item with a permission that is asked for anyway',
			'charge-voltage',
			'charge-ischarging',
			'charge-voltage',
			false
		],
		[
			'a call of v2 by what gives the same',
			'v2-odometer',
			'odometer-traveleddistance!',
			'odometer-traveleddistance',
			true
		],
		['a call of v2 by one of several', 'v2-security', 'closure-doors', 'closure-doors', true],
		['attributes by any of them', 'make', 'powertrainType', 'powertrainType', true],
		['the VIN by its attribute', 'vehicleidentification-vin', 'vin', 'vin', true],
		['a former code by the one of today', 'make', 'powertraintype', 'powertrainType', true],
		['a command by itself alone', 'charge-start-v2', 'charge-stop-v2', 'charge-start-v2', false]
	])('counts %s', (_, used, ticked, code, isTicked) => {
		const { needed } = compare([used], ticked);
		expect(needed).toMatchObject([{ code, uses: [used], ticked: isTicked, missing: [] }]);
	});

	it('counts for nothing what needs no permission and what there is not', () => {
		expect(compare(['id', 'v2-user-access', 'nothing'])).toEqual({
			selection: [],
			access: [],
			needed: [],
			unused: []
		});
		expect(compare([], 'gone').unused).toEqual([{ code: 'gone', drops: [] }]);
	});

	it('needs of a list what the draft has of it, and what nothing else asks for', () => {
		const listed = ['charge-voltage', 'charge-amperage', 'odometer-traveleddistance'];
		const draft = draftOf('charge-voltage', 'charge-wattage');
		const { needed, unused } = compareUsed({ named: [], listed }, draft, officialCatalog);
		expect(needed.map(({ code, missing }) => [code, ...missing])).toEqual([
			['charge-voltage'],
			['odometer-traveleddistance', 'read_odometer']
		]);
		expect(unused).toEqual([{ code: 'charge-wattage', drops: [] }]);
		const named = ['charge-ischarging', 'odometer-traveleddistance'];
		const { selection } = compareUsed({ named, listed }, [], officialCatalog);
		expect(selection.map(({ code }) => code)).toEqual(named);
	});

	it('counts once what is named and listed, and nothing of a list that needs no permission', () => {
		const used = { named: ['charge-voltage'], listed: ['charge-voltage', 'id'] };
		const draft = draftOf('charge-voltage', 'id');
		const { needed, unused } = compareUsed(used, draft, officialCatalog);
		expect(needed).toMatchObject([{ code: 'charge-voltage', uses: ['charge-voltage'] }]);
		expect(unused).toEqual([{ code: 'id', drops: [] }]);
	});

	it('leads to exactly the permissions of what is used, whatever the draft is', () => {
		const codes = officialCatalog.items.map(({ code }) => code);
		const some = fc.subarray(codes, { maxLength: 30 });
		fc.assert(
			fc.property(some, some, some, fc.boolean(), (named, listed, ticked, required) => {
				const used = [...named, ...listed];
				const draft = normalizeSelection(ticked.map((code) => ({ code, required })));
				const { access, needed, unused, selection } = compareUsed(
					{ named, listed },
					draft,
					officialCatalog
				);
				const permissions = new Set(
					used.flatMap((code) => officialCatalog.item(code)?.permissions ?? [])
				);
				expect(access.map(({ name }) => name)).toEqual(
					PERMISSION_NAMES.filter((name) => permissions.has(name))
				);
				const asked = new Set(
					ticked.flatMap((code) => officialCatalog.item(code)?.permissions ?? [])
				);
				expect(new Set(needed.flatMap(({ missing }) => missing))).toEqual(
					new Set([...permissions].filter((name) => !asked.has(name)))
				);
				const kept = new Set(selection.map(({ code }) => code));
				expect(unused.map(({ code }) => code)).toEqual(
					draft.map(({ code }) => code).filter((code) => !kept.has(code))
				);
				// What is taken over is nothing but needed.
				const again = compareUsed({ named, listed }, selection, officialCatalog);
				expect(again).toMatchObject({ selection, unused: [] });
			})
		);
	});
});
