import { addRedirectUri, insertRedirectUri } from '#lib/server/applications/redirect-uris.ts';
import { registeredOrigins } from '#lib/server/connect/app-origin.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication } from '../../../support/connect.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

describe('registeredOrigins', () => {
	it.each([
		[['https://app.example.com:8443/cb?x=1'], ['https://app.example.com:8443']],
		[['http://localhost:3000/callback'], ['http://localhost:3000']],
		[
			['https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://app.example.com'],
			['https://javascript-sdk.smartcar.com', 'https://app.example.com']
		],
		[[], []]
	])('of %j are %j', async (uris, origins) => {
		expect(
			await registeredOrigins(context, await newApplication(context, 'Charge Planner', uris))
		).toEqual(origins);
	});

	// Registered before such an address was refused. Any window would be told, or none.
	it.each(['%2A', 'http://evil.example'])('do not hold the app_origin %s', async (named) => {
		const clientId = await newApplication(context, 'Charge Planner', []);
		const uri = `https://app.example.com/cb?app_origin=${named}`;
		expect(await addRedirectUri(context, clientId, uri)).toMatchObject({ ok: false, field: 'uri' });
		await context.write((transaction) =>
			insertRedirectUri(transaction, clientId, { uri, isBuiltIn: false })
		);
		expect(await registeredOrigins(context, clientId)).toEqual(['https://app.example.com']);
	});

	it('are none for an app’s own scheme: a page without an origin must not pass for it', async () => {
		const clientId = await newApplication(context, 'Charge Planner', []);
		expect(await addRedirectUri(context, clientId, `sc${clientId}://callback`)).toEqual({
			ok: true
		});
		expect(await registeredOrigins(context, clientId)).toEqual([]);
	});
});
