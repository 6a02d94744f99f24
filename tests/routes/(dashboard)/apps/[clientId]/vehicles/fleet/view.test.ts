import { describe, expect, it } from 'vitest';
import {
	formatView,
	powertrainOf,
	readView
} from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicles/fleet/view.ts';

describe('the view of the fleet', () => {
	it.each([
		['', ''],
		['powertrain=BEV&q=tesla&page=2&key=after-1-a', 'powertrain=BEV&q=tesla&page=2&key=after-1-a'],
		['powertrain=unknown', 'powertrain=unknown'],
		['powertrain=steam&page=0&key=x', ''],
		['page=-1&q=%20%20', ''],
		['permission=read_charge', 'permission=read_charge']
	])('of %s is written as %s', (address, written) => {
		expect(formatView(readView(new URLSearchParams(address)))).toBe(`?${written}`);
	});

	it('tells an unknown powertrain from all of them', () => {
		expect(powertrainOf(readView(new URLSearchParams('powertrain=unknown')))).toBeNull();
		expect(powertrainOf(readView(new URLSearchParams()))).toBeUndefined();
		expect(powertrainOf(readView(new URLSearchParams('powertrain=HEV')))).toBe('HEV');
	});
});
