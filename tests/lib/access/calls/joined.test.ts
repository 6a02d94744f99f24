import { joinLiterals, placeOf } from '#lib/access/calls/joined.ts';
import { syntaxOf } from '#lib/access/calls/language.ts';
import { HOLE, lex } from '#lib/access/calls/lex.ts';
import { describe, expect, it } from 'vitest';

const join = (text: string) => joinLiterals(lex(text, syntaxOf('x.js', text)));

describe('strings', () => {
	it('are one where a value is put between them, and know where each began', () => {
		const text = `x = '/a' + id + '/b';`;
		expect(join(text)).toEqual([
			{
				start: text.indexOf("'/a"),
				end: text.length - 1,
				text: `/a${HOLE}/b`,
				parts: [
					{ inFile: text.indexOf('/a'), inText: 0 },
					{ inFile: text.indexOf('/b'), inText: 3 }
				],
				next: Number.POSITIVE_INFINITY
			}
		]);
	});

	it.each([
		[`'/a' + '/b' . '/c'`, ['/a/b/c']],
		[`'/a' + id + '/b' + at(x[0]) + '/c'`, [`/a${HOLE}/b${HOLE}/c`]],
		[`f('/a', '/b')`, ['/a', '/b']],
		[`'/a' + b - '/c'`, ['/a', '/c']]
	])('of %s are put together as they stand', (text, expected) => {
		expect(join(text).map((one) => one.text)).toEqual(expected);
	});

	it('are not joined over more than two hundred signs', () => {
		const spaces = ' '.repeat(80);
		const far = (value: number) => `'/a'${spaces}+${'x'.repeat(value)}+${spaces}'/b'`;
		expect(join(far(38))).toHaveLength(1);
		expect(join(far(39))).toHaveLength(2);
	});

	it('know where the next begins that may be an address, in their order', () => {
		const text = `f('/a', 'b', '/c')`;
		expect(join(text).map((one) => [one.text, one.next])).toEqual([
			['/a', text.indexOf("'/c")],
			['b', text.indexOf("'/c")],
			['/c', Number.POSITIVE_INFINITY]
		]);
	});
});

describe('a place of a joined text', () => {
	const text = "`\n\n/a\n` +\n'/b'";
	const [one] = join(text);

	it.each([
		['/a', 2],
		['/b', 0]
	])('is told by its part and the line breaks in front of it there: %s', (sign, breaks) => {
		if (!one) throw new TypeError('Nothing joined');
		const at = one.text.indexOf(sign);
		expect(placeOf(one, at)).toMatchObject({ breaks });
	});
});
