import { registeredOrigins } from '#lib/server/connect/app-origin.ts';
import { addRedirectUri } from '#lib/server/redirect-uris.ts';
import { describe, expect, it } from 'vitest';
import { newApplication } from '../../../support/connect.ts';
import { useDatabase } from '../../../support/storage.ts';

useDatabase();

describe('registeredOrigins', () => {
	it.each([
		[['https://app.example.com:8443/cb?x=1'], ['https://app.example.com:8443']],
		[['http://localhost:3000/callback'], ['http://localhost:3000']],
		[
			['https://javascript-sdk.smartcar.com/v2/redirect?app_origin=https://app.example.com'],
			['https://javascript-sdk.smartcar.com', 'https://app.example.com']
		],
		// Any window would be told, or none.
		[['https://app.example.com/cb?app_origin=%2A'], ['https://app.example.com']],
		[['https://app.example.com/cb?app_origin=http://evil.example'], ['https://app.example.com']],
		[[], []]
	])('of %j are %j', async (uris, origins) => {
		expect(await registeredOrigins(await newApplication('Charge Planner', uris))).toEqual(origins);
	});

	it('are none for an app’s own scheme: a page without an origin must not pass for it', async () => {
		const clientId = await newApplication('Charge Planner', []);
		expect(await addRedirectUri(clientId, `sc${clientId}://callback`)).toEqual({ ok: true });
		expect(await registeredOrigins(clientId)).toEqual([]);
	});
});
