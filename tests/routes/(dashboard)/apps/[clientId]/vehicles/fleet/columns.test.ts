import { describe, expect, it } from 'vitest';
import {
	firstItems,
	groupItems,
	MOST_COLUMNS
} from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicles/fleet/columns.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';

const optional = (code: string) => ({ code, required: false });

describe('the columns of the fleet', () => {
	it('stand under their permissions, in the order of a scope', () => {
		const groups = groupItems([
			optional('closure-islocked'),
			optional('make'),
			{ code: 'tractionbattery-stateofcharge', required: true },
			optional('tractionbattery-range'),
			optional('odometer-traveleddistance')
		]);
		expect(groups.map(({ name, required }) => [name, required])).toEqual([
			['read_battery', true],
			['read_odometer', false],
			['read_security', false],
			['read_vehicle_info', false]
		]);
		expect(groups[0]?.items.map(({ code }) => code)).toHaveLength(2);
	});

	it('can be those of one permission, and leave out what no catalog has', () => {
		const selection = [optional('closure-islocked'), optional('make'), optional('gone-code')];
		expect(groupItems(selection, 'read_security').map(({ name }) => name)).toEqual([
			'read_security'
		]);
		expect(groupItems(selection, 'nothing')).toEqual([]);
	});

	it('are no more than a table can have', () => {
		const all = officialCatalog.items.map(({ code }) => optional(code));
		const shown = firstItems(groupItems(all)).flatMap(({ items }) => items);
		expect(shown).toHaveLength(MOST_COLUMNS);
	});
});
