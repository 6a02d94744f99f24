import { EVIDENCE_CLASSES } from '#lib/access/catalog/evidence.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeFilters } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/tools/filters.ts';
import {
	countFilters,
	EVIDENCE,
	formatView,
	parseView,
	passesFilters,
	POWERTRAINS,
	SHOWN,
	type View,
	withoutFilters
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/view.ts';

const plain = parseView(new URLSearchParams());
const nothingPicked = { isSelected: () => false, isRequired: () => false };

const anyView: fc.Arbitrary<View> = fc.record({
	tab: fc.constantFrom('signals', 'commands', 'attributes', 'v2'),
	query: fc.string({ maxLength: 40 }),
	show: fc.constantFrom(...SHOWN),
	permission: fc.constantFrom('', 'read_battery'),
	powertrain: fc.constantFrom('', ...POWERTRAINS),
	evidence: fc.constantFrom('', ...EVIDENCE),
	open: fc.constantFrom('', 'make')
});

describe('the view in the address', () => {
	it('comes back from the address unchanged', () => {
		fc.assert(
			fc.property(anyView, (view) => {
				expect(parseView(new URLSearchParams(formatView(view)))).toEqual(view);
			})
		);
	});

	it('leaves out what is as usual', () => {
		expect(formatView(plain)).toBe('?');
		expect(formatView({ ...plain, tab: 'commands', query: 'lock' })).toBe('?tab=commands&q=lock');
	});

	it.each(['?tab=nothing&show=x&powertrain=UFO&evidence=maybe', '?tab=&show='])(
		'takes unknown values in %s as not given',
		(search) => {
			expect(parseView(new URLSearchParams(search))).toEqual(plain);
		}
	);
});

describe('filters', () => {
	const count = (view: Partial<View>) =>
		officialCatalog.items.filter((item) =>
			passesFilters(item, { ...plain, ...view }, nothingPicked, officialCatalog)
		).length;

	it('shows everything when none is set', () => {
		expect(count({})).toBe(officialCatalog.items.length);
	});

	it('shows what is picked, and what of it is required', () => {
		const picked = { isSelected: (code: string) => code === 'make', isRequired: () => false };
		const passes = (show: View['show']) =>
			officialCatalog.items
				.filter((item) => passesFilters(item, { ...plain, show }, picked, officialCatalog))
				.map(({ code }) => code);
		expect(passes('selected')).toEqual(['make']);
		expect(passes('required')).toEqual([]);
	});

	it('keeps items that are limited to no powertrain under every powertrain', () => {
		const odometer = officialCatalog.item('odometer-traveleddistance');
		const fuel = officialCatalog.item('internalcombustionengine-fuellevel');
		if (!odometer || !fuel) throw new Error('The catalog changed');
		const view = { ...plain, powertrain: 'BEV' };
		expect(passesFilters(odometer, view, nothingPicked, officialCatalog)).toBe(true);
		expect(passesFilters(fuel, view, nothingPicked, officialCatalog)).toBe(false);
	});

	it('splits the catalog by class of evidence without remainder', () => {
		const counts = EVIDENCE_CLASSES.map(({ kind }) => count({ evidence: kind }));
		for (const one of counts) expect(one).toBeGreaterThan(0);
		expect(counts.reduce((sum, one) => sum + one)).toBe(officialCatalog.items.length);
	});

	it('offers every class of evidence', () => {
		expect(EVIDENCE).toEqual([...EVIDENCE_CLASSES.map(({ kind }) => kind), 'uncertain']);
	});

	it('finds among the uncertain what sources contradict each other about', () => {
		const trim = officialCatalog.item('vehicleidentification-trim');
		if (!trim) throw new Error('The catalog changed');
		const view = { ...plain, evidence: 'uncertain' };
		expect(passesFilters(trim, view, nothingPicked, officialCatalog)).toBe(true);
		const settled = { ...trim, evidence: { kind: 'observed', confidence: 'high' } } as const;
		expect(passesFilters(settled, view, nothingPicked, officialCatalog)).toBe(false);
	});
});

describe('how many filters are set', () => {
	it.each<[number, Partial<View>]>([
		[0, { query: 'lock', tab: 'v2', open: 'make' }],
		[1, { show: 'required' }],
		[1, { permission: 'read_vin' }],
		[3, { show: 'selected', powertrain: 'BEV', evidence: 'inferred' }]
	])('is %i', (count, view) => {
		expect(countFilters({ ...plain, ...view })).toBe(count);
		expect(countFilters(withoutFilters({ ...plain, ...view }))).toBe(0);
	});

	it('is what each of them is without', () => {
		const view: View = { ...plain, query: 'lock', show: 'selected', powertrain: 'BEV' };
		expect(activeFilters(view)).toEqual([
			{ key: 'show', title: 'Show', name: 'Chosen', without: '?q=lock&powertrain=BEV' },
			{ key: 'powertrain', title: 'Powertrain', name: 'BEV', without: '?q=lock&show=selected' }
		]);
	});
});
