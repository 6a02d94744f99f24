import { describe, expect, it } from 'vitest';
import { formatSpan } from '../../src/routes/rehearsal-time.ts';
import { bandOf, dayOf } from '../../src/routes/band-of.ts';

const NOW = Date.UTC(2027, 0, 3, 14, 2, 11);
const DAY = 86_400_000;

describe('the band about time', () => {
	it('is not there while the clocks agree', () => {
		expect(bandOf({ now: NOW, offsetMs: 0, frozen: false })).toBeNull();
	});

	it('says what time it is, and how far ahead that is', () => {
		expect(bandOf({ now: NOW, offsetMs: 61 * DAY, frozen: false })).toEqual({
			now: NOW,
			aheadMs: 61 * DAY,
			frozen: false,
			title: 'Sandbox time: 3 Jan 2027',
			rest: ', 14:02 UTC, 61 days ahead'
		});
	});

	it('says that it stands still, and how far it stays behind', () => {
		expect(bandOf({ now: NOW, offsetMs: 0, frozen: true })?.rest).toBe(
			', 14:02 UTC, standing still'
		);
		expect(bandOf({ now: NOW, offsetMs: -3 * DAY, frozen: false })?.rest).toBe(
			', 14:02 UTC, 3 days behind'
		);
	});
});

describe('the day that an owner is told', () => {
	it('is none while the clocks agree', () => {
		expect(dayOf({ now: NOW, offsetMs: 999, frozen: false })).toBeNull();
	});

	it('is the same all day long, by UTC, while time is another or stands still', () => {
		const at = Date.UTC(2027, 0, 3);
		expect(dayOf({ now: NOW, offsetMs: -1000, frozen: false })).toEqual({ at, frozen: false });
		expect(dayOf({ now: at + DAY - 1, offsetMs: 0, frozen: true })).toEqual({ at, frozen: true });
		expect(dayOf({ now: at + DAY, offsetMs: DAY, frozen: false })?.at).toBe(at + DAY);
	});
});

describe('a span', () => {
	it.each([
		[0, '0 seconds'],
		[1999, '1 second'],
		[119_000, '119 seconds'],
		[120_000, '2 minutes'],
		[7_199_999, '119 minutes'],
		[7_200_000, '2 hours'],
		[2 * DAY - 1, '47 hours'],
		[2 * DAY, '2 days']
	])('of %d ms is %s', (span, text) => {
		expect(formatSpan(span)).toBe(text);
	});
});
