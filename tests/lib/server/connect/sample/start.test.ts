import { SAMPLE_CALLBACK } from '#lib/access/connect-url/sandbox-link.ts';
import { deleteApplication } from '#lib/server/applications/applications.ts';
import { addRedirectUri } from '#lib/server/applications/redirect-uris.ts';
import { openConnect } from '#lib/server/connect/authorize/open-connect.ts';
import { findRun } from '#lib/server/connect/sample/runs.ts';
import { startSample } from '#lib/server/connect/sample/start.ts';
import type { Context } from '#lib/server/context.ts';
import { sampleRuns } from '#lib/server/db/client-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { BROWSER, CALLBACK, ISSUER, newApplication, queryOf } from '../../../../support/connect.ts';
import { useStorage } from '../../../../support/storage.ts';

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

	it('remembers nothing of an application that is deleted meanwhile', async () => {
		const deleting: Context = {
			...context,
			async read(work) {
				const result = await context.read(work);
				await deleteApplication(context, clientId, 'Charge Planner');
				return result;
			}
		};
		const location = await startSample(deleting, queryOf(clientId), ISSUER, BROWSER);
		expect(location).toMatch(`${ISSUER}/oauth/authorize?`);
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
