import { dayOf, timeInFileName } from '#lib/server/machine-time.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { START } from '../../support/storage.ts';

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

it('a moment fits into the name of a file on every system', () => {
	expect(timeInFileName()).toBe('2026-11-23T14-02-00.000Z');
});

it.each([
	[START, '2026-11-23'],
	[Date.UTC(2026, 10, 23, 23, 59, 59, 999), '2026-11-23'],
	[Date.UTC(2026, 10, 24), '2026-11-24']
])('the day of %i is %s', (time, day) => {
	expect(dayOf(time)).toBe(day);
});
