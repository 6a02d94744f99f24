import { SAMPLE_CALLBACK } from '#lib/access/connect-url/sandbox-link.ts';
import { clock } from '#lib/server/clock.ts';
import { changeClientId } from '#lib/server/client-ids.ts';
import { listSecrets } from '#lib/server/client-secrets.ts';
import { openConnect } from '#lib/server/connect/authorize/open-connect.ts';
import { digestOf } from '#lib/server/connect/digest.ts';
import {
	findRun,
	forgetRun,
	sampleSecret,
	startSample
} from '#lib/server/connect/sample-client.ts';
import { clientSecrets, sampleRuns } from '#lib/server/db/client-schema.ts';
import { read, write } from '#lib/server/db/connection.ts';
import { addRedirectUri } from '#lib/server/redirect-uris.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { BROWSER, CALLBACK, ISSUER, newApplication, queryOf } from '../../../support/connect.ts';
import { START, useDatabase } from '../../../support/storage.ts';

useDatabase();

const SAMPLE = `${ISSUER}${SAMPLE_CALLBACK}`;
let clientId = '';
beforeEach(async () => {
	clientId = await newApplication('Charge Planner', [SAMPLE, CALLBACK]);
});

const stateIn = (location: string) => new URL(location).searchParams.getAll('state');
const start = (search: string, browser: string | null = BROWSER) =>
	startSample(search, ISSUER, browser);
const countRuns = async () => (await read((db) => db.select().from(sampleRuns).all())).length;

describe('startSample', () => {
	it('makes a state for a link that ends at the sample client', async () => {
		for (const parameters of [{}, { redirect_uri: SAMPLE }]) {
			const query = queryOf(clientId, parameters);
			const location = await start(query);
			const [state = ''] = stateIn(location);
			expect(state).toMatch(/^[\w-]{43}$/);
			expect(location).toBe(`${ISSUER}/oauth/authorize${query}&state=${state}`);
			expect(await findRun(BROWSER, state)).toEqual({ clientId, redirectUri: SAMPLE });
		}
	});

	it.each(['a+b/c==', 'é🚗'.repeat(1500)])('keeps a state that the link brings', async (state) => {
		const query = queryOf(clientId, { state });
		expect(await start(query)).toBe(`${ISSUER}/oauth/authorize${query}`);
		expect(await findRun(BROWSER, state)).toEqual({ clientId, redirectUri: SAMPLE });
	});

	it('puts its own in the place of an empty one', async () => {
		const location = await start(`?state=&${queryOf(clientId).slice(1)}&state`);
		const [state = ''] = stateIn(location);
		expect(stateIn(location)).toEqual([state]);
		expect(await findRun(BROWSER, state)).not.toBeNull();
		const opened = await openConnect('authorize', new URL(location).search, {
			browser: 'b',
			issuer: ISSUER,
			developer: true
		});
		expect(opened.kind).toBe('session');
	});

	it('remembers a run that ends at another server on the same file', async () => {
		const moved = `http://127.0.0.1:9${SAMPLE_CALLBACK}`;
		const other = await newApplication('Fleet');
		await addRedirectUri(other, moved, moved);
		const [state = ''] = stateIn(await start(queryOf(other, { redirect_uri: moved })));
		expect(await findRun(BROWSER, state)).toEqual({ clientId: other, redirectUri: moved });
	});

	it('begins nothing where only the head of the answer is asked for', async () => {
		const query = queryOf(clientId);
		expect(await start(query, null)).toBe(`${ISSUER}/oauth/authorize${query}`);
		expect(await countRuns()).toBe(0);
	});

	it('knows the application in any case', async () => {
		const [state = ''] = stateIn(await start(queryOf(clientId.toUpperCase())));
		expect(await findRun(BROWSER, state)).toMatchObject({ clientId });
	});

	it('leaves a link to another app as it is, and remembers nothing', async () => {
		const other = queryOf(await newApplication('Fleet'));
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
		expect(await findRun('another', 's')).toBeNull();
		expect(await findRun(undefined, 's')).toBeNull();
		expect(await findRun(BROWSER, 't')).toBeNull();
		expect(await findRun(BROWSER, null)).toBeNull();
		await forgetRun('another', 's');
		expect(await findRun(BROWSER, 's')).not.toBeNull();
		await forgetRun(BROWSER, 's');
		expect(await findRun(BROWSER, 's')).toBeNull();
	});

	it('is five runs of a browser, the newest', async () => {
		await begin('of another', 'another');
		for (const state of ['0', '1', '2', '3', '4', '5']) await begin(state);
		expect(await findRun(BROWSER, '0')).toBeNull();
		for (const state of ['1', '2', '3', '4', '5']) {
			expect(await findRun(BROWSER, state), state).not.toBeNull();
		}
		expect(await findRun('another', 'of another')).not.toBeNull();
	});

	it('is over after an hour, and swept away by the next', async () => {
		await begin('early');
		clock.now = () => START + 3_600_000 - 1;
		expect(await findRun(BROWSER, 'early')).not.toBeNull();
		clock.now = () => START + 3_600_001;
		expect(await findRun(BROWSER, 'early')).toBeNull();
		await begin('late', 'another');
		expect(await countRuns()).toBe(1);
	});

	it('is bounded over all browsers', async () => {
		await write((db) => {
			for (let count = 0; count < 1000; count++) {
				const run = { clientId, redirectUri: SAMPLE, startedAt: START };
				const [browserDigest, stateDigest] = [digestOf(String(count)), digestOf('s')];
				db.insert(sampleRuns)
					.values({ ...run, browserDigest, stateDigest })
					.run();
			}
		});
		await begin('newest');
		expect(await countRuns()).toBe(1000);
		expect(await findRun('0', 's')).toBeNull();
		expect(await findRun(BROWSER, 'newest')).not.toBeNull();
	});

	it('goes along when the client id changes', async () => {
		await begin('s');
		const given = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
		await changeClientId(clientId, given);
		expect(await findRun(BROWSER, 's')).toEqual({ clientId: given, redirectUri: SAMPLE });
	});
});

