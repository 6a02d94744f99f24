import { outsideOf, whatItGets } from '#lib/owners/what-it-gets.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { describe, expect, it } from 'vitest';

const battery = (required: boolean) => ({ name: 'read_battery', required }) as const;
const odometer = { name: 'read_odometer', required: false } as const;

describe('what an application gets', () => {
	it('is counted over the vehicles, and asked as it was asked last', () => {
		const { asked, version, from } = whatItGets([
			{
				...{ updatedAt: 2, version: 7 },
				asked: [battery(true)],
				granted: ['read_battery']
			},
			{
				...{ updatedAt: 1, version: 3 },
				asked: [odometer, battery(false)],
				granted: ['read_odometer', 'read_battery']
			}
		]);
		expect(asked).toEqual([battery(true), odometer]);
		expect(version).toBe(7);
		expect([...from].toSorted()).toEqual([
			['read_battery', 2],
			['read_odometer', 1]
		]);
	});

	it('misses what was left out, and is nothing where it reaches nothing', () => {
		const left = { updatedAt: 1, version: null, asked: [odometer], granted: [] };
		expect(whatItGets([left]).from.has('read_odometer')).toBe(false);
		expect(whatItGets([])).toEqual({ asked: [], version: null, from: new Map() });
	});
});

it('what it was not asked for is all the rest', () => {
	const outside = outsideOf([odometer, battery(true)]);
	expect(outside).toHaveLength(PERMISSION_NAMES.length - 2);
	expect(outside).toContain('read_location');
	expect(outside).not.toContain('read_odometer');
});
