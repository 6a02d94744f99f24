import { ASKING_LIMITS, FAILURE_LIMITS, waitOf } from '#lib/owners/limits.ts';
import { describe, expect, it } from 'vitest';
import { START } from '../../support/storage.ts';

const MINUTE = 60_000;
const perMinute = { of: 'address', most: 1, span: MINUTE } as const;
const perHour = { of: 'client', most: 5, span: 60 * MINUTE } as const;

describe('waitOf', () => {
	it.each([
		[null, null],
		[0, { of: 'address', seconds: 60 }],
		[1, { of: 'address', seconds: 60 }],
		[59_001, { of: 'address', seconds: 1 }],
		[59_999, { of: 'address', seconds: 1 }],
		[60_000, null],
		[61_000, null],
		// The clock was put back.
		[-5 * MINUTE, { of: 'address', seconds: 60 }]
	])('%s ms after the last that was allowed says %j', (after, wait) => {
		const at = after === null ? null : START - after;
		expect(waitOf([{ limit: perMinute, at }], START)).toEqual(wait);
	});

	it('is the longest of all', () => {
		const counted = [
			{ limit: perMinute, at: START },
			{ limit: perHour, at: START - MINUTE },
			{ limit: perMinute, at: null }
		];
		expect(waitOf(counted, START)).toEqual({ of: 'client', seconds: 59 * 60 });
		expect(waitOf([], START)).toBeNull();
	});
});

it('no more than a hundred guesses reach an address before its codes are long', () => {
	const day = ASKING_LIMITS.find(({ of, span }) => of === 'address' && span === 24 * 60 * MINUTE);
	expect(day?.most).toBe(10);
	expect(ASKING_LIMITS.filter(({ of }) => of === 'address')[0]).toEqual(perMinute);
	expect(FAILURE_LIMITS).toEqual([
		{ of: 'client', most: 20, span: 15 * MINUTE },
		{ of: 'all', most: 200, span: 60 * MINUTE }
	]);
});
