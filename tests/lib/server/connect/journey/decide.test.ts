import { decide } from '#lib/server/connect/journey/decide.ts';
import { leave } from '#lib/server/connect/journey/leave.ts';
import { findOffer, findUnsupported } from '#lib/server/connect/journey/offer.ts';
import type { Traveller } from '#lib/server/connect/journey/step.ts';
import type { Context } from '#lib/server/context.ts';
import { authorizations } from '#lib/server/db/connect-schema.ts';
import { digestOf } from '#lib/server/digest.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	allow,
	answerOf,
	CALLBACK,
	newApplication,
	newTraveller,
	sessionOf,
	signInAs,
	signInBy
} from '../../../../support/connect.ts';
import { listConnections } from '../../../../support/list-connections.ts';
import { REHEARSED_START, START, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

const EVERYTHING = { permissions: ['read_battery', 'read_odometer'], vehicles: [] };
let clientId = '';
let traveller: Traveller;
beforeEach(async () => {
	clientId = await newApplication(context);
	({ traveller } = await signInBy(context, clientId, {
		scope: 'required:read_battery read_odometer'
	}));
});

const at = (time: number) => {
	context = storage.at(time);
};
const stored = () => context.read(async ({ db }) => db.select().from(authorizations));

describe('decide', () => {
	it('goes back with code, state and the owner’s id', async () => {
		const answer = answerOf(await allow(context, traveller));
		expect([...answer.keys()]).toEqual(['code', 'user_id']);
		const [row] = await stored();
		expect(row?.codeDigest).toEqual(digestOf(answer.get('code') ?? ''));
		expect(row?.accountId).toBe(answer.get('user_id'));
	});

	it.each([
		['read_odometer', 'required-missing'],
		['read_battery read_vin', 'not-asked']
	])('refuses %j as %s and grants nothing', async (ticked, fault) => {
		expect(await allow(context, traveller, { ticked })).toEqual({ kind: 'refused', fault });
		expect(await stored()).toEqual([]);
		expect(await listConnections(context, clientId)).toEqual([]);
		expect((await allow(context, traveller)).kind).toBe('redirect');
	});

	it('comes after the consent screen was reached', async () => {
		const early = await newTraveller(context, clientId);
		expect(await decide(context, early, EVERYTHING)).toEqual({
			kind: 'screen',
			screen: 'preamble'
		});
		expect(await leave(context, early, 'access_denied')).toEqual({
			kind: 'screen',
			screen: 'preamble'
		});
		expect(await sessionOf(context, early)).toMatchObject({ outcome: null });
	});

	it('refuses vehicles of somebody else', async () => {
		const { traveller: other } = await signInBy(context, clientId, {}, 'other@example.com');
		const [foreign] = (await findOffer(context, await sessionOf(context, other))).vehicles;
		expect(
			await decide(context, traveller, { ...EVERYTHING, vehicles: [foreign?.id ?? ''] })
		).toEqual({
			kind: 'refused',
			fault: 'vehicle'
		});
	});

	it('sends an owner who did not sign in to the start', async () => {
		expect(await decide(context, await newTraveller(context, clientId), EVERYTHING)).toEqual({
			kind: 'screen',
			screen: 'preamble'
		});
	});

	it('is lost in another browser, after ten minutes, and after another end', async () => {
		expect(await decide(context, { ...traveller, browser: 'another' }, EVERYTHING)).toEqual({
			kind: 'lost'
		});
		at(START + 600_000);
		expect(await allow(context, traveller)).toEqual({ kind: 'lost' });
		at(START);
		await leave(context, traveller, 'access_denied');
		expect(await allow(context, traveller)).toEqual({ kind: 'lost' });
		expect(await stored()).toEqual([]);
	});

	it('never grants a vehicle that is not supported, though another was offered before', async () => {
		const username = 'smartcar@vehicle-incompatible.com';
		const { traveller: later } = await signInAs(context, traveller, username);
		const { vehicle } = await findUnsupported(context, await sessionOf(context, later));
		expect(vehicle?.vin).toBe('0SCAUDI012FE3B132');
		const vehicles = [vehicle?.id ?? ''];
		expect(await decide(context, later, { ...EVERYTHING, vehicles })).toEqual({
			kind: 'refused',
			fault: 'vehicle'
		});
	});
});

describe('a second press on Allow', () => {
	it.each([
		[0, 'redirect'],
		[9_999, 'redirect'],
		[10_000, 'redirect'],
		[10_001, 'lost']
	])('after %d ms leads to a %s', async (milliseconds, kind) => {
		const first = answerOf(await allow(context, traveller));
		at(START + milliseconds);
		const second = await allow(context, traveller);
		expect(second.kind).toBe(kind);
		if (kind === 'lost') return;
		const answer = answerOf(second);
		expect(answer.get('user_id')).toBe(first.get('user_id'));
		expect(answer.get('code')).not.toBe(first.get('code'));
		const rows = await stored();
		expect(rows).toHaveLength(1);
		expect(rows[0]?.codeDigest).toEqual(digestOf(answer.get('code') ?? ''));
		expect(rows[0]?.createdAt).toBe(REHEARSED_START);
	});

	it('is lost when it says something else, and changes nothing of what was granted', async () => {
		await allow(context, traveller, { ticked: 'read_battery' });
		expect(await allow(context, traveller)).toEqual({ kind: 'lost' });
		expect(await allow(context, traveller, { ticked: 'control_security' })).toEqual({
			kind: 'lost'
		});
		expect(await allow(context, traveller, { ticked: 'read_battery', vehicles: [0] })).toEqual({
			kind: 'lost'
		});
		expect((await stored())[0]?.scope).toBe('read_battery');
		expect((await allow(context, traveller, { ticked: 'read_battery' })).kind).toBe('redirect');
	});

	it('is lost once the code was exchanged', async () => {
		await allow(context, traveller);
		await context.write(async ({ db }) =>
			db.update(authorizations).set({ codeUsedAt: REHEARSED_START })
		);
		expect(await allow(context, traveller)).toEqual({ kind: 'lost' });
	});

	it('is lost in another browser', async () => {
		await allow(context, traveller);
		expect(await decide(context, { ...traveller, browser: 'another' }, EVERYTHING)).toEqual({
			kind: 'lost'
		});
	});

	it('is answered like the first where no code was asked for', async () => {
		for (const redirect_uri of [CALLBACK, '']) {
			const { traveller: other } = await signInBy(context, clientId, {
				response_type: 'none',
				redirect_uri,
				approval_prompt: 'force'
			});
			const first = await allow(context, other);
			expect(first.kind).toBe(redirect_uri === '' ? 'screen' : 'redirect');
			expect(await allow(context, other)).toEqual(first);
		}
	});
});
