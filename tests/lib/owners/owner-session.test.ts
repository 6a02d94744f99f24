import { isRecent, isSignedIn, isUnnoted } from '#lib/owners/owner-session.ts';
import { describe, expect, it } from 'vitest';
import { START } from '../../support/storage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a sign-in of an owner', () => {
	it.each([
		[0, 0, true],
		[30 * MINUTE - 1, 30 * MINUTE - 1, true],
		[30 * MINUTE, 30 * MINUTE, false],
		[24 * HOUR - 1, 0, true],
		[24 * HOUR, 0, false],
		[HOUR, 31 * MINUTE, false],
		// The clock was put back.
		[-MINUTE, -MINUTE, true],
		[-2 * MINUTE, -2 * MINUTE, false]
	])('begun %d ms ago and seen %d ms ago lasts: %s', (age, idle, lasts) => {
		const times = { createdAt: START - age, seenAt: START - idle };
		expect(isSignedIn(times, START)).toBe(lasts);
	});

	it.each([
		[0, false],
		[MINUTE - 1, false],
		[MINUTE, true]
	])('seen %d ms ago is noted anew: %s', (idle, noted) => {
		expect(isUnnoted({ createdAt: START - HOUR, seenAt: START - idle }, START)).toBe(noted);
	});

	it.each([
		[0, true],
		[10 * MINUTE - 1, true],
		[10 * MINUTE, false],
		// The clock was put back.
		[-2 * MINUTE, false]
	])('begun %d ms ago is recent: %s', (age, recent) => {
		expect(isRecent({ createdAt: START - age }, START)).toBe(recent);
	});
});
