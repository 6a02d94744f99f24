import {
	ASKING_LIMITS,
	digitsSuffice,
	FAILURE_LIMITS,
	LAST_OF_ADDRESS,
	waitOf
} from '#lib/owners/limits.ts';
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

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

it('codes are asked for so often', () => {
	expect(ASKING_LIMITS).toEqual({
		known: [
			{ of: 'browser', most: 1, span: MINUTE },
			{ of: 'browser', most: 5, span: HOUR },
			{ of: 'browser', most: 10, span: DAY }
		],
		stranger: [
			{ of: 'here', most: 1, span: MINUTE },
			{ of: 'here', most: 5, span: HOUR },
			{ of: 'here', most: 10, span: DAY },
			{ of: 'address', most: 30, span: DAY },
			{ of: 'client', most: 20, span: 15 * MINUTE },
			{ of: 'all', most: 300, span: HOUR }
		]
	});
});

it('the last code for an address is the one before which there is room for one', () => {
	expect(LAST_OF_ADDRESS).toEqual({
		known: [],
		stranger: [{ of: 'address', most: 29, span: DAY }]
	});
});

it('six digits are wrong so often before they are too few', () => {
	expect(FAILURE_LIMITS).toEqual({
		known: [{ of: 'browser', most: 100, span: null }],
		stranger: [
			{ of: 'address', most: 100, span: null },
			{ of: 'client', most: 20, span: 15 * MINUTE },
			{ of: 'all', most: 200, span: HOUR }
		]
	});
});
