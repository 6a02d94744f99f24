import { checkState, checkUser, MAX_STATE_LENGTH } from '#lib/access/connect-url/check-owner.ts';
import { describe, expect, it } from 'vitest';

describe('a link for many owners', () => {
	it.each([
		[true, ['not-returned', 'same-for-all']],
		[false, ['not-returned']]
	])('is told that they are one user, when it is one (%j)', (forMany, codes) => {
		const found = checkUser({ user: 'u' }, { makes: [], forMany });
		expect(found.map(({ code }) => code)).toEqual(codes);
	});
});

describe('a state', () => {
	it('has at most 2048 characters', () => {
		const codes = (length: number) =>
			checkState({ state: 'x'.repeat(length) }, { makes: [] }).map(({ code }) => code);
		expect(MAX_STATE_LENGTH).toBe(2048);
		expect([codes(2048), codes(2049)]).toEqual([[], ['too-long']]);
	});
});
