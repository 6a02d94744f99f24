import { firstDifference, sharedEnd, sharedStart } from '#lib/access/compare-texts.ts';
import { describe, expect, it } from 'vitest';

describe('two texts', () => {
	it.each([
		['abc', 'abd', 2, 0],
		['abc', 'xbc', 0, 2],
		['xabc', 'xyabc', 1, 3],
		['abc', 'abc', 3, 3],
		['bc', 'abc', 0, 2],
		['abc', 'bc', 0, 2],
		['ab', 'abc', 2, 0],
		['', 'a', 0, 0],
		['abca', 'xbcy', 0, 0]
	])('“%s” and “%s” begin alike for %i and end alike for %i characters', (a, b, start, end) => {
		expect([sharedStart(a, b), sharedEnd(a, b)]).toEqual([start, end]);
	});

	it.each([
		['a', 'a', null],
		['abc', 'xbc', { position: 1, here: 'a', there: 'x' }],
		['abc', 'abd', { position: 3, here: 'c', there: 'd' }],
		['ab', 'abc', { position: 3, here: '', there: 'c' }],
		['😀a', '😀b', { position: 2, here: 'a', there: 'b' }]
	])('“%s” and “%s” part', (here, there, difference) => {
		expect(firstDifference(here, there)).toEqual(difference);
	});
});
