import { RATE_LIMITS, secondsToWait } from '#lib/server/connect/throttle.ts';
import { readSettings } from '#lib/server/settings.ts';
import { describe, expect, it } from 'vitest';
import { START } from '../../../support/storage.ts';

const asking = (rateLimits: boolean) => ({
	machineNow: START,
	settings: { ...readSettings({}), rateLimits }
});
const ON = asking(true);
const OFF = asking(false);

describe('secondsToWait', () => {
	it.each([
		['token', 60, 1],
		['authorize', 30, 2],
		['api', 120, 1],
		['tokenAddress', 300, 1],
		['apiAddress', 600, 1],
		['publish', 30, 2],
		['write', 300, 1]
	] as const)('of %s lets %d a minute through, then %d s', (kind, limit, seconds) => {
		expect(RATE_LIMITS[kind]).toBe(limit);
		for (let count = 0; count < limit; count += 1) {
			expect(secondsToWait(ON, kind, 'a caller')).toBe(0);
		}
		expect(secondsToWait(ON, kind, 'a caller')).toBe(seconds);
		expect(secondsToWait(ON, kind, 'another')).toBe(0);
		expect(secondsToWait(OFF, kind, 'a caller')).toBe(0);
	});
});

describe('an address of version 6', () => {
	it.each([
		['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', true],
		['2001:db8:1:2::1', '2001:DB8:1:2::1', true],
		['2001:db8:1:2::1', '2001:db8:1:3::1', false],
		['2001:db8::1', '2001:db8::2', true],
		['2001:db8::1', '2001:db8:1::1', false],
		['::1', '::2', true],
		['192.0.2.1', '192.0.2.2', false]
	])('%s and %s count as one: %s', (one, other, together) => {
		const used = (caller: string) => {
			const key = `${caller} of ${one} and ${other}`;
			for (let count = 0; count < RATE_LIMITS.authorize; count += 1) {
				secondsToWait(ON, 'authorize', key);
			}
		};
		used(one);
		expect(secondsToWait(ON, 'authorize', `${other} of ${one} and ${other}`) > 0).toBe(together);
	});
});
