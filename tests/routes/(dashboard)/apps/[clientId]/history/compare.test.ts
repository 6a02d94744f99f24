import { describe, expect, it } from 'vitest';
import {
	formatHistory,
	formatPair,
	parsePage,
	parsePair
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/history/compare.ts';

describe('which versions to compare', () => {
	it.each([
		['3..5', { before: 3, after: 5 }],
		['5..3', { before: 5, after: 3 }],
		['999999999..1', { before: 999_999_999, after: 1 }],
		['1000000000..1', null],
		['3..3', null],
		['3..', null],
		['..3', null],
		['-1..3', null],
		['3…5', null],
		['a..b', null],
		['1..2..3', null],
		['', null]
	])('reads “%s”', (text, expected) => {
		expect(parsePair(text)).toEqual(expected);
	});

	it('comes back from its address', () => {
		const pair = { before: 3, after: 5 };
		expect(formatPair(pair)).toBe('?compare=3..5');
		expect(parsePair(new URLSearchParams(formatPair(pair)).get('compare') ?? '')).toEqual(pair);
	});
});

describe('a page of the list', () => {
	it.each([
		[null, 1],
		['', 1],
		['0', 1],
		['-1', 1],
		['1e3', 1],
		['9999999999', 1],
		['400', 400]
	])('%j is page %i', (text, page) => {
		expect(parsePage(text)).toBe(page);
	});

	it.each([
		[{ pair: null, page: 1 }, '?'],
		[{ pair: null, page: 2 }, '?page=2'],
		[{ pair: { before: 3, after: 5 }, page: 2 }, '?compare=3..5&page=2']
	])('keeps what is compared: %j is “%s”', (view, query) => {
		expect(formatHistory(view)).toBe(query);
	});
});
