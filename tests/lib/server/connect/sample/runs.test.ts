import { SAMPLE_CALLBACK } from '#lib/access/connect-url/sandbox-link.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { findRun, forgetRun } from '#lib/server/connect/sample/runs.ts';
import { startSample } from '#lib/server/connect/sample/start.ts';
import type { Context } from '#lib/server/context.ts';
import { sampleRuns } from '#lib/server/db/client-schema.ts';
import { digestOf } from '#lib/server/digest.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { BROWSER, CALLBACK, ISSUER, newApplication, queryOf } from '../../../../support/connect.ts';
import { START, useStorage } from '../../../../support/storage.ts';

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

const start = (search: string, browser: string | null = BROWSER) =>
	startSample(context, search, ISSUER, browser);
const countRuns = () => context.read(({ db }) => db.$count(sampleRuns));

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
