import { readAsked } from '#lib/faults/asked.ts';
import { FAULTS, findFault } from '#lib/faults/faults.ts';
import { OAUTH_ERROR_CODES } from '#lib/connect/oauth-error.ts';
import { PLATFORM_ERROR_NAMES } from '#lib/vehicles/call/platform-errors.ts';
import { describe, expect, it } from 'vitest';

describe('the table of faults', () => {
	it('has every type and code of the platform’s errors, and of the token endpoints', () => {
		const names = new Set(FAULTS.map(({ name }) => name));
		for (const name of PLATFORM_ERROR_NAMES) expect(names).toContain(name);
		for (const code of OAUTH_ERROR_CODES) expect(names).toContain(`OAUTH:${code}`);
	});

	it('has each name once, whatever its letters', () => {
		const names = FAULTS.map(({ name }) => name.toUpperCase());
		expect(new Set(names).size).toBe(FAULTS.length);
	});

	it.each(['latency', ' LATENCY ', 'Latency'])('finds %o', (name) => {
		expect(findFault(name)?.name).toBe('LATENCY');
	});

	it('usually goes by a number that is allowed', () => {
		for (const { amount } of FAULTS) {
			if (amount) expect(amount.usual).toBeLessThanOrEqual(amount.most);
		}
	});
});

describe('a fault that is asked for', () => {
	it.each([
		['DROP', 'DROP', null],
		['latency=250', 'LATENCY', 250],
		['LATENCY', 'LATENCY', null],
		['LATENCY = 100000', 'LATENCY', 100_000],
		['RATE_LIMIT=1', 'RATE_LIMIT', 1],
		['RATE_LIMIT:VEHICLE=60', 'RATE_LIMIT:VEHICLE', 60],
		['VEHICLE_STATE:ASLEEP', 'VEHICLE_STATE:ASLEEP', null],
		['oauth:invalid_grant', 'OAUTH:invalid_grant', null],
		['PERMISSION', 'PERMISSION', null]
	])('is read of %o', (text, name, amount) => {
		expect(readAsked(text)).toMatchObject({ fault: { name }, amount });
	});

	it.each([
		['', { code: 'unknown', given: '', near: null }],
		['ASLEEP', { code: 'unknown', given: 'ASLEEP' }],
		['VEHICLE_STATE:ASLEP', { code: 'unknown', near: 'VEHICLE_STATE:ASLEEP' }],
		['toString', { code: 'unknown', near: null }],
		['DROP=1', { code: 'takes-no-amount', fault: { name: 'DROP' } }],
		['LATENCY=', { code: 'wrong-amount', fault: { name: 'LATENCY' } }],
		['LATENCY=0', { code: 'wrong-amount' }],
		['LATENCY=100001', { code: 'wrong-amount' }],
		['LATENCY=1.5', { code: 'wrong-amount' }],
		['LATENCY=-1', { code: 'wrong-amount' }],
		['LATENCY=9999999999999', { code: 'wrong-amount' }]
	])('is none in %o', (text, why) => {
		expect(readAsked(text)).toMatchObject(why);
	});
});
