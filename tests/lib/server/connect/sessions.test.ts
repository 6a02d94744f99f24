import { clock } from '#lib/server/clock.ts';
import { begin, pickBrand } from '#lib/server/connect/journey/begin.ts';
import { decide } from '#lib/server/connect/journey/decide.ts';
import { LIFETIMES } from '#lib/server/connect/lifetimes.ts';
import { findSession } from '#lib/server/connect/sessions.ts';
import { describe, expect, it } from 'vitest';
import { createClient, openSession, reachConsent } from '../../../support/connect-flow.ts';
import { START, useDatabase } from '../../../support/storage.ts';

useDatabase();

const PREAMBLE = { country: null, language: 'en' };

describe('a session that was left alone', () => {
	it.each([
		[LIFETIMES.session - 1, 'open', 'screen'],
		[LIFETIMES.session, 'over', 'lost']
	])('for %i ms is %s, and a step leads to a %s', async (age, kind, next) => {
		const { clientId } = await createClient('strict');
		const traveller = await openSession(clientId);
		clock.now = () => START + age;
		expect(await findSession(traveller.id, traveller.browser)).toMatchObject({ kind });
		expect(await begin(traveller, PREAMBLE)).toMatchObject({ kind: next });
	});

	it('for ten minutes grants nothing any more', async () => {
		const traveller = await reachConsent(await createClient('strict'));
		clock.now = () => START + LIFETIMES.session;
		const form = { permissions: ['read_battery', 'read_odometer'], vehicles: [] };
		expect(await decide(traveller, form)).toEqual({ kind: 'lost' });
	});

	it('begins its ten minutes anew with every step', async () => {
		const { clientId } = await createClient('strict');
		const traveller = await openSession(clientId);
		clock.now = () => START + LIFETIMES.session - 1;
		await begin(traveller, PREAMBLE);
		clock.now = () => START + 2 * LIFETIMES.session - 2;
		expect(await pickBrand(traveller, 'AUDI')).toMatchObject({ kind: 'screen' });
	});
});

describe('a session of another browser', () => {
	it.each([undefined, '', 'another browser'])('is not found by %j', async (browser) => {
		const { clientId } = await createClient('strict');
		const { id } = await openSession(clientId);
		expect(await findSession(id, browser)).toEqual({ kind: 'foreign' });
	});
});
