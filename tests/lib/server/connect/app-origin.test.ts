import { registeredOrigins } from '#lib/server/connect/app-origin.ts';
import { write } from '#lib/server/db/connection.ts';
import { addRedirectUri, insertRedirectUri } from '#lib/server/redirect-uris.ts';
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
		[[], []]
	])('of %j are %j', async (uris, origins) => {
		expect(await registeredOrigins(await newApplication('Charge Planner', uris))).toEqual(origins);
	});

	// Registered before such an address was refused. Any window would be told, or none.
	it.each(['%2A', 'http://evil.example'])('do not hold the app_origin %s', async (named) => {
		const clientId = await newApplication('Charge Planner', []);
		const uri = `https://app.example.com/cb?app_origin=${named}`;
		expect(await addRedirectUri(clientId, uri)).toMatchObject({ ok: false, field: 'uri' });
		await write((db) => insertRedirectUri(db, clientId, { uri, isBuiltIn: false }));
		expect(await registeredOrigins(clientId)).toEqual(['https://app.example.com']);
	});

	it('are none for an app’s own scheme: a page without an origin must not pass for it', async () => {
		const clientId = await newApplication('Charge Planner', []);
		expect(await addRedirectUri(clientId, `sc${clientId}://callback`)).toEqual({ ok: true });
		expect(await registeredOrigins(clientId)).toEqual([]);
	});
});
