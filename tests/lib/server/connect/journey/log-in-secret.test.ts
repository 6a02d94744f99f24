import { begin, pickBrand } from '#lib/server/connect/journey/begin.ts';
import { decide } from '#lib/server/connect/journey/decide.ts';
import { leave, leaveUnsupported } from '#lib/server/connect/journey/leave.ts';
import { logIn } from '#lib/server/connect/journey/log-in.ts';
import { findOffer } from '#lib/server/connect/journey/offer.ts';
import type { Next, Traveller } from '#lib/server/connect/journey/step.ts';
import { findSession } from '#lib/server/connect/sessions.ts';
import type { Context } from '#lib/server/context.ts';
import { authorizations } from '#lib/server/db/connect-schema.ts';
import { readJson } from '#lib/server/db/stored-json.ts';
import { connectSessions } from '#lib/server/db/session-schema.ts';
import { randomSecret } from '#lib/server/digest.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	allow,
	answerOf,
	CALLBACK,
	connect,
	newApplication,
	newTraveller,
	open,
	OWNER,
	queryOf,
	sessionOf,
	signInAs,
	signInBy,
	type Parameters
} from '../../../../support/connect.ts';
import { seen } from '../../../../support/worded.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId = '';
let owner: Traveller;
beforeEach(async () => {
	context = storage.context;
	clientId = await newApplication(context);
	({ traveller: owner } = await signInBy(context, clientId, { make: '' }));
});

/** Whoever planted the browser's cookie knows it, and what the owner's forms hold. */
const planterOf = (traveller: Traveller): Traveller => ({ ...traveller, signIn: undefined });

async function consentOf(traveller: Traveller) {
	const { asked, vehicles } = await findOffer(context, await sessionOf(context, traveller));
	return { permissions: asked.map(({ name }) => name), vehicles: vehicles.map(({ id }) => id) };
}

const stored = () => context.read(async ({ db }) => db.select().from(authorizations));

describe('a browser whose cookie was planted', () => {
	const STEPS: readonly (readonly [string, (planter: Traveller) => Promise<Next>])[] = [
		['allows', async (planter) => decide(context, planter, await consentOf(owner))],
		['denies', (planter) => leave(context, planter, 'access_denied')],
		['leaves', (planter) => leave(context, planter, 'user_manually_returned_to_application')],
		['begins anew', (planter) => begin(context, planter, { country: null, language: 'en' })],
		['picks another brand', (planter) => pickBrand(context, planter, 'AUDI')]
	];

	it.each(STEPS)('keeps its session when the planter %s, to its end', async (_, step) => {
		expect(await step(planterOf(owner))).toEqual({ kind: 'lost' });
		expect(await step({ ...owner, signIn: randomSecret() })).toEqual({ kind: 'lost' });
		expect(await stored()).toEqual([]);
		expect(answerOf(await allow(context, owner)).get('code')).not.toBeNull();
	});

	it('shows the planter no screen, as if the session were another browser’s', async () => {
		expect(await findSession(context, planterOf(owner))).toEqual({ kind: 'foreign' });
		const { traveller: other } = await signInBy(context, clientId);
		expect(await findSession(context, { ...owner, signIn: other.signIn })).toEqual({
			kind: 'foreign'
		});
		expect(await findSession(context, owner)).toMatchObject({ kind: 'open' });
	});

	it('does not tell the planter of a vehicle that is not supported', async () => {
		const username = 'smartcar@vehicle-incompatible.com';
		const { traveller } = await signInBy(context, clientId, {}, username);
		expect(await leaveUnsupported(context, planterOf(traveller), true)).toEqual({ kind: 'lost' });
		const { searchParams } = locate(await leaveUnsupported(context, traveller, true));
		expect(searchParams.get('vin')).not.toBeNull();
	});

	it('leaves the planter no second code after Allow', async () => {
		const consent = await consentOf(owner);
		const first = answerOf(await decide(context, owner, consent)).get('code');
		const before = await stored();
		expect(await decide(context, planterOf(owner), consent)).toEqual({ kind: 'lost' });
		expect(await stored()).toEqual(before);
		expect(answerOf(await decide(context, owner, consent)).get('code')).not.toBe(first);
	});

	it('is still the planter’s too before anybody signs in', async () => {
		const traveller = await newTraveller(context, clientId);
		expect(await findSession(context, traveller)).toMatchObject({ kind: 'open' });
		await pickBrand(context, owner, 'AUDI');
		expect(await findSession(context, planterOf(owner))).toMatchObject({ kind: 'open' });
	});
});

