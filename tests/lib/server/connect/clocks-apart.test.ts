import { findSession } from '#lib/server/connect/sessions.ts';
import { findRun, rememberRun } from '#lib/server/connect/sample/runs.ts';
import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import {
	allow,
	answerOf,
	CALLBACK,
	connect,
	newApplication,
	newSecret,
	newTraveller,
	signInBy
} from '../../../support/connect.ts';
import { START, useStorage } from '../../../support/storage.ts';
import { exchange, refreshBy, tokensOf, type Client } from '../../../support/tokens.ts';

const storage = useStorage();

/** Milliseconds by which the clocks of two servers on one database may differ. */
const APART = 5000;

describe.each([
	['slower', APART, 0],
	['faster', 0, APART]
])('on a server whose clock is %s', (_, begunAt, goneOnAt) => {
	let here: Context;
	let there: Context;
	let client: Client;

	beforeEach(async () => {
		here = storage.at(START + begunAt);
		there = storage.at(START + goneOnAt);
		const clientId = await newApplication(here);
		client = { clientId, secret: await newSecret(here, clientId) };
	});

	it('a session goes on to its end, and its code and tokens work at once', async () => {
		const traveller = await newTraveller(here, client.clientId);
		expect(await findSession(there, traveller)).toMatchObject({ kind: 'open' });
		const signedIn = await signInBy(there, client.clientId);
		const code = answerOf(await allow(here, signedIn.traveller)).get('code') ?? '';
		const first = tokensOf(await exchange(there, client, code));
		expect(await findAccessGrant(here, first.access)).not.toBeNull();
		const second = tokensOf(await refreshBy(here, client, first.refresh));
		expect(await findAccessGrant(there, second.access)).not.toBeNull();
		expect((await refreshBy(there, client, second.refresh)).status).toBe(200);
	});

	it('a code serves once', async () => {
		const code = await connect(here, client.clientId);
		expect((await exchange(here, client, code)).status).toBe(200);
		expect((await exchange(there, client, code)).status).toBe(400);
		expect((await exchange(here, client, code)).status).toBe(400);
	});

	it('a press of Allow that comes twice leads to where the first one led', async () => {
		const { traveller } = await signInBy(here, client.clientId, { state: 'mine' });
		for (const server of [here, there]) {
			expect(answerOf(await allow(server, traveller)).get('state')).toBe('mine');
		}
	});

	it('the sample client knows what it began', async () => {
		const run = { clientId: client.clientId, redirectUri: CALLBACK };
		await rememberRun(here, 'browser', 'state', run);
		expect(await findRun(there, 'browser', 'state')).toEqual(run);
	});
});
