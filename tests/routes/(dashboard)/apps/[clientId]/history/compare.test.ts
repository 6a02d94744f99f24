import { describe, expect, it } from 'vitest';
import {
	formatHistory,
	formatPair,
	parsePage,
	parsePicks,
	press,
	type Pick,
	type Picks
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/history/compare.ts';

describe('what is marked to be compared', () => {
	it.each([
		[null, []],
		['', []],
		['3', [3]],
		['draft', ['draft']],
		['3..5', [3, 5]],
		['5..3', [5, 3]],
		['5..draft', [5, 'draft']],
		['draft..5', ['draft', 5]],
		['999999999..1', [999_999_999, 1]],
		['1000000000..1', null],
		['3..3', null],
		['3..03', null],
		['draft..draft', null],
		['3..', null],
		['..3', null],
		['-1..3', null],
		['3…5', null],
		['a..b', null],
		['drafts', null],
		['1..2..3', null]
	])('is read from %j', (text, expected) => {
		expect(parsePicks(text)).toEqual(expected);
	});

	it('comes back from its address', () => {
		expect(formatPair(3, 'draft')).toBe('?compare=3..draft');
		const query = new URLSearchParams(formatPair(3, 'draft'));
		expect(parsePicks(query.get('compare'))).toEqual([3, 'draft']);
	});

	it.each<[string, Picks, Pick, Picks]>([
		['a first', [], 3, [3]],
		['a second that is newer', [3], 5, [3, 5]],
		['a second that is older', [5], 3, [3, 5]],
		['the draft after a version', [5], 'draft', [5, 'draft']],
		['a version after the draft', ['draft'], 5, [5, 'draft']],
		['the only one again', [3], 3, []],
		['the older one again', [3, 5], 3, [5]],
		['the newer one again', [3, 5], 5, [3]],
		['one of two that were swapped again', [5, 3], 5, [3]],
		['the draft again', [3, 'draft'], 'draft', [3]],
		['a third before both', [3, 7], 1, [1, 7]],
		['a third after both', [3, 7], 9, [3, 9]],
		['a third nearer to the older one', [3, 7], 4, [4, 7]],
		['a third nearer to the newer one', [3, 7], 6, [3, 6]],
		['a third in the middle', [3, 7], 5, [5, 7]],
		['a third of two that were swapped', [7, 3], 8, [3, 8]],
		['the draft for a third', [3, 7], 'draft', [7, 'draft']],
		['a version for a third beside the draft', [3, 'draft'], 9, [9, 'draft']]
	])('pressing %s', (_, picks, pressed, expected) => {
		expect(press(picks, pressed)).toEqual(expected);
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
		[{ picks: [], page: 1 } as const, '?'],
		[{ picks: [], page: 2 } as const, '?page=2'],
		[{ picks: [3, 5], page: 2 } as const, '?compare=3..5&page=2']
	])('keeps what is compared: %j is “%s”', (view, query) => {
		expect(formatHistory(view)).toBe(query);
	});
});
