import { describe, expect, it } from 'vitest';
import * as words from '../../../../src/routes/(dashboard)/clock/words.en.ts';

describe('what fired', () => {
	it.each([
		[3, 3, '3, newest first'],
		[1000, 1000, '1,000, newest first'],
		[1000, 2345, 'the first 1,000 of 2,345, newest first']
	])('%i listed of %i is told as “%s”', (listed, count, told) => {
		expect(words.firedCount(listed, count)).toBe(told);
	});
});

describe('what ran out', () => {
	const nothing = {
		sessions: 0,
		codes: 0,
		accessTokens: 0,
		refreshTokens: 0,
		machineTokens: 0,
		connections: 0
	};

	it('is counted by kind', () => {
		expect(words.endedMeanwhile({ ...nothing, sessions: 1, codes: 2, refreshTokens: 1200 })).toBe(
			'Ran out meanwhile: 1 session, 2 codes and 1,200 refresh tokens.'
		);
		expect(words.endedMeanwhile({ ...nothing, accessTokens: 1, connections: 2 })).toBe(
			'Ran out meanwhile: 1 access token and 2 connections.'
		);
	});

	it('may be nothing', () => {
		expect(words.endedMeanwhile(nothing)).toBe('No session, code or token ran out meanwhile.');
	});
});
