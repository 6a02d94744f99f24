import { ASKING_LIMITS, digitsSuffice, FAILURE_LIMITS, waitOf } from '#lib/owners/limits.ts';
import { describe, expect, it } from 'vitest';
import { START } from '../../support/storage.ts';

const MINUTE = 60_000;
const perMinute = { of: 'here', most: 1, span: MINUTE } as const;
const perHour = { of: 'client', most: 5, span: 60 * MINUTE } as const;

describe('waitOf', () => {
	it.each([
		[null, null],
		[0, { of: 'here', seconds: 60 }],
		[1, { of: 'here', seconds: 60 }],
		[59_001, { of: 'here', seconds: 1 }],
		[59_999, { of: 'here', seconds: 1 }],
		[60_000, null],
		[61_000, null],
		// The clock was put back.
		[-5 * MINUTE, { of: 'here', seconds: 60 }]
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

describe('digitsSuffice', () => {
	const wrong = { of: 'client', most: 20, span: 15 * MINUTE } as const;
	const since = { of: 'address', most: 100, span: null } as const;

	it.each([
		['nothing was wrong', [], true],
		['fewer were wrong', [{ limit: wrong, at: null }], true],
		['the twentieth to the last is old', [{ limit: wrong, at: START - 15 * MINUTE }], true],
		['it is not', [{ limit: wrong, at: START - 15 * MINUTE + 1 }], false],
		['fewer were wrong since a sign-in', [{ limit: since, at: null }], true],
		['a hundred were, however long ago', [{ limit: since, at: 0 }], false],
		[
			'one of several limits is reached',
			[
				{ limit: wrong, at: null },
				{ limit: since, at: START }
			],
			false
		]
	])('where %s: %s', (_, counted, suffice) => {
		expect(digitsSuffice(counted, START)).toBe(suffice);
	});
});

describe('a browser that is known', () => {
	it('is counted by nothing that a stranger adds to', () => {
		for (const limits of [ASKING_LIMITS, FAILURE_LIMITS]) {
			expect(new Set(limits.known.map(({ of }) => of))).toEqual(new Set(['browser']));
			expect(limits.stranger.map(({ of }) => of)).not.toContain('browser');
		}
	});

	it.each([ASKING_LIMITS, FAILURE_LIMITS])('is limited all the same', ({ known }) => {
		expect(known.length).toBeGreaterThan(0);
	});
});

it('an address gets no more than thirty mails a day from strangers, of whom one sends ten', () => {
	const perDay = ASKING_LIMITS.stranger.filter(({ span }) => span === 24 * 60 * MINUTE);
	expect(perDay.map(({ of, most }) => [of, most])).toEqual([
		['here', 10],
		['address', 30]
	]);
});

it('strangers have a hundred guesses of six digits at an address, 200 an hour in all', () => {
	expect(FAILURE_LIMITS.stranger).toEqual([
		{ of: 'address', most: 100, span: null },
		{ of: 'client', most: 20, span: 15 * MINUTE },
		{ of: 'all', most: 200, span: 60 * MINUTE }
	]);
});
