import {
	askedBy,
	countEnds,
	countRefusals,
	countSteps,
	endOf,
	FUNNEL_STEPS,
	mostLost,
	stepOf,
	type Alike
} from '#lib/connect/funnel.ts';
import { describe, expect, it } from 'vitest';

const alike = (given: Partial<Alike>): Alike => ({
	outcome: null,
	furthest: 'preamble',
	responseType: 'code',
	make: null,
	version: null,
	choices: null,
	count: 1,
	...given
});

describe('stepOf', () => {
	it.each([
		[null, null, 'code', 'opened'],
		['preamble', null, 'code', 'opened'],
		['brand', 'vehicle_incompatible', 'code', 'brand'],
		['login', 'no_vehicles', 'code', 'sign-in'],
		['grant', 'access_denied', 'code', 'consent'],
		['login', 'granted', 'code', 'granted'],
		['grant', 'granted', 'code', 'granted'],
		['grant', 'granted', 'none', 'exchanged'],
		['login', 'signed_in_again', 'vehicle_id', 'exchanged']
	] as const)(
		'from %s with the outcome %s, asked for %s: %s',
		(furthest, outcome, responseType, step) => {
			expect(stepOf({ furthest, outcome, responseType })).toBe(step);
		}
	);
});

describe('countSteps', () => {
	it('tells at each step who came to it, and who came no further', () => {
		const counted = countSteps(
			[
				alike({ count: 8 }),
				alike({ furthest: 'brand', count: 4 }),
				alike({ furthest: 'login', count: 2 }),
				alike({ furthest: 'grant', outcome: 'access_denied', count: 1 }),
				alike({ furthest: 'grant', outcome: 'granted', count: 16 })
			],
			[{ make: null, version: null, count: 10 }]
		);
		expect(counted.map(({ reached, left }) => [reached, left])).toEqual([
			[31, 8],
			[23, 4],
			[19, 2],
			[17, 1],
			[16, 6],
			[10, 0]
		]);
	});

	it('has every step where there is no session', () => {
		expect(countSteps([], [])).toEqual(FUNNEL_STEPS.map((step) => ({ step, reached: 0, left: 0 })));
	});
});

describe('mostLost', () => {
	it.each([
		[[0, 0, 0, 0, 9, 9], null],
		[[1, 3, 3, 2, 9, 9], 'brand'],
		[[0, 0, 0, 1, 0, 0], 'consent']
	])('of %j it is %s', (left, step) => {
		const steps = FUNNEL_STEPS.map((step, place) => ({
			step,
			reached: 20,
			left: left[place] ?? 0
		}));
		expect(mostLost(steps)?.step ?? null).toBe(step);
	});
});

describe('endOf', () => {
	it.each([
		['granted', null, 'granted'],
		[null, 'TESLA', 'abandoned'],
		['vehicle_incompatible', null, 'brand_unsupported'],
		['vehicle_incompatible', 'TESLA', 'vehicle_incompatible'],
		['no_vehicles', null, 'no_vehicles']
	])('the outcome %s with the brand %s is %s', (outcome, make, end) => {
		expect(endOf({ outcome, make })).toBe(end);
	});
});

describe('askedBy', () => {
	it.each([
		[7, 'code', 7],
		[7, 'none', 7],
		[null, 'code', 'link'],
		[null, 'vehicle_id', 'sign-in']
	] as const)('version %s and %s ask by %s', (version, responseType, asked) => {
		expect(askedBy({ version, responseType })).toBe(asked);
	});
});

describe('countEnds', () => {
	it('tells those that go on from those that were left alone', () => {
		expect(countEnds([alike({ count: 3 }), alike({ outcome: 'granted', count: 2 })], 1)).toEqual([
			{ end: 'abandoned', count: 2 },
			{ end: 'granted', count: 2 },
			{ end: 'going_on', count: 1 }
		]);
	});
});

describe('countRefusals', () => {
	it('puts the largest share first, however often it was seen', () => {
		const seen = { furthest: 'grant', outcome: 'granted' } as const;
		expect(
			countRefusals([
				alike({ ...seen, choices: '-read_vin read_odometer', count: 30 }),
				alike({ ...seen, choices: 'read_vin -read_odometer', count: 70 }),
				alike({ ...seen, choices: '-read_fuel', count: 2 }),
				alike({ ...seen, outcome: 'access_denied', choices: 'read_fuel', count: 1 }),
				alike({ ...seen, furthest: 'login', choices: '-read_vin', count: 50 })
			])
		).toEqual({
			seen: 103,
			denied: 1,
			permissions: [
				{ name: 'read_odometer', seen: 100, refused: 70 },
				{ name: 'read_fuel', seen: 3, refused: 2 },
				{ name: 'read_vin', seen: 100, refused: 30 }
			]
		});
	});
});
