import { createRateLimit as createLimit } from '#lib/server/rate-limit.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { START } from '../../support/storage.ts';

let now = START;
beforeEach(() => {
	now = START;
});
const pass = (milliseconds: number) => {
	now += milliseconds;
};

/** A limit that is asked at the time of the test. */
function createRateLimit(perMinute: number) {
	const limit = createLimit(perMinute);
	return (caller: string) => limit(caller, now);
}

describe('createRateLimit', () => {
	it('lets so many through at once and tells the next how long to wait', () => {
		const limit = createRateLimit(3);
		expect(['a', 'a', 'a', 'a', 'a'].map(limit)).toEqual([0, 0, 0, 20, 20]);
	});

	it('counts each caller alone', () => {
		const limit = createRateLimit(1);
		expect(['a', 'b', 'a', 'b'].map(limit)).toEqual([0, 0, 60, 60]);
	});

	it.each([
		[19_999, 1],
		[20_000, 0],
		[20_001, 0]
	])('after %d ms of 20 s, a caller waits %d s', (milliseconds, seconds) => {
		const limit = createRateLimit(3);
		for (let count = 0; count < 3; count += 1) limit('a');
		pass(milliseconds);
		expect(limit('a')).toBe(seconds);
	});

	it('gives back a minute’s worth at most', () => {
		const limit = createRateLimit(2);
		limit('a');
		pass(3_600_000);
		expect(['a', 'a', 'a'].map(limit)).toEqual([0, 0, 30]);
	});

	it('does not punish a request that was refused', () => {
		const limit = createRateLimit(1);
		limit('a');
		pass(59_000);
		expect(limit('a')).toBe(1);
		pass(1000);
		expect(limit('a')).toBe(0);
	});

	it('takes nothing away when the clock goes back', () => {
		const limit = createRateLimit(2);
		limit('a');
		pass(-3_600_000);
		expect(limit('a')).toBe(0);
		expect(limit('a')).toBe(30);
	});

	it('forgets the caller unseen for longest, beyond ten thousand', () => {
		const limit = createRateLimit(1);
		limit('first');
		limit('second');
		for (let count = 2; count < 10_000; count += 1) limit(`caller ${count}`);
		expect(limit('first')).toBe(60);
		limit('one more');
		expect(limit('first')).toBe(60);
		expect(limit('second')).toBe(0);
	});
});
