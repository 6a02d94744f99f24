import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { disconnectAll, publish } from '../dashboard.ts';
import { jsonOf, send } from '../http.ts';
import { allow, newOwner, reachConsent } from '../journey.ts';
import { call, callSignal, freshTokens, refresh, tokensOf, vehiclesOf } from '../tokens.ts';

const NO_VEHICLE = '00000000-0000-4000-8000-000000000000';

/** An owner of a Model 3, which has a battery and no tank. */
function electricOwner() {
	return { ...newOwner(), make: 'TESLA' };
}

/** What an access token reaches, and until when. */
export const USE: readonly Check[] = [
	{
		row: 77,
		source: 'RFC 6750 §3, §3.1',
		title: 'a call without a token is 401 and names the scheme without an error',
		async run({ origin }) {
			for (const path of ['user', 'vehicles', `vehicles/${NO_VEHICLE}/permissions`]) {
				const { status, headers } = await send(`${origin}/v2.0/${path}`);
				assert.equal(status, 401, path);
				const challenge = headers.get('www-authenticate') ?? '';
				assert.match(challenge, /^Bearer\b/, path);
				assert.doesNotMatch(challenge, /error/, path);
			}
		}
	},
	{
		row: 78,
		source: 'RFC 6750 §3.1',
		title: 'a call with an unknown token is 401 invalid_token',
		async run({ origin, strict }) {
			const tokens = await freshTokens(strict);
			for (const token of ['garbage', 'ü'.repeat(3), tokens.refresh]) {
				const answer = await call(origin, 'user', encodeURIComponent(token));
				assert.equal(answer.status, 401);
				const challenge = answer.headers.get('www-authenticate') ?? '';
				assert.match(challenge, /^Bearer .*error="invalid_token"/);
				assert.equal(jsonOf(answer).type, 'AUTHENTICATION');
			}
		}
	},
	{
		row: 78,
		source: 'RFC 6750 §3.1',
		title: 'an access token is out of time after two hours',
		testedIn: 'tests/lib/server/connect/token/access-token.test.ts'
	},
	{
		row: 79,
		source: 'RFC 6750 §3.1',
		title: 'a call that needs a permission which was not granted is 403 and names it',
		async run({ strict, origin }) {
			const { access } = await freshTokens(strict);
			const [vehicle = ''] = await vehiclesOf(strict, access);
			const ofVersion2 = await call(origin, `vehicles/${vehicle}/location`, access);
			const ofVersion3 = await callSignal(origin, vehicle, 'location-preciselocation', access);
			for (const answer of [ofVersion2, ofVersion3]) {
				assert.equal(answer.status, 403);
				const challenge = answer.headers.get('www-authenticate') ?? '';
				assert.match(challenge, /^Bearer .*error="insufficient_scope", scope="read_location"/);
				assert.match(answer.text, /"PERMISSION"/);
				assert.match(answer.text, /has not granted read_location/);
			}
		}
	},
	{
		row: 80,
		source: 'OWASP ASVS 8.3.2, 10.7.3',
		title: 'what an owner took back is gone from every token at once, and from the next refresh',
		async run({ strict, origin }) {
			const owner = newOwner();
			const tokens = await freshTokens(strict, {}, owner);
			const [vehicle = ''] = await vehiclesOf(strict, tokens.access);
			const held = async () =>
				jsonOf(await call(origin, `vehicles/${vehicle}/permissions`, tokens.access)).permissions;
			assert.deepEqual(await held(), ['read_battery', 'read_odometer']);
			const again = await reachConsent(strict, { approval_prompt: 'force' }, owner);
			await allow(again, { permission: ['read_battery'] });
			assert.deepEqual(await held(), ['read_battery'], 'at once');
			const refreshed = tokensOf(await refresh(strict, tokens.refresh));
			assert.equal(refreshed.scope, 'read_battery', 'and after a refresh');
		}
	},
	{
		row: 80,
		source: 'OWASP ASVS 8.3.2, 10.7.3',
		title: 'a call that needs the permission taken back is 403, others go on',
		async run({ strict, origin }) {
			const owner = electricOwner();
			const { access } = await freshTokens(strict, {}, owner);
			const [vehicle = ''] = await vehiclesOf(strict, access);
			const statuses = async () => [
				(await call(origin, `vehicles/${vehicle}/odometer`, access)).status,
				(await call(origin, `vehicles/${vehicle}/battery`, access)).status,
				(await callSignal(origin, vehicle, 'odometer-traveleddistance', access)).status
			];
			assert.deepEqual(await statuses(), [200, 200, 200], 'before');
			const again = await reachConsent(strict, { approval_prompt: 'force' }, owner);
			await allow(again, { permission: ['read_battery'] });
			assert.deepEqual(await statuses(), [403, 200, 403], 'after');
		}
	},
	{
		row: 81,
		source: 'OWASP ASVS 10.4.9',
		title: 'once a connection is ended, no token of it reaches a vehicle from the next request on',
		async run({ newClient, origin }) {
			const client = await newClient();
			const tokens = await freshTokens(client);
			const [vehicle = ''] = await vehiclesOf(client, tokens.access);
			const read = async () =>
				(await call(origin, `vehicles/${vehicle}/odometer`, tokens.access)).status;
			assert.equal(await read(), 200, 'before');
			await disconnectAll(client);
			assert.equal(await read(), 403, 'the access token');
			assert.deepEqual(await vehiclesOf(client, tokens.access), [], 'the list of vehicles');
			assert.equal((await refresh(client, tokens.refresh)).status, 400, 'the refresh token');
		}
	},
	{
		row: 82,
		source: 'OWASP ASVS 8.2.2',
		title: 'a vehicle of somebody else and no vehicle are refused alike',
		async run({ strict, other, origin }) {
			const { access } = await freshTokens(strict);
			const foreignTokens = await freshTokens(other);
			const [foreign = ''] = await vehiclesOf(other, foreignTokens.access);
			const bodies = [];
			for (const id of [foreign, NO_VEHICLE]) {
				const answer = await call(origin, `vehicles/${id}/permissions`, access);
				assert.equal(answer.status, 403);
				bodies.push({ ...jsonOf(answer), requestId: null });
			}
			assert.deepEqual(bodies[0], bodies[1]);
		}
	},
	{
		row: 83,
		source: 'The platform',
		title: 'a call for a signal that the vehicle lacks is 501 and never 403',
		async run({ strict, origin }) {
			const scope = 'read_fuel read_odometer';
			const { access } = await freshTokens(strict, { scope }, electricOwner());
			const [vehicle = ''] = await vehiclesOf(strict, access);
			const ofVersion2 = await call(origin, `vehicles/${vehicle}/fuel`, access);
			const level = 'internalcombustionengine-fuellevel';
			const ofVersion3 = await callSignal(origin, vehicle, level, access);
			for (const { status, text } of [ofVersion2, ofVersion3]) {
				assert.equal(status, 501);
				assert.match(text, /"COMPATIBILITY"/);
				assert.match(text, /"VEHICLE_NOT_CAPABLE"/);
			}
		}
	},
	{
		row: 84,
		source: 'The platform',
		title: 'what is published after a consent changes nothing of it',
		async run({ newClient }) {
			const client = await newClient();
			await publish(client, 'tractionbattery-stateofcharge!');
			const owner = newOwner();
			const tokens = await freshTokens(client, { scope: null }, owner);
			await publish(client, 'tractionbattery-stateofcharge! odometer-traveleddistance');
			const refreshed = tokensOf(await refresh(client, tokens.refresh));
			assert.equal(refreshed.scope, 'read_battery');
			const again = await freshTokens(client, { scope: null }, owner);
			assert.equal(again.scope, 'read_battery read_odometer', 'until the owner agrees anew');
		}
	}
];
