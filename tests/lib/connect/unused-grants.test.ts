import { UNUSED_DAYS, unusedDays, unusedGrants, unusedUntil } from '#lib/connect/unused-grants.ts';
import { expect, it } from 'vitest';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.UTC(2026, 10, 27);
const LONG = UNUSED_DAYS * DAY;

it.each([
	['used just now', NOW - LONG, NOW, false],
	['used a moment less than 30 days ago', NOW - 2 * LONG, NOW - LONG + 1, false],
	['used 30 days ago', NOW - 2 * LONG, NOW - LONG, true],
	['used 30 days ago, and granted again since', NOW, NOW - LONG, true],
	['never used, granted a moment less than 30 days ago', NOW - LONG + 1, null, false],
	['never used, granted 30 days ago', NOW - LONG, null, true]
] as const)('a permission %s', (_, updatedAt, lastUse, unused) => {
	const uses = new Map(lastUse === null ? [] : [['read_vin', lastUse] as const]);
	const found = unusedGrants({ granted: ['read_vin'], updatedAt }, uses, NOW);
	expect(found).toEqual(unused ? ['read_vin'] : []);
});

it.each([
	[{ lastUsedAt: NOW - 48.9 * DAY, since: 0 }, 48],
	[{ lastUsedAt: NOW - LONG, since: NOW }, 30],
	[{ lastUsedAt: NOW - LONG + 1, since: 0 }, null],
	[{ lastUsedAt: null, since: NOW - 31 * DAY }, 31],
	[{ lastUsedAt: null, since: NOW }, null],
	// The clock was put back since.
	[{ lastUsedAt: NOW + DAY, since: 0 }, null]
])('%j is unused for %s days', (use, days) => {
	expect(unusedDays(use, NOW)).toBe(days);
});

it('draws one line between what is unused and what is in use', () => {
	const last = unusedUntil(NOW);
	expect(unusedDays({ lastUsedAt: last, since: 0 }, NOW)).toBe(UNUSED_DAYS);
	expect(unusedDays({ lastUsedAt: last + 1, since: 0 }, NOW)).toBeNull();
});

it('names none that was not granted, in the order of the grants', () => {
	const granted = ['read_battery', 'read_vin', 'control_security'] as const;
	const uses = new Map([
		['read_odometer', 0],
		['read_vin', NOW]
	]);
	expect(unusedGrants({ granted, updatedAt: 0 }, uses, NOW)).toEqual([
		'read_battery',
		'control_security'
	]);
});
