import {
	CODE_LIFE,
	DIGITS,
	formatCode,
	formOf,
	judgeSubmission,
	LONG_LENGTH,
	LONG_LETTERS,
	readCode
} from '#lib/owners/sign-in-code.ts';
import { describe, expect, it } from 'vitest';
import { START } from '../../support/storage.ts';

const LONG = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const RIGHT = '482913';

describe('readCode', () => {
	it.each([
		['482913', '482913'],
		['482 913', '482913'],
		[' 482\u00a0913\n', '482913'],
		['482-913', '482913'],
		['4 8 2 9 1 3', '482913'],
		['482\u2011913', '482913'],
		['\u200e482913\u200f', '482913'],
		['\uff14\uff18\uff12\uff19\uff11\uff13', '482913'],
		['000000', '000000'],
		[LONG, LONG],
		['abcde fghij klmno pqrst uvwxy z', LONG],
		['', null],
		['48291', null],
		['4829130', null],
		['48291a', null],
		['482+913', null],
		[`${LONG}A`, null],
		[LONG.slice(1), null],
		[LONG.replace('A', '1'), null]
	])('makes of %j %j', (text, code) => {
		expect(readCode(text)).toBe(code);
	});

	it.each([RIGHT, LONG])('reads %s as a mail writes it', (code) => {
		expect(readCode(formatCode(code))).toBe(code);
	});
});

it('a mail writes codes in groups', () => {
	expect(formatCode(RIGHT)).toBe('482 913');
	expect(formatCode(LONG)).toBe('ABCDE FGHIJ KLMNO PQRST UVWXY Z');
});

it('a code is good for ten minutes, and long enough not to be guessed', () => {
	expect(CODE_LIFE).toBe(600_000);
	expect([DIGITS, LONG_LENGTH, LONG_LETTERS.length]).toEqual([6, 26, 32]);
});

it('a code is short or long', () => {
	expect([RIGHT, LONG].map(formOf)).toEqual(['digits', 'long']);
});

describe('judgeSubmission', () => {
	const TOO_SHORT = { kind: 'too-short' };
	const fresh = { createdAt: START, endedAt: null, tries: 0 };
	interface Facts {
		readonly tries?: number;
		readonly endedAt?: number;
		readonly typed?: string | null;
		readonly digitsSuffice?: boolean;
	}
	const judge = ({ typed = RIGHT, digitsSuffice = true, ...sent }: Facts, after = 0) => {
		const matches = (code: string) => code === RIGHT || code === LONG;
		return judgeSubmission(
			{ sent: { ...fresh, ...sent }, typed, digitsSuffice, matches },
			START + after
		);
	};

	it.each([
		['the right one', {}, 0, { kind: 'signed-in' }],
		['the right one in the last moment', {}, CODE_LIFE - 1, { kind: 'signed-in' }],
		['the right one too late', {}, CODE_LIFE, { kind: 'over' }],
		['the right one much too late', {}, 24 * 60 * 60_000, { kind: 'over' }],
		['the right one after the clock went back a little', {}, -60_000, { kind: 'signed-in' }],
		['the right one after the clock went back', {}, -60_001, { kind: 'over' }],
		['the right one at the fifth try', { tries: 4 }, 0, { kind: 'signed-in' }],
		['the right one at the sixth', { tries: 5 }, 0, { kind: 'over' }],
		['the right one once more', { endedAt: START }, 29_999, { kind: 'repeated' }],
		['the right one once more, later', { endedAt: START }, 30_000, { kind: 'over' }],
		[
			'the right one after five tries, once more',
			{ endedAt: START, tries: 5 },
			0,
			{ kind: 'over' }
		],
		[
			'a wrong one after it',
			{ endedAt: START, typed: '111111' },
			0,
			{ kind: 'over', counts: true }
		],
		['what can be none after it', { endedAt: START, typed: null }, 0, { kind: 'over' }],
		['a wrong one', { typed: '111111' }, 0, { kind: 'wrong', left: 4 }],
		['a wrong one at the fifth try', { typed: '111111', tries: 4 }, 0, { kind: 'wrong', left: 0 }],
		['a wrong one at the sixth', { typed: '111111', tries: 5 }, 0, { kind: 'over' }],
		['what can be none', { typed: null, tries: 2 }, 0, { kind: 'malformed', left: 3 }],
		['what can be none, too late', { typed: null }, CODE_LIFE, { kind: 'over' }],
		['six right digits that are too few', { digitsSuffice: false }, 0, TOO_SHORT],
		['six wrong digits that are too few', { digitsSuffice: false, typed: '111111' }, 0, TOO_SHORT],
		['too few digits too late', { digitsSuffice: false }, CODE_LIFE, { kind: 'over' }],
		[
			'a long one where six digits are too few',
			{ digitsSuffice: false, typed: LONG },
			0,
			{ kind: 'signed-in' }
		],
		[
			'a wrong long one where six digits are too few',
			{ digitsSuffice: false, typed: LONG.toLowerCase() },
			0,
			{ kind: 'wrong', left: 4 }
		]
	] as const)('%s', (_, facts, after, verdict) => {
		expect(judge(facts, after)).toEqual(verdict);
	});

	it('of a browser that asked for none is over', () => {
		const none = { sent: null, typed: RIGHT, digitsSuffice: true, matches: () => true };
		expect(judgeSubmission(none, START)).toEqual({ kind: 'over' });
	});
});
