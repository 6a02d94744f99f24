import { describe, expect, it } from 'vitest';
import {
	formatBody,
	nextFetch,
	valuesOf
} from '../../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicles/[vehicleId]/values/values.ts';
import {
	after,
	later,
	NOON,
	SECOND,
	vehicleOf
} from '../../../../../../../lib/vehicles/vehicles.ts';

describe('a body in a few words', () => {
	it.each([
		[{ value: 78, unit: 'percent' }, '78 percent'],
		[{ value: 18412.4, unit: 'km' }, '18,412.4 km'],
		[{ value: true }, 'true'],
		[{ value: null }, 'null'],
		[{ values: [1, 2], rowCount: 2 }, '2 values'],
		[{ isOpen: false, isLocked: true }, 'isOpen false, isLocked true'],
		[{ nested: { value: 1 } }, 'see its body'],
		[{ values: [{ type: 'GLOBAL', limit: 80 }], unit: 'percent' }, 'GLOBAL 80 percent']
	])('of %j is %s', (body, text) => {
		expect(formatBody(body)).toBe(text);
	});

	it('takes the unit of the catalog where a number is told without one', () => {
		expect(formatBody({ value: 13 }, 'minutes')).toBe('13 minutes');
		expect(formatBody({ value: 13, unit: 'hours' }, 'minutes')).toBe('13 hours');
		expect(formatBody({ value: true }, 'minutes')).toBe('true');
	});
});

describe('live values', () => {
	const locked = (vehicle: ReturnType<typeof vehicleOf>) =>
		valuesOf(vehicle).find(({ code }) => code === 'closure-islocked');

	it('are those that a read sees, beside what the vehicle says by now', () => {
		const unlocked = after(later(vehicleOf(), 10 * SECOND), { event: 'unlock' });
		expect(locked(unlocked)).toMatchObject({ text: 'true', itself: 'false', age: '10 seconds' });
		expect(locked(later(unlocked, 120 * SECOND))).toMatchObject({ text: 'false', itself: null });
	});

	it('say each step of their way, with what it took', () => {
		const value = locked(later(after(vehicleOf(), { event: 'unlock' }), 130 * SECOND));
		expect(value?.way.map(({ name, after: took }) => [name, took])).toEqual([
			['oemUpdatedAt', null],
			['retrievedAt', '+ 2 minutes'],
			['ingestedAt', '+ 2 seconds']
		]);
	});

	it('say when the next fetch is', () => {
		expect(nextFetch(later(vehicleOf(), 61 * SECOND))).toBe(NOON + 120 * SECOND);
		expect(nextFetch(vehicleOf())).toBe(NOON + 60 * SECOND);
	});
});
