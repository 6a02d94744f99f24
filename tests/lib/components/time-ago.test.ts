import { formatClock, formatDay } from '#lib/components/dates.ts';
import { formatAgo, formatMoment } from '#lib/components/time-ago.ts';
import { describe, expect, it, test } from 'vitest';

const NOW = Date.UTC(2026, 10, 23, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test.each([
	[-MINUTE, 'just now'],
	[0, 'just now'],
	[MINUTE - 1, 'just now'],
	[MINUTE, '1 minute ago'],
	[HOUR - 1, '59 minutes ago'],
	[HOUR, '1 hour ago'],
	[DAY - 1, '23 hours ago'],
	[DAY, 'yesterday'],
	[2 * DAY, '2 days ago'],
	[30 * DAY - 1, '29 days ago'],
	[31 * DAY, '23 Oct 2026']
])('an age of %i ms reads “%s”', (age, words) => {
	expect(formatAgo(NOW - age, NOW)).toBe(words);
});

describe('date and time', () => {
	it('are told in UTC where the zone of the reader is not known', () => {
		expect(formatMoment(NOW, false)).toBe('23 Nov 2026, 12:00 UTC');
	});

	it('are told in the zone of the reader', () => {
		const inZone = new Date(NOW);
		const time = [inZone.getHours(), inZone.getMinutes()].map((part) =>
			String(part).padStart(2, '0')
		);
		expect(formatMoment(NOW, true)).toBe(`${inZone.getDate()} Nov 2026, ${time.join(':')}`);
		expect(formatClock(NOW)).toBe(time.join(':'));
	});
});

test('a day is the same in every zone', () => {
	expect(formatDay('2026-12-01')).toBe('1 December 2026');
});
