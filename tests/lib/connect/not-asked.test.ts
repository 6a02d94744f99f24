import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { notAsked } from '#lib/connect/not-asked.ts';
import { expect, it } from 'vitest';

const asking = (names: readonly (typeof PERMISSION_NAMES)[number][]) =>
	notAsked(names.map((name) => ({ name })));

it('names first where a vehicle is, who opens it and which one it is', () => {
	expect(asking([]).shown).toEqual(['read_location', 'control_security', 'read_vin']);
	expect(asking(['read_location', 'read_vin']).shown).toEqual([
		'control_security',
		'read_charge_locations',
		'read_charge_records'
	]);
});

it('tells of each permission once whether it is asked for', () => {
	const { shown, others } = asking(['read_battery', 'read_location']);
	expect([...shown, ...others, 'read_battery', 'read_location'].toSorted()).toEqual(
		PERMISSION_NAMES.toSorted()
	);
});

it.each([
	[0, 0, 0],
	[3, 3, 0],
	[4, 4, 0],
	[5, 3, 2]
])('of %i it shows %i and folds %i', (count, shown, others) => {
	const parts = asking(PERMISSION_NAMES.slice(count));
	expect([parts.shown.length, parts.others.length]).toEqual([shown, others]);
});
