import { findManagementToken } from '#lib/server/applications/management-token.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import smartcar from 'smartcar';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication } from '../../../../support/connect.ts';
import { subscriptionsOf } from '../../../../support/made-webhooks.ts';
import { useReceiver } from '../../../../support/receiver.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
const receiver = useReceiver();
const TOKEN = 'a-management-token-for-tests';
const CHARGE = 'tractionbattery-stateofcharge';
const NOBODY = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
let clientId = '';
beforeEach(async () => {
	clientId = await newApplication(storage.context);
	receiver.answer = ({ body }, response) => {
		const { data } = JSON.parse(body.toString()) as { data: { challenge: string } };
		const challenge = smartcar.hashChallenge(TOKEN, data.challenge);
		response.end(JSON.stringify({ challenge }));
	};
});

async function ask(path: string, method = 'GET', sent?: unknown) {
	const response = await askFromWithin(storage.context, '192.0.2.7', `/sandbox/api/${path}`, {
		method,
		...(sent !== undefined && {
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(sent)
		})
	});
	const body: unknown = await response.json();
	return { status: response.status, body };
}

const add = (wanted: object = {}) =>
	ask('webhooks', 'POST', {
		clientId,
		callbackUri: receiver.uri,
		triggers: [CHARGE],
		signals: [CHARGE],
		autoSubscribe: true,
		managementToken: TOKEN,
		...wanted
	});

async function added(wanted: object = {}): Promise<string> {
	const { body } = await add(wanted);
	if (typeof body !== 'object' || body === null || !('id' in body)) {
		throw new Error(JSON.stringify(body));
	}
	return String(body.id);
}

const refused = (path: string, message: RegExp) => ({
	status: 400,
	body: {
		error: 'invalid_request',
		problems: [{ path, message: expect.stringMatching(message) as string }]
	}
});

describe('POST /sandbox/api/webhooks', () => {
	it('makes one that is verified, and tells the token that it is signed with', async () => {
		const { status, body } = await add({ clientId: clientId.toUpperCase() });
		expect({ status, body }).toMatchObject({ status: 200, body: { managementToken: TOKEN } });
		expect(await ask(`webhooks?clientId=${clientId}`)).toMatchObject({
			body: {
				webhooks: [
					{
						clientId,
						name: new URL(receiver.uri).host,
						callbackUri: receiver.uri,
						errorUri: null,
						verified: true,
						enabled: true,
						autoSubscribe: true
					}
				]
			}
		});
	});

	it('takes an answer of 2xx where the token is made by it, and tells that', async () => {
		receiver.answer = (_, response) => response.end();
		const { status, body } = await add({ managementToken: undefined });
		const token = (await findManagementToken(storage.context, clientId))?.token;
		expect({ status, body }).toMatchObject({ status: 200, body: { managementToken: token } });
		// From now on a receiver may know it.
		expect(await add({ managementToken: undefined })).toMatchObject(
			refused('callbackUri', /no JSON.*Answer VERIFY with 200/)
		);
	});

	it.each<[object, string, RegExp]>([
		[{ clientId: NOBODY }, 'clientId', /no application with this client id/],
		[{ clientId: 7 }, 'clientId', /client id, like/],
		[{ callbackUri: 'ftp://127.0.0.1' }, 'callbackUri', /begins with http/],
		[{ callbackUri: '/hook' }, 'callbackUri', /with its scheme/],
		[{ callbackUri: undefined }, 'callbackUri', /whole address/],
		[{ callbackUri: 'http://127.0.0.1:9/' }, 'callbackUri', /nobody listens there/],
		[{ callbackUri: 'http://192.168.0.1/' }, 'callbackUri', /WEBHOOK_HOSTS/],
		[{ errorUri: 'http://a:b@127.0.0.1/' }, 'errorUri', /without user name and password/],
		[{ errorUri: 'http://127.0.0.1:9/' }, 'errorUri', /nobody listens there/],
		[{ triggers: [] }, 'triggers', /at least one signal/],
		[{ triggers: 'all' }, 'triggers', /list of codes/],
		[{ signals: [CHARGE, `${CHARGE}s`] }, 'signals[1]', /did you mean tractionbattery-state/],
		[{ name: ' ' }, 'name', /Write a name/],
		[{ autoSubscribe: 'yes' }, 'autoSubscribe', /true or false/],
		[{ managementToken: 'short' }, 'managementToken', /16 to 256 characters/],
		[{ signal: [CHARGE] }, '', /did you mean “signals”/]
	])('refuses %o by name: %s', async (wanted, path, message) => {
		expect(await add(wanted)).toMatchObject(refused(path, message));
		expect(await ask('webhooks')).toMatchObject({ body: { webhooks: [] } });
	});

	it('says what came in place of a proof, and leaves no webhook behind', async () => {
		receiver.answer = (_, response) => response.writeHead(404).end('No such page');
		expect(await add()).toMatchObject(
			refused('callbackUri', /answered VERIFY with 404 and “No such page”\. Answer VERIFY/)
		);
		expect(await ask('webhooks')).toMatchObject({ body: { webhooks: [] } });
	});

	it('gives no application the token of another', async () => {
		await added();
		clientId = await newApplication(storage.context);
		expect(await add()).toMatchObject(refused('managementToken', /Another application/));
	});
});

