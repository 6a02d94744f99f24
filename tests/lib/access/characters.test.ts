import { findUnprintable, findUnprintableInLines, quote } from '#lib/access/characters.ts';
import { describe, expect, it } from 'vitest';

describe('a character that cannot be seen', () => {
	it.each([
		['\u0000', 'U+0000'],
		['\u001B', 'U+001B'],
		['a\nb', 'U+000A'],
		['\u00AD', 'U+00AD'],
		['\u034F', 'U+034F'],
		['\u115F', 'U+115F'],
		['\u200B', 'U+200B'],
		['\u202E', 'U+202E'],
		['\u2028', 'U+2028'],
		['\u2800', 'U+2800'],
		['\u3164', 'U+3164'],
		['\uFEFF', 'U+FEFF'],
		['\uFFA0', 'U+FFA0'],
		['\uE000', 'U+E000'],
		['\uFFFC', 'U+FFFC'],
		['\uFFFE', 'U+FFFE'],
		['\u{1D159}', 'U+1D159'],
		['\u{10FFFF}', 'U+10FFFF'],
		['\u{E0041}', 'U+E0041'],
		['\uD800', 'U+D800'],
		['a\u200Db', 'U+200D'],
		['👩\u200D', 'U+200D'],
		['a\uFE0F', 'U+FE0F']
	])('is found in %j', (text, point) => {
		expect(findUnprintable(text)).toBe(point);
		expect(quote(text)).toContain(`[${point}]`);
	});

	it.each([
		'',
		'Charge planner – für Zürich, №1 “beta”',
		'שלום',
		'می\u200Cخواهم',
		'क्\u200Dष',
		'Ride ❤️',
		'👩🏽\u200D💻 and 🏳️\u200D🌈',
		'1️⃣'
	])('is not found in %j', (text) => {
		expect(findUnprintable(text)).toBeNull();
	});

	it('is not a line break or a tab where a text has lines', () => {
		expect(findUnprintableInLines('a\n\tb')).toBeNull();
		expect(findUnprintableInLines('a\n\u202Eb')).toBe('U+202E');
		expect(findUnprintableInLines('a\rb')).toBe('U+000D');
	});
});
