import { RATE_LIMITS, secondsToWait, tokenThrottle } from '#lib/server/connect/throttle.ts';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '../../../support/storage.ts';

useDatabase();

const ON = { rateLimits: true };
const OFF = { rateLimits: false };

describe('secondsToWait', () => {
	it.each([
		['token', 60, 1],
		['authorize', 30, 2],
		['api', 120, 1]
	] as const)('of %s lets %d a minute through, then %d s', (kind, limit, seconds) => {
		expect(RATE_LIMITS[kind]).toBe(limit);
		for (let count = 0; count < limit; count += 1) {
			expect(secondsToWait(kind, 'a caller', ON)).toBe(0);
		}
		expect(secondsToWait(kind, 'a caller', ON)).toBe(seconds);
		expect(secondsToWait(kind, 'another', ON)).toBe(0);
		expect(secondsToWait(kind, 'a caller', OFF)).toBe(0);
	});
});

describe('tokenThrottle', () => {
	it('refuses in the words of OAuth', () => {
		const throttle = tokenThrottle(ON, '192.0.2.1');
		for (let count = 0; count < RATE_LIMITS.token; count += 1) {
			expect(throttle('a busy client')).toBeNull();
		}
		expect(throttle('a busy client')).toMatchObject({
			error: 'temporarily_unavailable',
			status: 429,
			description: 'More than 60 token requests in a minute; try again in 1 s.',
			headers: { 'retry-after': '1' }
		});
		expect(tokenThrottle(OFF, '192.0.2.1')('a busy client')).toBeNull();
	});
});
