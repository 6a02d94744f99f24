import { describe, expect, it } from 'vitest';
import {
	readMoment,
	writeMoment
} from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/webhooks/why/moment.ts';

const NOW = Date.UTC(2027, 0, 3, 15, 40, 12);
const read = (text: string) => {
	const at = readMoment(text, NOW);
	return at === null ? null : new Date(at).toISOString();
};

describe('a moment that somebody writes', () => {
	it.each([
		['27 Nov 2026, 13:40:12', '2026-11-27T13:40:12.000Z'],
		['27 Nov 2026, 13:40', '2026-11-27T13:40:00.000Z'],
		['  27  november 2026 13:40:12 UTC ', '2026-11-27T13:40:12.000Z'],
		['1 Sept 2026,9:05', '2026-09-01T09:05:00.000Z'],
		['29 Feb 2028, 00:00', '2028-02-29T00:00:00.000Z'],
		['2026-11-27T13:40:12.345Z', '2026-11-27T13:40:12.000Z'],
		['2026-11-27T13:40', '2026-11-27T13:40:00.000Z'],
		['2026-11-27 13:40:12', '2026-11-27T13:40:12.000Z'],
		['13:40', '2027-01-03T13:40:00.000Z'],
		['9:05:07 utc', '2027-01-03T09:05:07.000Z']
	])('is read in UTC: %s', (text, iso) => {
		expect(read(text)).toBe(iso);
	});

	it.each([
		'',
		'yesterday',
		'11/27/2026 13:40',
		'27 Nov 2026',
		'31 Feb 2026, 13:40',
		'29 Feb 2026, 13:40',
		'27 Foo 2026, 13:40',
		'27 Nov 26, 13:40',
		'2026-13-41T99:99',
		'24:00',
		'13:60',
		'-1:00',
		'1798982421640',
		'27 Nov 2026, 13:40:12 CET'
	])('is none: %s', (text) => {
		expect(read(text)).toBeNull();
	});

	it('is written as pages show times, and read again', () => {
		expect(writeMoment(NOW)).toBe('3 Jan 2027, 15:40:12');
		for (let month = 0; month < 12; month += 1) {
			const at = Date.UTC(2026, month, 28, 23, 59, 59);
			expect(readMoment(writeMoment(at), NOW)).toBe(at);
		}
	});
});
