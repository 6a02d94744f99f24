import { describe, expect, it } from 'vitest';
import {
	checkTriedSet,
	formatView,
	parseView
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/refusals/view.ts';

describe('parseView', () => {
	it.each([
		['', [], 0, false],
		['refuse=', [], 0, false],
		['refuse=read_location+read_vin', ['read_location', 'read_vin'], 0, false],
		['refuse=read_location%20read_vin&size=2', ['read_location', 'read_vin'], 2, false],
		// As the form writes it without JavaScript.
		['refuse=read_location&refuse=read_vin', ['read_location', 'read_vin'], 0, false],
		['refuse=read_vin+read_vin', ['read_vin'], 0, false],
		['size=ten', [], 0, false],
		['size=-2', [], 0, false],
		['size=100', [], 0, false],
		['of=version', [], 0, true],
		['of=draft', [], 0, false],
		['of=Version', [], 0, false]
	])('reads “%s”', (query, refuse, size, ofVersion) => {
		expect(parseView(new URLSearchParams(query))).toEqual({ refuse, size, ofVersion });
	});

	it.each([
		'?',
		'?refuse=read_location',
		'?refuse=read_location+read_vin&size=2&of=version',
		'?size=3',
		'?of=version'
	])('reads what %s was written from', (query) => {
		expect(formatView(parseView(new URLSearchParams(query)))).toBe(query);
	});
});

describe('checkTriedSet', () => {
	const optional = ['read_location', 'read_odometer', 'read_vin'] as const;
	const STAYS = 'At least one permission has to stay granted. Untick a column.';
	const unknown = (subject: string) =>
		`${subject} not among the permissions that are asked for here. Tick a column instead.`;

	it.each([
		[[], false, [], null],
		[['read_vin', 'read_location'], false, ['read_location', 'read_vin'], null],
		[[...optional], true, [...optional], null],
		[[...optional], false, [...optional], STAYS],
		[['read_tires'], false, [], unknown('“read_tires” is')],
		[['read_vin', 'x', '<b>'], false, ['read_vin'], unknown('“x”, “<b>” are')],
		[['a', 'b', 'c', 'd', 'e'], false, [], unknown('“a”, “b”, “c” and 2 more are')]
	])('of %j, with something required: %s', (words, locked, refused, problem) => {
		const required = locked ? (['read_battery'] as const) : [];
		expect(checkTriedSet(words, optional, required)).toEqual({ refused, problem });
	});

	it('has nothing to say where nothing is optional and nothing is refused', () => {
		expect(checkTriedSet([], [], [])).toEqual({ refused: [], problem: null });
	});

	it.each([
		[
			['read_battery'],
			'“read_battery” is required, so an owner cannot refuse it. Tick a column that has a box.'
		],
		[
			['read_vin', 'read_charge', 'read_battery'],
			'“read_battery”, “read_charge” are required, so an owner cannot refuse them. Tick a column that has a box.'
		],
		[['read_battery', 'x'], unknown('“x” is')]
	])('tells of %j what is required from what is not asked for', (typed, problem) => {
		expect(checkTriedSet(typed, optional, ['read_battery', 'read_charge']).problem).toBe(problem);
	});
});
