import { inSeconds, isOver, LIFETIMES } from '#lib/connect/lifetimes.ts';
import { describe, expect, it } from 'vitest';

describe('LIFETIMES', () => {
	it.each([
		['session', 600],
		['code', 600],
		['accessToken', 7200],
		['refreshToken', 5_184_000],
		['refreshGrace', 600],
		['machineToken', 3600]
	] as const)('of %s is %d seconds', (name, seconds) => {
		expect(inSeconds(name)).toBe(seconds);
		expect(LIFETIMES[name]).toBe(seconds * 1000);
	});
});

describe('isOver', () => {
	it.each([
		[0, false],
		[999, false],
		[1000, true],
		[1001, true],
		[-60_000, false],
		[-60_001, true]
	])('%d ms after something that lives 1000 ms: %s', (later, over) => {
		expect(isOver(5_000_000, 1000, 5_000_000 + later)).toBe(over);
	});

	it('is so at once for what has no life', () => {
		expect(isOver(5, 0, 5)).toBe(true);
	});
});
