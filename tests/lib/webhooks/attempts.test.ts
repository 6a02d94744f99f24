import { isTaken, MOST_TRIES, nextAttempt } from '#lib/webhooks/attempts.ts';
import { describe, expect, it } from 'vitest';

describe('nextAttempt', () => {
	it('waits 25, 50 and 100 seconds after each failure, then gives up', () => {
		const at = [0];
		for (let tries = 1; ; tries += 1) {
			const next = nextAttempt(tries, at.at(-1) ?? 0);
			if (next === null) break;
			at.push(next);
		}
		expect(at).toEqual([0, 25_000, 75_000, 175_000]);
		expect(at).toHaveLength(MOST_TRIES);
	});
});

describe('isTaken', () => {
	it.each([
		[200, true],
		[202, true],
		[299, true],
		[199, false],
		[301, false],
		[307, false],
		[404, false],
		[500, false],
		[null, false]
	])('%s: %s', (status, taken) => {
		expect(isTaken(status)).toBe(taken);
	});
});
