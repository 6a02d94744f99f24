import { decideAllow } from '#lib/connect/journey/allow.ts';
import { describe, expect, it } from 'vitest';
import { requestWith, sessionWith } from '../../../support/session-facts.ts';
import { START } from '../../../support/storage.ts';

const request = requestWith({ scope: 'required:read_battery read_odometer' });
const offer = { asked: request.asked, singleSelect: false, vehicles: [{ id: 'a' }, { id: 'b' }] };
const form = { permissions: ['read_odometer', 'read_battery'], vehicles: ['b'] };
const approval = { granted: ['read_battery', 'read_odometer'], vehicleIds: ['b'] };
const open = (change: Parameters<typeof sessionWith>[0] = {}) =>
	({ kind: 'open', session: sessionWith({ request, ...change }) }) as const;
const usual = { offer, form, first: null, now: START };

describe('decideAllow while the session goes on', () => {
	it('grants what was ticked of what was offered', () => {
		expect(decideAllow({ ...usual, found: open() })).toEqual({
			kind: 'grant',
			accountId: 'owner',
			approval
		});
	});

	it.each([
		[{ permissions: ['read_odometer'], vehicles: ['a'] }, 'required-missing'],
		[{ permissions: ['read_battery', 'read_vin'], vehicles: ['a'] }, 'not-asked'],
		[{ permissions: ['read_battery'], vehicles: ['c'] }, 'vehicle'],
		[{ permissions: ['read_battery'], vehicles: [] }, 'vehicle']
	])('refuses %j as %s', (faulty, fault) => {
		expect(decideAllow({ ...usual, form: faulty, found: open() })).toEqual({
			kind: 'refused',
			fault
		});
	});

	it('leads back to where the session stands before the consent screen', () => {
		const found = open({ screens: ['preamble', 'brand'], accountId: null });
		expect(decideAllow({ ...usual, found })).toEqual({ kind: 'screen', screen: 'brand' });
	});

	it('leads to the start where nobody is signed in', () => {
		const found = open({ accountId: null });
		expect(decideAllow({ ...usual, found })).toEqual({ kind: 'screen', screen: 'preamble' });
	});
});

describe('decideAllow once the session is over', () => {
	const first = { scope: 'read_battery read_odometer', vehicleIds: ['b'] };
	const over = (change: Parameters<typeof sessionWith>[0] = {}) =>
		({ kind: 'over', session: sessionWith({ request, endedAt: START, ...change }) }) as const;

	it('repeats the answer to the first press', () => {
		expect(decideAllow({ ...usual, first, found: over() })).toEqual({ kind: 'repeat' });
	});

	it.each([
		['nothing was granted', { first: null }],
		['something else was granted', { first: { ...first, scope: 'read_battery' } }],
		['the form is refused', { form: { permissions: ['read_odometer'], vehicles: ['b'] } }],
		['it is too late', { now: START + 10_001 }],
		['it was left alone', { found: over({ endedAt: null }) }],
		['the consent screen was never shown', { found: over({ screens: ['preamble', 'login'] }) }]
	])('is lost where %s', (_why, change) => {
		expect(decideAllow({ ...usual, first, found: over(), ...change })).toEqual({ kind: 'lost' });
	});
});
