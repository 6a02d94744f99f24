import { describe, expect, it } from 'vitest';
import {
	formatPair,
	parsePair
} from '../../src/routes/(dashboard)/apps/[clientId]/history/compare.ts';

describe('which versions to compare', () => {
	it.each([
		['?compare=3..5', { before: 3, after: 5 }],
		['?compare=5..3', { before: 3, after: 5 }],
		['?from=2&to=9', { before: 2, after: 9 }],
		['?from=10&to=9', { before: 9, after: 10 }],
		['?compare=3..3', null],
		['?compare=3..', null],
		['?compare=a..b', null],
		['?from=1', null],
		['', null]
	])('reads %s', (search, expected) => {
		expect(parsePair(new URLSearchParams(search))).toEqual(expected);
	});

	it('comes back from its short address', () => {
		const pair = { before: 3, after: 5 };
		expect(parsePair(new URLSearchParams(formatPair(pair)))).toEqual(pair);
	});
});
