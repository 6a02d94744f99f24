import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { lint, LINT_RULES, type LintFinding } from '#lib/access/lint.ts';
import type { Selection } from '#lib/access/selection.ts';
import { describe, expect, it } from 'vitest';
import { smallCatalog } from './small-catalog.ts';

const TODAY = '2026-11-23';

function findings(text: string, today = TODAY, filtered = true) {
	const selection: Selection = text
		.split(' ')
		.filter(Boolean)
		.map((word) => ({ code: word.replace('!', ''), required: word.endsWith('!') }));
	return lint({
		selection,
		access: derive(selection, officialCatalog),
		catalog: officialCatalog,
		today,
		filtered,
		unused: { days: 30, permissions: [{ name: 'read_thermometer', connections: 12 }] }
	});
}

const rules = (text: string, today?: string, filtered?: boolean) =>
	findings(text, today, filtered).map(({ rule }) => rule);

type Case = readonly [text: string, expected: readonly LintFinding['rule'][], filtered: boolean];

/** Every rule at least once: what is picked, what is said of it, and whether there is a filter. */
const CASES: readonly Case[] = [
	['', ['nothing-selected'], true],
	['make tractionbattery-range', [], true],
	['tractionbattery-range', ['no-vehicle-identity'], true],
	['make charge-chargerecords v2-charge-records', ['api-v2-ends'], true],
	['make location-preciselocation', ['sensitive-for-one-item'], true],
	['make location-preciselocation!', ['required-and-sensitive'], true],
	['make! odometer-traveleddistance!', ['all-required'], true],
	[
		'make! odometer-traveleddistance! tractionbattery-range! wheel-tires! charge-ischarging',
		['many-required'],
		true
	],
	['make v2-odometer', ['api-v2-ends'], true],
	['make wheel-style', ['permission-uncertain'], true],
	['make tractionbattery-range!', ['required-is-no-filter'], false],
	['make internalcombustionengine-fuellevel!', ['required-is-no-filter'], false],
	['make odometer-traveleddistance!', [], false],
	['make tractionbattery-range!', [], true],
	['make climate-externaltemperature', ['permission-unused'], true]
];