describe('a webhook by its id', () => {
	it('is deleted once', async () => {
		const id = await added();
		expect(await ask(`webhooks/${id}`, 'DELETE')).toEqual({
			status: 200,
			body: { id, deleted: true }
		});
		for (const [path, method, sent] of [
			[`webhooks/${id}`, 'DELETE', undefined],
			['webhooks/any', 'DELETE', undefined],
			[`webhooks/${id}/test`, 'POST', {}],
			[`webhooks/${id}`, 'POST', { enabled: true }]
		] as const) {
			expect(await ask(path, method, sent)).toMatchObject({ status: 404 });
		}
	});

	it('is subscribed to a vehicle that its application is connected with', async () => {
		const { context } = storage;
		const id = await added({ autoSubscribe: false });
		await connect(context, clientId, { make: 'TESLA' }, { username: 'someone@example.com' });
		const listed = await ask('vehicles');
		const { vehicles } = listed.body as { vehicles: { id: string }[] };
		const vehicleId = vehicles[0]?.id ?? '';
		const subscribe = () => ask(`webhooks/${id}/subscriptions`, 'POST', { vehicleId });
		const first = await subscribe();
		expect(first).toMatchObject({
			status: 200,
			body: { subscriptions: [{ vehicleId, mode: 'simulated' }] }
		});
		expect(await subscribe()).toEqual(first);
		expect(await subscriptionsOf(context, clientId)).toHaveLength(1);
		const unsubscribe = () => ask(`webhooks/${id}/subscriptions/${vehicleId}`, 'DELETE');
		expect(await unsubscribe()).toEqual(first);
		expect(await unsubscribe()).toMatchObject(refused('vehicleId', /not subscribed to it/));
		expect(await ask(`webhooks/${id}/subscriptions`, 'POST', { vehicleId: 'any' })).toMatchObject(
			refused('vehicleId', /no connection to this vehicle/)
		);
		expect(await ask(`webhooks/${id}/subscriptions`, 'POST', {})).toMatchObject(
			refused('vehicleId', /Write the id of a vehicle/)
		);
	});

	it('is sent samples of both kinds, unless it is off', async () => {
		const id = await added();
		const { body } = await ask(`webhooks/${id}/test`, 'POST', {});
		expect(body).toMatchObject({
			events: [{ type: 'VEHICLE_STATE' }, { type: 'VEHICLE_ERROR' }]
		});
		expect(await ask(`deliveries?webhook=${id}`)).toMatchObject({
			body: {
				deliveries: [
					{ type: 'VEHICLE_ERROR', test: true, state: 'waiting', attempts: [] },
					{
						type: 'VEHICLE_STATE',
						test: true,
						body: { data: { vehicle: { mode: 'test' } }, meta: { mode: 'TEST' } }
					},
					{ type: 'VERIFY', test: false, state: 'delivered' }
				]
			}
		});
		expect(await ask(`webhooks/${id}`, 'POST', { enabled: false })).toMatchObject({
			body: { id, enabled: false }
		});
		expect(await ask(`webhooks/${id}/test`, 'POST', {})).toMatchObject({
			status: 400,
			body: { error_description: 'The webhook is off; switch it on first.' }
		});
		expect(await ask(`webhooks/${id}`, 'POST', { enabled: true })).toMatchObject({
			body: { id, enabled: true }
		});
		expect(await ask(`webhooks/${id}`, 'POST', { enabled: 'on' })).toMatchObject(
			refused('enabled', /true or false/)
		);
	});

	it('that leads to what sends samples asks for none', async () => {
		const id = await added();
		const [verify] = receiver.received;
		const told: unknown = JSON.parse(String(verify?.body));
		expect(await ask(`webhooks/${id}/test`, 'POST', told)).toMatchObject({ status: 400 });
	});
});

describe('GET /sandbox/api/deliveries', () => {
	it('tells each event once, with the attempts to send it', async () => {
		const id = await added();
		const sent = receiver.received[0]?.body.toString() ?? '';
		expect(await ask(`deliveries?webhook=${id.toUpperCase()}`)).toMatchObject({
			status: 200,
			body: {
				deliveries: [
					{
						type: 'VERIFY',
						vehicleId: null,
						dueAt: null,
						body: JSON.parse(sent) as unknown,
						attempts: [{ uri: receiver.uri, status: 200, error: null, signature: null, body: sent }]
					}
				],
				next: null
			}
		});
	});

	it('goes on page by page', async () => {
		const id = await added();
		await ask(`webhooks/${id}/test`, 'POST', {});
		const types: unknown[] = [];
		let after: number | null = null;
		do {
			const query: string = after === null ? '' : `&after=${after}`;
			const { body } = await ask(`deliveries?webhook=${id}&limit=1${query}`);
			const page = body as { deliveries: { type: string }[]; next: number | null };
			types.push(...page.deliveries.map(({ type }) => type));
			after = page.next;
		} while (after !== null);
		expect(types).toEqual(['VEHICLE_ERROR', 'VEHICLE_STATE', 'VERIFY']);
	});

	it.each([
		['', 'webhook', /Write the id of a webhook/],
		[`?webhook=${NOBODY}`, 'webhook', /no webhook with this id/],
		[`?webhook=${NOBODY}&limit=101`, 'limit', /from 1 to 100/],
		[`?webhook=${NOBODY}&after=x`, 'after', /next of the answer before/]
	] as const)('refuses “%s” by name', async (query, path, message) => {
		expect(await ask(`deliveries${query}`)).toMatchObject(refused(path, message));
	});

	it('lists webhooks of an application that is there', async () => {
		expect(await ask(`webhooks?clientId=${NOBODY}`)).toMatchObject(
			refused('clientId', /no application/)
		);
	});
});
