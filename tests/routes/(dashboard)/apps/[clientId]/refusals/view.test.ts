import { describe, expect, it } from 'vitest';
import {
	checkTriedSet,
	formatView,
	parseView
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/refusals/view.ts';

describe('parseView', () => {
	it.each([
		['', [], 0],
		['refuse=', [], 0],
		['refuse=read_location+read_vin', ['read_location', 'read_vin'], 0],
		['refuse=read_location%20read_vin&size=2', ['read_location', 'read_vin'], 2],
		// As the form writes it without JavaScript.
		['refuse=read_location&refuse=read_vin', ['read_location', 'read_vin'], 0],
		['refuse=read_vin+read_vin', ['read_vin'], 0],
		['size=ten', [], 0],
		['size=-2', [], 0],
		['size=100', [], 0]
	])('reads “%s”', (query, refuse, size) => {
		expect(parseView(new URLSearchParams(query))).toEqual({ refuse, size });
	});

	it.each(['?', '?refuse=read_location', '?refuse=read_location+read_vin&size=2', '?size=3'])(
		'reads what %s was written from',
		(query) => {
			expect(formatView(parseView(new URLSearchParams(query)))).toBe(query);
		}
	);
});

describe('checkTriedSet', () => {
	const optional = ['read_location', 'read_odometer', 'read_vin'] as const;
	const STAYS = 'At least one permission has to stay granted. Untick one of the list.';
	const unknown = (subject: string) =>
		`${subject} not among the optional permissions of this draft. Tick what is refused in the list.`;

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

	it('names a required permission as one that cannot be refused', () => {
		expect(checkTriedSet(['read_battery'], optional, ['read_battery']).problem).toBe(
			unknown('“read_battery” is')
		);
	});
});
