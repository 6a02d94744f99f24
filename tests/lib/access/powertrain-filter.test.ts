import {
	keepsSomeOut,
	keptOut,
	LETS_ALL_IN,
	type FilteredPowertrain,
	type Powertrain
} from '#lib/access/powertrain-filter.ts';
import { describe, expect, it } from 'vitest';

const POWERTRAINS: readonly Powertrain[] = ['BEV', 'PHEV', 'ICE', 'HEV', null];

function filterOf(ticked: readonly FilteredPowertrain[], allowUnknownPowertrain: boolean) {
	return {
		ICE: ticked.includes('ICE'),
		BEV: ticked.includes('BEV'),
		PHEV: ticked.includes('PHEV'),
		allowUnknownPowertrain
	};
}

describe('which vehicles may be connected', () => {
	it.each<[readonly FilteredPowertrain[], boolean, readonly Powertrain[]]>([
		[['ICE', 'BEV', 'PHEV'], true, POWERTRAINS],
		[['ICE', 'BEV', 'PHEV'], false, POWERTRAINS],
		[[], true, POWERTRAINS],
		[[], false, POWERTRAINS],
		[['BEV'], true, ['BEV', null]],
		[['BEV'], false, ['BEV']],
		[['PHEV'], true, ['PHEV', null]],
		[['PHEV'], false, ['PHEV']],
		[['ICE'], true, ['ICE', 'HEV', null]],
		[['ICE'], false, ['ICE', 'HEV']],
		[['BEV', 'PHEV'], true, ['BEV', 'PHEV', null]],
		[['BEV', 'PHEV'], false, ['BEV', 'PHEV']],
		[['ICE', 'PHEV'], true, ['PHEV', 'ICE', 'HEV', null]],
		[['ICE', 'PHEV'], false, ['PHEV', 'ICE', 'HEV']],
		[['ICE', 'BEV'], true, ['BEV', 'ICE', 'HEV', null]],
		[['ICE', 'BEV'], false, ['BEV', 'ICE', 'HEV']]
	])('%j ticked, unknown ones let in: %s', (ticked, unknown, letIn) => {
		const filter = filterOf(ticked, unknown);
		const through = POWERTRAINS.filter((powertrain) => keptOut(filter, powertrain) === null);
		expect(through).toEqual(letIn);
		expect(keepsSomeOut(filter)).toBe(ticked.length > 0 && ticked.length < 3);
	});

	it('are all of them where an application has no filter', () => {
		expect(POWERTRAINS.map((one) => keptOut(null, one))).toEqual(POWERTRAINS.map(() => null));
		expect(keepsSomeOut(LETS_ALL_IN)).toBe(false);
	});

	it('is told with the reason, in the order of the boxes', () => {
		const filter = filterOf(['PHEV', 'BEV'], false);
		expect(keptOut(filter, 'ICE')).toEqual({ unknown: false, wanted: ['BEV', 'PHEV'] });
		expect(keptOut(filter, null)).toEqual({ unknown: true, wanted: ['BEV', 'PHEV'] });
	});
});
