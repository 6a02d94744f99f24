import { hasReached, judgeSession, lastScreen, withStep } from '#lib/connect/journey/session.ts';
import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { describe, expect, it } from 'vitest';
import { sessionWith } from '../../../support/session-facts.ts';
import { START } from '../../../support/storage.ts';

const LIFE = LIFETIMES.session;

describe('judgeSession', () => {
	it.each([
		[LIFE - 1, null, 'open'],
		[LIFE, null, 'over'],
		// A clock that was set back a little ends nothing; one set back further does.
		[-60_000, null, 'open'],
		[-60_001, null, 'over'],
		[0, START, 'over'],
		[-1, START, 'over']
	] as const)('%d ms after its last step, ended at %s, it is %s', (after, endedAt, kind) => {
		const session = { ...sessionWith({ endedAt }), touchedAt: START };
		expect(judgeSession(session, START + after)).toEqual({ kind, session });
	});
});

describe('the screens of a session', () => {
	it('are those that were reached, and the last of them', () => {
		const session = sessionWith({ screens: ['preamble', 'brand', 'login'] });
		expect(hasReached(session, 'brand')).toBe(true);
		expect(hasReached(session, 'grant')).toBe(false);
		expect(lastScreen(session)).toBe('login');
		expect(lastScreen(sessionWith({ screens: [] }))).toBe('preamble');
	});

	it('are noted once, with the time at which they were first reached', () => {
		const session = sessionWith({ screens: ['preamble', 'brand'] });
		expect(withStep(session, 'login', START + 9000)).toEqual([
			...session.steps,
			{ screen: 'login', at: START + 9000 }
		]);
		expect(withStep(session, 'preamble', START + 9000)).toEqual(session.steps);
	});
});
