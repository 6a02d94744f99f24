import { SAMPLE_CALLBACK } from '#lib/access/connect-url/sandbox-link.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { listSecrets } from '#lib/server/applications/client-secrets.ts';
import { addRedirectUri } from '#lib/server/applications/redirect-uris.ts';
import { openConnect } from '#lib/server/connect/authorize/open-connect.ts';
import {
	findRun,
	forgetRun,
	sampleSecret,
	startSample
} from '#lib/server/connect/sample-client.ts';
import type { Context } from '#lib/server/context.ts';
import { clientSecrets, sampleRuns } from '#lib/server/db/client-schema.ts';
import { digestOf } from '#lib/server/digest.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { BROWSER, CALLBACK, ISSUER, newApplication, queryOf } from '../../../support/connect.ts';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

const SAMPLE = `${ISSUER}${SAMPLE_CALLBACK}`;
let clientId = '';
beforeEach(async () => {
	clientId = await newApplication(context, 'Charge Planner', [SAMPLE, CALLBACK]);
});

const stateIn = (location: string) => new URL(location).searchParams.getAll('state');
const start = (search: string, browser: string | null = BROWSER) =>
	startSample(context, search, ISSUER, browser);
const countRuns = () => context.read(({ db }) => db.$count(sampleRuns));

describe('startSample', () => {
	it('makes a state for a link that ends at the sample client', async () => {
		for (const parameters of [{}, { redirect_uri: SAMPLE }]) {
			const query = queryOf(clientId, parameters);
			const location = await start(query);
			const [state = ''] = stateIn(location);
			expect(state).toMatch(/^[\w-]{43}$/);
			expect(location).toBe(`${ISSUER}/oauth/authorize${query}&state=${state}`);
			expect(await findRun(context, BROWSER, state)).toEqual({ clientId, redirectUri: SAMPLE });
		}
	});

	it.each(['a+b/c==', 'é🚗'.repeat(1500)])('keeps a state that the link brings', async (state) => {
		const query = queryOf(clientId, { state });
		expect(await start(query)).toBe(`${ISSUER}/oauth/authorize${query}`);
		expect(await findRun(context, BROWSER, state)).toEqual({ clientId, redirectUri: SAMPLE });
	});

	it('puts its own in the place of an empty one', async () => {
		const location = await start(`?state=&${queryOf(clientId).slice(1)}&state`);
		const [state = ''] = stateIn(location);
		expect(stateIn(location)).toEqual([state]);
		expect(await findRun(context, BROWSER, state)).not.toBeNull();
		const opened = await openConnect(context, 'authorize', new URL(location).search, {
			browser: 'b',
			issuer: ISSUER,
			developer: true
		});
		expect(opened.kind).toBe('session');
	});

	it('remembers a run that ends at another server on the same file', async () => {
		const moved = `http://127.0.0.1:9${SAMPLE_CALLBACK}`;
		const other = await newApplication(context, 'Fleet');
		await addRedirectUri(context, other, moved, moved);
		const [state = ''] = stateIn(await start(queryOf(other, { redirect_uri: moved })));
		expect(await findRun(context, BROWSER, state)).toEqual({ clientId: other, redirectUri: moved });
	});

	it('begins nothing where only the head of the answer is asked for', async () => {
		const query = queryOf(clientId);
		expect(await start(query, null)).toBe(`${ISSUER}/oauth/authorize${query}`);
		expect(await countRuns()).toBe(0);
	});

	it('knows the application in any case', async () => {
		const [state = ''] = stateIn(await start(queryOf(clientId.toUpperCase())));
		expect(await findRun(context, BROWSER, state)).toMatchObject({ clientId });
	});

	it('leaves a link to another app as it is, and remembers nothing', async () => {
		const other = queryOf(await newApplication(context, 'Fleet'));
		for (const query of [
			queryOf(clientId, { redirect_uri: CALLBACK }),
			other,
			'?response_type=code&client_id=nobody',
			''
		]) {
			expect(await start(query)).toBe(`${ISSUER}/oauth/authorize${query}`);
		}
		expect(await countRuns()).toBe(0);
	});

	it('opens the other address for a vehicle to sign in for again', async () => {
		const query = queryOf(clientId, { response_type: 'vehicle_id', vehicle_id: 'v' });
		expect(await start(query)).toContain(`${ISSUER}/oauth/reauthenticate${query}&state=`);
	});
});