describe('lint', () => {
	it.each<Case>(CASES)('of “%s” finds %j', (text, expected, filtered) => {
		expect(rules(text, TODAY, filtered)).toEqual(expected);
	});

	it('turns the end of API v2 from a note into a warning on the day it ends', () => {
		expect(findings('make v2-odometer', '2026-11-30')[0]).toMatchObject({
			severity: 'note',
			title: 'API v2 ends on 2026-12-01.'
		});
		expect(findings('make v2-odometer', '2026-12-01')[0]).toMatchObject({
			severity: 'warning',
			title: 'API v2 ended on 2026-12-01.'
		});
	});

	it('names what is locked in vain, and where the filter is', () => {
		expect(findings('make tractionbattery-range! charge-ischarging!', TODAY, false)[0]).toEqual({
			rule: 'required-is-no-filter',
			severity: 'note',
			title: 'Required does not keep vehicles out.',
			message:
				'It locks the check box of read_battery and read_charge, also for a vehicle that has nothing to tell by it. What keeps vehicles out by their powertrain is the connection filter.',
			codes: [],
			filterLabel: 'Set the connection filter'
		});
	});

	it('counts three required permissions as few, and a single one never as no choice', () => {
		expect(rules('make! odometer-traveleddistance! tractionbattery-range! wheel-tires')).toEqual(
			[]
		);
		expect(rules('make!')).toEqual([]);
		expect(rules('make! odometer-traveleddistance! wheel-tires')).toEqual([]);
	});

	it('names the items that lock too many permissions, and no others', () => {
		const many =
			'make! odometer-traveleddistance! tractionbattery-range! wheel-tires! charge-ischarging';
		expect(findings(many)).toEqual([
			{
				rule: 'many-required',
				severity: 'warning',
				title: '4 permissions are required.',
				message:
					'Owners cannot refuse any of them. Keep Required for what your app cannot run without; 3 is plenty.',
				codes: ['make', 'odometer-traveleddistance', 'tractionbattery-range', 'wheel-tires'],
				fix: {
					label: 'Make all optional',
					makeOptional: [
						'make',
						'odometer-traveleddistance',
						'tractionbattery-range',
						'wheel-tires'
					]
				}
			}
		]);
	});

	it('names the items that leave the owner no choice, and no others', () => {
		const none =
			'id make! odometer-traveleddistance! tractionbattery-range tractionbattery-stateofcharge!';
		expect(findings(none)).toEqual([
			{
				rule: 'all-required',
				severity: 'note',
				title: 'The owner has no choice.',
				message: 'Every permission is required, so the only way to refuse one is to refuse all.',
				codes: ['make', 'odometer-traveleddistance', 'tractionbattery-stateofcharge'],
				fix: {
					label: 'Make all optional',
					makeOptional: ['make', 'odometer-traveleddistance', 'tractionbattery-stateofcharge']
				}
			}
		]);
	});

	it('offers a fix with every warning about Required', () => {
		const warned = findings(
			'make! odometer-traveleddistance! wheel-tires! location-preciselocation!'
		);
		for (const { rule, severity, fix } of warned) {
			if (severity === 'warning') expect(fix, rule).toBeDefined();
		}
		expect(warned.map(({ rule }) => rule)).toContain('many-required');
	});

	it('names the items that lock a sensitive permission', () => {
		expect(findings('location-isathome location-preciselocation! make')[0]).toMatchObject({
			rule: 'required-and-sensitive',
			title: 'read_location is sensitive and required.',
			codes: ['location-preciselocation']
		});
	});

	it('names the one item that a sensitive permission is asked for, and offers to drop it', () => {
		expect(findings('location-preciselocation make')).toEqual([
			expect.objectContaining({
				rule: 'sensitive-for-one-item',
				severity: 'note',
				title: 'read_location is asked for Precise location alone.',
				codes: ['location-preciselocation'],
				fix: { label: 'Drop Precise location', deselect: ['location-preciselocation'] }
			})
		]);
		expect(rules('location-isathome location-preciselocation make')).toEqual([
			'permission-uncertain'
		]);
	});

	it('names the API v2 items, and no others', () => {
		expect(findings('make v2-battery v2-odometer')[0]?.codes).toEqual([
			'v2-battery',
			'v2-odometer'
		]);
	});

	it('offers Make only where the catalog holds it', () => {
		const catalog = smallCatalog({ distance: ['read_odometer'] });
		const selection = [{ code: 'distance', required: false }];
		const access = derive(selection, catalog);
		expect(lint({ selection, access, catalog, today: TODAY, filtered: true })).toEqual([]);
	});

	it.each([
		['documented', 'low', undefined, false],
		['observed', 'low', undefined, false],
		['inferred', 'high', undefined, false],
		['inferred', 'medium', undefined, false],
		['inferred', 'low', undefined, true],
		['inferred', 'medium', true, true]
	] as const)(
		'of %s evidence, %s confidence, contradicted %s says uncertain: %s',
		(kind, confidence, contradicted, uncertain) => {
			const evidence = { kind, confidence, ...(contradicted && { contradicted }) };
			const catalog = smallCatalog({ make: ['read_vehicle_info'], known: [] }, { evidence });
			const selection = [{ code: 'make', required: false }];
			const access = derive(selection, catalog);
			const found = lint({ selection, access, catalog, today: TODAY, filtered: true });
			expect(found.map(({ rule, codes }) => `${rule} ${codes.join()}`)).toEqual(
				uncertain ? ['permission-uncertain make'] : []
			);
		}
	);

	it('puts every rule to the test', () => {
		const seen = new Set(CASES.flatMap(([, expected]) => expected));
		expect([...seen].sort()).toEqual([...LINT_RULES].sort());
	});

	it('offers a fix that settles the finding', () => {
		expect(findings('make location-preciselocation!')[0]?.fix).toEqual({
			label: 'Make it optional',
			makeOptional: ['location-preciselocation']
		});
		expect(findings('tractionbattery-range')[0]?.fix).toEqual({
			label: 'Add Make',
			select: ['make']
		});
	});
});
