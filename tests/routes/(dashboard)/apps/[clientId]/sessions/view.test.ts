import { CONNECT_ERRORS } from '#lib/connect/connect-errors.ts';
import { endOf } from '#lib/connect/funnel.ts';
import { describe, expect, it } from 'vitest';
import { chipsOf } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/sessions/chips.ts';
import {
	EVERYTHING,
	formatView,
	groupByUser,
	isShown,
	narrowing,
	onlyHref,
	parseView
} from '../../../../../../src/routes/(dashboard)/apps/[clientId]/sessions/view.ts';
import {
	ENDS,
	screenName,
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
		['page=7&end=abandoned', { page: 7, end: 'abandoned' }],
		['reached=consent', { reached: 'consent' }],
		['left=sign-in&version=7', { left: 'sign-in', asked: 7 }],
		['version=link', { asked: 'link' }],
		['version=sign-in', { asked: 'sign-in' }],
		['brand=TESLA', { brand: 'TESLA' }],
		['brand=none', { brand: 'none' }],
		['seen=read_vin', { seen: 'read_vin' }],
		['refused=read_vin', { refused: 'read_vin' }],
		['by=brand&rows=all', { by: 'brand', all: true }],
		['by=colour&rows=few', {}],
		['session=one', { session: 'one' }]
	])('reads “%s”', (query, given) => {
		expect(parse(query)).toEqual({ ...EVERYTHING, ...given, problem: null });
	});

	it.each([
		['end=lost', '“lost” is no way for a session to end. Pick one from the list; all are shown.'],
		[
			'reached=end',
			'“end” is no step of a session. Write one of opened, brand, sign-in, consent, granted, exchanged; all are shown.'
		],
		[
			'left=Consent',
			'“Consent” is no step of a session. Write one of opened, brand, sign-in, consent, granted, exchanged; all are shown.'
		],
		['version=0', '“0” is no version. Write its number, “link” or “sign-in”; all are shown.'],
		['brand=tesla', '“tesla” is no brand. Write its key, such as TESLA, or “none”; all are shown.'],
		[
			'refused=read_mind',
			'“read_mind” is no permission. Write one such as read_odometer; all sessions are shown.'
		],
		...['0', '-1', 'two', '1.5', '9999999999'].map((page) => [
			`page=${page}`,
			`“${page}” is no page number. Write 1, 2 and so on; the first page is shown.`
		])
	])('says what is wrong with “%s” and shows everything', (query, problem) => {
		expect(parse(query)).toEqual({ ...EVERYTHING, problem });
	});

	it.each([
		'?',
		'?end=granted',
		'?user=a%26b&page=2',
		'?end=going_on&without_user=true',
		'?reached=granted&version=7&brand=LAND_ROVER&by=brand&rows=all',
		'?left=consent&version=sign-in&seen=read_vin&refused=read_fuel&page=2&key=after-1-a&session=s'
	])('reads what %s was written from', (query) => {
		expect(formatView(parse(query))).toBe(query);
	});
});

describe('onlyHref', () => {
	it('forgets what narrowed the list before, and keeps what the table shows', () => {
		const view = parse('end=granted&user=ann&page=3&by=brand&rows=all&session=one');
		expect(onlyHref(view, { left: 'consent', brand: 'FORD' })).toBe(
			'?left=consent&brand=FORD&by=brand&rows=all#sessions'
		);
	});
});

describe('isShown', () => {
	it.each([
		['', {}, false],
		['page=2&by=brand&session=one', {}, false],
		['left=consent', { left: 'consent' }, true],
		['left=consent&version=7', { left: 'consent' }, false],
		['left=consent', { left: 'consent', asked: 7 }, false],
		['left=consent', { reached: 'consent' }, false],
		['version=7', { asked: 7 }, true]
	] as const)('the list of “%s” for %j: %s', (query, narrowed, shown) => {
		expect(isShown(parse(query), narrowed)).toBe(shown);
	});
});

describe('chipsOf', () => {
	it('says each thing that narrows the list, and leads to the list without it', () => {
		const view = parse(
			'end=brand_unsupported&reached=sign-in&left=consent&version=7&brand=FORD&seen=read_vin&refused=read_fuel&user=ann&page=2'
		);
		const chips = chipsOf(view, () => 'Ford');
		expect(chips.map(({ text }) => text)).toEqual([
			'Ended with: Brand not supported',
			'Came to: Sign-in',
			'No further than: Consent',
			'Asked for: Version 7',
			'Brand: Ford',
			'Saw read_vin',
			'Refused read_fuel',
			'User: ann'
		]);
		for (const { without } of chips) {
			expect(narrowing(without)).toHaveLength(narrowing(view).length - 1);
			expect(without).toMatchObject({ page: 1, session: null });
		}
	});

	it('says what is missing where that is asked for', () => {
		const chips = chipsOf(parse('brand=none&without_user=true'), String);
		expect(chips.map(({ text }) => text)).toEqual(['No brand chosen', 'Without a user']);
		expect(chips.map(({ without }) => formatView(without))).toEqual([
			'?without_user=true',
			'?brand=none'
		]);
	});
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

	it('puts nothing together where nobody names a user', () => {
		expect(groupByUser([{ user: null }, { user: null }])).toBeNull();
		expect(groupByUser([])).toBeNull();
	});
});

describe('words', () => {
	it('has words of its own for every end', () => {
		expect(new Set(ENDS.map(({ short }) => short)).size).toBe(ENDS.length);
		expect(wordsOfEnd('granted')).toMatchObject({ short: 'Granted', tone: 'go' });
	});

	it.each([
		...CONNECT_ERRORS,
		'granted',
		'signed_in_again',
		'abandoned',
		'going_on',
		'brand_unsupported'
	])('has words for the end %s, and not its code', (end) => {
		expect(wordsOfEnd(end).short).not.toBe(end);
	});

	it.each([
		[null, 'Brand not supported'],
		['TESLA', 'Vehicle not compatible']
	])('with the brand %s the way out is called “%s”, as screen and as end', (make, name) => {
		expect(screenName('unsupported', make)).toBe(name);
		expect(wordsOfEnd(endOf({ outcome: 'vehicle_incompatible', make })).short).toBe(name);
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
		[1, 1000, '< 1 %'],
		[999, 1000, '> 99 %'],
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