const locate = (next: Next) => {
	const way = seen(next);
	return new URL(way.kind === 'redirect' ? way.location : 'none:');
};

describe('the secret of a sign-in', () => {
	it('is new each time, and stored as a digest alone', async () => {
		const { traveller: again } = await signInAs(context, owner);
		expect(again.signIn).toMatch(/^[\w-]{43}$/);
		expect(again.signIn).not.toBe(owner.signIn);
		const rows = await context.read(async ({ db }) => db.select().from(connectSessions));
		expect(rows.map(({ signInDigest }) => signInDigest?.length)).toEqual([32]);
		expect(JSON.stringify(rows)).not.toContain(again.signIn);
	});

	it('comes with every press, of which the last one counts', async () => {
		const { traveller: last, next } = await signInAs(
			context,
			planterOf(owner),
			'second@example.com'
		);
		expect(next).toEqual({ kind: 'screen', screen: 'grant' });
		expect(await allow(context, last)).toMatchObject({ kind: 'redirect' });
		expect(await findSession(context, owner)).toEqual({ kind: 'foreign' });
	});

	it('is asked for on our own last page too, however the sign-in led there', async () => {
		const own = { response_type: 'none', redirect_uri: '' };
		const first = await signInBy(context, clientId, own);
		expect(await allow(context, first.traveller)).toEqual({ kind: 'screen', screen: 'finish' });
		const skipped = await signInBy(context, clientId, own);
		expect(skipped.next).toEqual({ kind: 'screen', screen: 'finish' });
		for (const { traveller } of [first, skipped]) {
			expect(await findSession(context, planterOf(traveller))).toEqual({ kind: 'foreign' });
			expect(await findSession(context, traveller)).toMatchObject({
				kind: 'over',
				session: { outcome: 'granted' }
			});
		}
	});

	it('binds a session that an owner signs in to again for one vehicle', async () => {
		await connect(context, clientId, {}, { vehicles: [0] });
		const [vehicleId = ''] = (await stored()).flatMap(({ vehicleIds }) =>
			readJson(vehicleIds, 'row')
		);
		const again: Parameters = { response_type: vehicleId, scope: '', make: '', mode: '' };
		const opened = await open(context, queryOf(clientId, { ...again, redirect_uri: CALLBACK }));
		if (opened.kind !== 'session') throw new Error(opened.kind);
		const traveller = { ...planterOf(owner), id: opened.id };
		await begin(context, traveller, { country: null, language: 'en' });
		expect(await findSession(context, traveller)).toMatchObject({ kind: 'open' });
		expect(await logIn(context, traveller, OWNER)).toMatchObject({ kind: 'redirect' });
		expect(await findSession(context, traveller)).toEqual({ kind: 'foreign' });
	});

	it('is asked for where a sign-in of before there were any is not over yet', async () => {
		await context.write(async ({ db }) => db.update(connectSessions).set({ signInDigest: null }));
		expect(await findSession(context, owner)).toEqual({ kind: 'foreign' });
		expect(await leave(context, owner, 'access_denied')).toEqual({ kind: 'lost' });
		const { traveller: again } = await signInAs(context, planterOf(owner));
		expect(await allow(context, again)).toMatchObject({ kind: 'redirect' });
	});
});
