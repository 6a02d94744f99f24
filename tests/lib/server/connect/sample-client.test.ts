import { SAMPLE_CALLBACK } from '#lib/access/connect-url/sandbox-link.ts';
import { listSecrets } from '#lib/server/client-secrets.ts';
import { openConnect } from '#lib/server/connect/authorize/open-connect.ts';
import { digestOf } from '#lib/server/connect/digest.ts';
import {
	formatRuns,
	parseRuns,
	sampleSecret,
	startSample,
	type SampleRun
} from '#lib/server/connect/sample-client.ts';
import { clientSecrets } from '#lib/server/db/connect-schema.ts';
import { read } from '#lib/server/db/connection.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { CALLBACK, ISSUER, newApplication, queryOf } from '../../../support/connect.ts';
import { useDatabase } from '../../../support/storage.ts';

useDatabase();

const SAMPLE = `${ISSUER}${SAMPLE_CALLBACK}`;
let clientId = '';
beforeEach(async () => {
	clientId = await newApplication('Charge Planner', [SAMPLE, CALLBACK]);
});

const stateIn = (location: string) => new URL(location).searchParams.getAll('state');

describe('startSample', () => {
	it('makes a state for a link that ends at the sample client', async () => {
		for (const parameters of [{}, { redirect_uri: SAMPLE }]) {
			const query = queryOf(clientId, parameters);
			const { location, run } = await startSample(query, ISSUER);
			expect(run).toEqual({
				state: expect.stringMatching(/^[\w-]{43}$/),
				clientId,
				redirectUri: SAMPLE
			});
			expect(location).toBe(`${ISSUER}/oauth/authorize${query}&state=${run?.state ?? ''}`);
		}
	});

	it('keeps a state that the link brings', async () => {
		const query = queryOf(clientId, { state: 'a+b/c==' });
		expect(await startSample(query, ISSUER)).toEqual({
			location: `${ISSUER}/oauth/authorize${query}`,
			run: { state: 'a+b/c==', clientId, redirectUri: SAMPLE }
		});
	});

	it('puts its own in the place of an empty one', async () => {
		const query = `?state=&${queryOf(clientId).slice(1)}&state`;
		const { location, run } = await startSample(query, ISSUER);
		expect(stateIn(location)).toEqual([run?.state]);
		const opened = await openConnect('authorize', new URL(location).search, {
			browser: 'b',
			issuer: ISSUER,
			developer: true
		});
		expect(opened.kind).toBe('session');
	});

	it('knows the application in any case', async () => {
		const { run } = await startSample(queryOf(clientId.toUpperCase()), ISSUER);
		expect(run).toMatchObject({ clientId });
	});

	it('leaves a link to another app as it is', async () => {
		const query = queryOf(clientId, { redirect_uri: CALLBACK });
		expect(await startSample(query, ISSUER)).toEqual({
			location: `${ISSUER}/oauth/authorize${query}`,
			run: null
		});
		const other = queryOf(await newApplication('Fleet'));
		expect((await startSample(other, ISSUER)).run).toBeNull();
		expect((await startSample('?response_type=code&client_id=nobody', ISSUER)).run).toBeNull();
		expect(await startSample('', ISSUER)).toEqual({
			location: `${ISSUER}/oauth/authorize`,
			run: null
		});
	});

	it('opens the other address for a vehicle to sign in for again', async () => {
		const query = queryOf(clientId, { response_type: 'vehicle_id', vehicle_id: 'v' });
		expect((await startSample(query, ISSUER)).location).toMatch(
			`${ISSUER}/oauth/reauthenticate${query}&state=`
		);
	});
});

describe('the cookie of the sample client', () => {
	const run = (state: string): SampleRun => ({ state, clientId: 'c', redirectUri: 'r' });

	it('remembers the five newest runs', () => {
		const old = ['4', '3', '2', '1', '0'].map(run);
		expect(parseRuns(formatRuns(old, run('5'))).map(({ state }) => state)).toEqual([
			'5',
			'4',
			'3',
			'2',
			'1'
		]);
		expect(parseRuns(formatRuns(old, null))).toEqual(old);
	});

	it.each([
		undefined,
		'',
		'nonsense',
		'null',
		'{}',
		'[1]',
		'[{"state":"s"}]',
		'[{"state":1,"clientId":"c","redirectUri":"r"}]',
		'[{"state":"s","clientId":"c","redirectUri":"r","more":1}]'
	])('is as good as none when it reads %j', (cookie) => {
		expect(parseRuns(cookie)).toEqual([]);
	});
});

describe('sampleSecret', () => {
	it('is made once, stored as a digest, and neither listed nor counted', async () => {
		const secret = await sampleSecret(clientId);
		expect(await sampleSecret(clientId)).toBe(secret);
		expect(await sampleSecret(await newApplication('Fleet'))).not.toBe(secret);
		const rows = await read((db) => db.select().from(clientSecrets).all());
		expect(rows.filter((row) => row.clientId === clientId)).toMatchObject([
			{ isSample: true, digest: digestOf(secret), machineClientId: null }
		]);
		expect(await listSecrets(clientId)).toEqual([]);
	});
});
