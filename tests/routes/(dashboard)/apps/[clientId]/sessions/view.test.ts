import { describe, expect, it } from 'vitest';
import {
	EVERYTHING,
	formatView,
	groupByUser,
	parseView
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/sessions/view.ts';
import {
	ENDS,
	share,
	span,
	stepSpans,
	wordsOfEnd
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/sessions/words.ts';

const parse = (query: string) => parseView(new URLSearchParams(query));

describe('parseView', () => {
	it.each([
		['', {}],
		['end=&user=&page=', {}],
		['end=granted', { end: 'granted' }],
		// Exactly as in the link that was opened.
		['user=+ann+', { user: ' ann ' }],
		['without_user=true', { withoutUser: true }],
		['without_user=true&user=ann', { user: 'ann' }],
		['without_user=yes', {}],
		['page=7&end=abandoned', { page: 7, end: 'abandoned' }]
	])('reads “%s”', (query, given) => {
		expect(parse(query)).toEqual({ ...EVERYTHING, ...given, problem: null });
	});

	it.each([
		['end=lost', '“lost” is no way for a session to end. Pick one from the list; all are shown.'],
		...['0', '-1', 'two', '1.5', '9999999999'].map((page) => [
			`page=${page}`,
			`“${page}” is no page number. Write 1, 2 and so on; the first page is shown.`
		])
	])('says what is wrong with “%s” and shows everything', (query, problem) => {
		expect(parse(query)).toEqual({ ...EVERYTHING, problem });
	});

	it.each(['?', '?end=granted', '?user=a%26b&page=2', '?end=going_on&without_user=true'])(
		'reads what %s was written from',
		(query) => {
			expect(formatView(parse(query))).toBe(query);
		}
	);
});

describe('groupByUser', () => {
	it('keeps the order of the sessions, and of the users as they come first', () => {
		const [a, b, c, d] = [{ user: 'ann' }, { user: null }, { user: 'bob' }, { user: 'ann' }];
		expect(groupByUser([a, b, c, d])).toEqual([
			{ user: 'ann', sessions: [a, d] },
			{ user: null, sessions: [b] },
			{ user: 'bob', sessions: [c] }
		]);
	});
});

describe('words', () => {
	it('has words of its own for every end', () => {
		expect(new Set(ENDS.map(({ short }) => short)).size).toBe(ENDS.length);
		expect(wordsOfEnd('granted')).toMatchObject({ short: 'Granted', tone: 'go' });
	});

	it('keeps the name of an end that it does not know', () => {
		expect(wordsOfEnd('odd_end')).toMatchObject({
			short: 'odd_end',
			sentence: 'It ended with odd_end.'
		});
	});

	it.each([
		[1, 3, '33 %'],
		[3, 3, '100 %'],
		[0, 3, '0 %'],
		[0, 0, '']
	])('%i of %i is “%s”', (part, whole, words) => {
		expect(share(part, whole)).toBe(words);
	});

	it.each([
		[0, '0 s'],
		[59_400, '59 s'],
		[60_000, '1 min 0 s'],
		[125_000, '2 min 5 s'],
		// The clock was set back.
		[-5000, '0 s']
	])('%i ms are “%s”', (milliseconds, words) => {
		expect(span(milliseconds)).toBe(words);
	});

	it('tells how long after its first screen each was reached', () => {
		const steps = [
			{ screen: 'preamble', at: 5_000_000 },
			{ screen: 'login', at: 5_065_000 }
		] as const;
		expect(stepSpans(steps)).toEqual(['0 s', '1 min 5 s']);
		expect(stepSpans([])).toEqual([]);
	});
});
