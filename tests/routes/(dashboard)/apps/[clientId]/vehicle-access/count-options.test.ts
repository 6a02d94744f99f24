import { EVIDENCE_CLASSES } from '#lib/access/catalog/evidence.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { createSearch } from '#lib/access/catalog/search.ts';
import { describe, expect, it } from 'vitest';
import { countOptions } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/tools/count-options.ts';
import {
	parseView,
	type View
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/view.ts';

const plain = parseView(new URLSearchParams());
const picked = {
	isSelected: (code: string) => code === 'tractionbattery-stateofcharge',
	isRequired: () => false
};
const counts = (view: Partial<View>, matching = officialCatalog.items) =>
	countOptions(matching, { ...plain, ...view }, picked, officialCatalog);

describe('the counts of the filter’s menu', () => {
	it('are rows of this tab', () => {
		const signals = counts({});
		expect(signals({ show: 'selected' })).toBe(1);
		expect(counts({ tab: 'commands' })({ show: 'selected' })).toBe(0);
		const byEvidence = EVIDENCE_CLASSES.map(({ kind }) => signals({ evidence: kind }));
		expect(byEvidence.reduce((sum, count) => sum + count)).toBe(signals({}));
	});

	it('follow the search', () => {
		const matches = createSearch(officialCatalog.items).find('odometer');
		if (!matches) throw new Error('The search found nothing');
		const found = counts({ query: 'odometer' }, matches.among(officialCatalog.items));
		expect(found({ permission: 'read_odometer' })).toBeGreaterThan(0);
		expect(found({})).toBeLessThan(counts({})({}));
		expect(found({ show: 'selected' })).toBe(0);
	});

	it('follow the other filters, and say of one that is set what it leaves', () => {
		const electric = counts({ powertrain: 'BEV', permission: 'read_fuel' });
		expect(electric({})).toBe(0);
		expect(electric({ permission: 'read_fuel' })).toBe(0);
		expect(electric({ powertrain: 'ICE' })).toBeGreaterThan(0);
	});
});
