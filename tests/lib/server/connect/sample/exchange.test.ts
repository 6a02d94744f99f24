import { SAMPLE_CALLBACK } from '#lib/access/connect-url/sandbox-link.ts';
import { exchangeSampleCode } from '#lib/server/connect/sample/exchange.ts';
import type { Context } from '#lib/server/context.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, ISSUER, newApplication } from '../../../../support/connect.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const SAMPLE = `${ISSUER}${SAMPLE_CALLBACK}`;
let clientId = '';
beforeEach(async () => {
	clientId = await newApplication(context, 'Charge Planner', [SAMPLE]);
});

const post = (path: string, init: RequestInit) => askFromWithin(context, '192.0.2.1', path, init);
const exchange = (code: string) =>
	exchangeSampleCode(context, post, { clientId, redirectUri: SAMPLE }, code);

describe('exchangeSampleCode', () => {
	it('gets tokens as an app’s server does', async () => {
		const code = await connect(context, clientId, { redirect_uri: SAMPLE });
		expect(await exchange(code)).toMatchObject({
			ok: true,
			tokens: { token_type: 'Bearer', expires_in: 7200 }
		});
	});

	it('serves all browsers that come at the same moment', async () => {
		const codes: string[] = [];
		while (codes.length < 12) {
			codes.push(await connect(context, clientId, { redirect_uri: SAMPLE }));
		}
		const results = await Promise.all(codes.map(exchange));
		expect(results.map((result) => result?.ok)).toEqual(codes.map(() => true));
	});

	it('knows what was granted where the protocol names it', async () => {
		await updateProtocol(context, clientId, 'strict');
		const code = await connect(context, clientId, { redirect_uri: SAMPLE });
		expect(await exchange(code)).toMatchObject({
			tokens: { scope: 'read_battery read_odometer' }
		});
	});

	it('asks for nothing on behalf of an application that is gone', async () => {
		const gone = { clientId: randomUUID(), redirectUri: SAMPLE };
		expect(await exchangeSampleCode(context, post, gone, 'any')).toBeNull();
	});

	it('tells how it was refused', async () => {
		expect(await exchange('invented')).toEqual({
			ok: false,
			status: 400,
			error: { error: 'invalid_request', error_description: 'Invalid code: invented.' }
		});
	});
});