describe('sampleSecret', () => {
	const stored = async () =>
		(await read((db) => db.select().from(clientSecrets).all())).filter(
			(row) => row.clientId === clientId
		);

	it('is made once, stored as a digest, and neither listed nor counted', async () => {
		const secret = await sampleSecret(clientId);
		expect(await sampleSecret(clientId)).toBe(secret);
		expect(await sampleSecret(await newApplication('Fleet'))).not.toBe(secret);
		expect(await stored()).toMatchObject([
			{ isSample: true, digest: digestOf(secret), machineClientId: null }
		]);
		expect(await listSecrets(clientId)).toEqual([]);
	});

	it('stands beside those of other processes, the newest eight', async () => {
		const mine = await sampleSecret(clientId);
		const insertOther = (name: string) =>
			write((db) =>
				db
					.insert(clientSecrets)
					.values({
						clientId,
						isSample: true,
						digest: digestOf(name),
						tail: 'xxxx',
						createdAt: START
					})
					.run()
			);
		for (let count = 0; count < 8; count++) {
			await insertOther(`process ${count}`);
			expect(await sampleSecret(clientId)).toBe(mine);
		}
		await write((db) =>
			db
				.delete(clientSecrets)
				.where(eq(clientSecrets.digest, digestOf(mine)))
				.run()
		);
		const next = await sampleSecret(clientId);
		expect(next).not.toBe(mine);
		const digests = (await stored()).map(({ digest }) => digest.toString('hex'));
		expect(digests).toHaveLength(8);
		expect(digests).toContain(digestOf(next).toString('hex'));
		expect(digests).not.toContain(digestOf('process 0').toString('hex'));
		expect(digests).toContain(digestOf('process 1').toString('hex'));
	});
});
