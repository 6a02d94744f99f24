import { datesFor, isDateStyle } from '#lib/access/owner-words/date-styles.ts';
import { dateIn } from '#lib/access/owner-words/dates.ts';
import { expect, it } from 'vitest';

const AT = Date.UTC(2027, 0, 3, 14, 2, 59);

it.each([
	['en', 'day', '3 January 2027'],
	['de-AT', 'day', '3. Januar 2027'],
	['fr', 'day', '3 janvier 2027'],
	['es', 'day', '3 de enero de 2027'],
	['en', 'time', '14:02 UTC'],
	['de', 'time', '14:02 UTC'],
	['en', 'moment', '3 January 2027 at 14:02 UTC'],
	['da', 'moment', '3 January 2027 at 14:02 UTC']
] as const)('in %s a %s is “%s”', (tag, style, text) => {
	expect(dateIn(tag, style, AT)).toBe(text);
});

it.each([
	['en', 'time', 'Asia/Tokyo', '23:02 GMT+9'],
	['de', 'moment', 'Europe/Berlin', '3. Januar 2027 um 15:02 MEZ'],
	['fr', 'day', 'Pacific/Auckland', '4 janvier 2027']
] as const)('in %s a %s in %s is “%s”', (language, style, zone, text) => {
	expect(datesFor(language, style, zone).format(AT)).toBe(text);
});

it.each([
	['day', true],
	['moment', true],
	['toString', false],
	['', false]
])('“%s” is a style: %s', (text, isStyle) => {
	expect(isDateStyle(text)).toBe(isStyle);
});