describe('what the sample client remembers', () => {
	const begin = (state: string, browser = BROWSER) => start(queryOf(clientId, { state }), browser);

	it('belongs to the browser that began it', async () => {
		await begin('s');
		expect(await findRun(context, 'another', 's')).toBeNull();
		expect(await findRun(context, undefined, 's')).toBeNull();
		expect(await findRun(context, BROWSER, 't')).toBeNull();
		expect(await findRun(context, BROWSER, null)).toBeNull();
		await forgetRun(context, 'another', 's');
		expect(await findRun(context, BROWSER, 's')).not.toBeNull();
		await forgetRun(context, BROWSER, 's');
		expect(await findRun(context, BROWSER, 's')).toBeNull();
	});

	it('is five runs of a browser, the newest', async () => {
		await begin('of another', 'another');
		for (const state of ['0', '1', '2', '3', '4', '5']) await begin(state);
		expect(await findRun(context, BROWSER, '0')).toBeNull();
		for (const state of ['1', '2', '3', '4', '5']) {
			expect(await findRun(context, BROWSER, state), state).not.toBeNull();
		}
		expect(await findRun(context, 'another', 'of another')).not.toBeNull();
	});

	it('is over after an hour, and swept away by the next', async () => {
		await begin('early');
		context = storage.at(START + 3_600_000 - 1);
		expect(await findRun(context, BROWSER, 'early')).not.toBeNull();
		context = storage.at(START + 3_600_001);
		expect(await findRun(context, BROWSER, 'early')).toBeNull();
		await begin('late', 'another');
		expect(await countRuns()).toBe(1);
	});

	it('is bounded over all browsers', async () => {
		await context.write(async ({ db }) => {
			for (let count = 0; count < 1000; count++) {
				const run = { clientId, redirectUri: SAMPLE, startedAt: START };
				const [browserDigest, stateDigest] = [digestOf(String(count)), digestOf('s')];
				await db.insert(sampleRuns).values({ ...run, browserDigest, stateDigest });
			}
		});
		await begin('newest');
		expect(await countRuns()).toBe(1000);
		expect(await findRun(context, '0', 's')).toBeNull();
		expect(await findRun(context, BROWSER, 'newest')).not.toBeNull();
	});

	it('goes along when the client id changes', async () => {
		await begin('s');
		const given = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
		await changeClientId(context, clientId, given);
		expect(await findRun(context, BROWSER, 's')).toEqual({ clientId: given, redirectUri: SAMPLE });
	});
});

describe('sampleSecret', () => {
	const stored = async () =>
		(await context.read(async ({ db }) => db.select().from(clientSecrets))).filter(
			(row) => row.clientId === clientId
		);

	it('is made once, stored as a digest, and neither listed nor counted', async () => {
		const secret = await sampleSecret(context, clientId);
		expect(await sampleSecret(context, clientId)).toBe(secret);
		expect(await sampleSecret(context, await newApplication(context, 'Fleet'))).not.toBe(secret);
		expect(await stored()).toMatchObject([
			{ isSample: true, digest: digestOf(secret ?? ''), machineClientId: null }
		]);
		expect(await listSecrets(context, clientId)).toEqual([]);
	});

	it('is none of an application that is gone', async () => {
		expect(await sampleSecret(context, '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07')).toBeNull();
		expect(await stored()).toEqual([]);
	});

	it('stands beside those of other processes, the newest eight', async () => {
		const mine = await sampleSecret(context, clientId);
		const insertOther = (name: string) =>
			context.write(async ({ db }) =>
				db.insert(clientSecrets).values({
					clientId,
					isSample: true,
					digest: digestOf(name),
					tail: 'xxxx',
					createdAt: START
				})
			);
		for (let count = 0; count < 8; count++) {
			await insertOther(`process ${count}`);
			expect(await sampleSecret(context, clientId)).toBe(mine);
		}
		await context.write(async ({ db }) =>
			db.delete(clientSecrets).where(eq(clientSecrets.digest, digestOf(mine ?? '')))
		);
		const next = await sampleSecret(context, clientId);
		expect(next).not.toBe(mine);
		const digests = (await stored()).map(({ digest }) => digest.toString('hex'));
		expect(digests).toHaveLength(8);
		expect(digests).toContain(digestOf(next ?? '').toString('hex'));
		expect(digests).not.toContain(digestOf('process 0').toString('hex'));
		expect(digests).toContain(digestOf('process 1').toString('hex'));
	});
});
