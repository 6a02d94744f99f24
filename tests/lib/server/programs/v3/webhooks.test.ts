import { disableWebhook, type Webhook } from '#lib/server/webhooks/webhooks.ts';
import {
	MANAGEMENT_OPERATIONS,
	MANAGEMENT_SCHEMAS
} from '#lib/server/programs/management/described.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { requireDescribed } from '../../../../support/api-answer.ts';
import { newApplication } from '../../../../support/connect.ts';
import { newWebhook, subscriptionsOf, WANTED } from '../../../../support/made-webhooks.ts';
import { useStorage } from '../../../../support/storage.ts';
import { newV3Client, type V3Client } from '../../../../support/v3.ts';

const storage = useStorage();
const NOBODY = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
let client: V3Client;
let webhook: Webhook;
beforeEach(async () => {
	client = await newV3Client(storage.context, { username: 'someone@example.com' });
	webhook = await newWebhook(storage.context, client.clientId);
});

/** Asks with the machine token; an answer that is not as described fails. */
async function ask(path: string, method = 'GET', body?: unknown, token = client.machine) {
	const response = await askFromWithin(storage.context, '192.0.2.7', `/v3${path}`, {
		method,
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		...(body !== undefined && { body: JSON.stringify(body) })
	});
	const text = await response.text();
	const read: unknown = text === '' ? null : JSON.parse(text);
	const { status } = response;
	const api = { base: '', operations: MANAGEMENT_OPERATIONS, schemas: MANAGEMENT_SCHEMAS };
	requireDescribed(api, { method, path: `/v3${path}`, status, body: read });
	return { status, body: read };
}

const subscribe = (attributes: object = {}) =>
	ask('/subscriptions', 'POST', {
		data: {
			attributes: {
				webhookId: webhook.id,
				userId: client.userId,
				vehicleId: client.vehicleIds[0],
				...attributes
			}
		}
	});
const refused = (status: number, type: string, code: string) => ({
	status,
	body: { errors: [{ status: String(status), type, code }] }
});

describe('GET /v3/webhooks', () => {
	it('tells what a webhook is, and not whether it is verified', async () => {
		const { body } = await ask(`/webhooks/${webhook.id}`);
		expect(body).toMatchObject({
			data: {
				id: webhook.id,
				type: 'webhook',
				attributes: {
					name: 'Home',
					callbackUri: WANTED.callbackUri,
					errorCallbackUri: null,
					isEnabled: true,
					autoSubscribe: false,
					triggers: [{ type: 'SIGNAL_UPDATED', signal: { code: 'tractionbattery-stateofcharge' } }],
					signals: [
						{ code: 'tractionbattery-stateofcharge', name: 'StateOfCharge' },
						{ code: 'odometer-traveleddistance', group: 'Odometer' }
					]
				}
			}
		});
		expect(JSON.stringify(body)).not.toContain('erified');
	});

	it.each([
		['', 2],
		['?filter[name]=WOR', 1],
		['?filter[callbackUri]=127.0.0.1:9/HOOK', 2],
		['?filter[callbackUri]=example.com', 0],
		['?filter[isEnabled]=false', 1],
		['?filter[autoSubscribe]=true', 1],
		['?page[size]=1', 2]
	])('lists those of the application that are meant by “%s”', async (query, totalCount) => {
		const { context } = storage;
		const { clientId } = client;
		const { id } = await newWebhook(context, clientId, { name: 'Work', autoSubscribe: true });
		await newWebhook(context, await newApplication(context));
		await disableWebhook(context, { clientId, id });
		expect(await ask(`/webhooks${query}`)).toMatchObject({ body: { meta: { totalCount } } });
	});

	it.each([
		['?filter[isEnabled]=yes', 'filter[isEnabled] is true or false.'],
		['?filter[verified]=true', '“filter[verified]” is no parameter of this list'],
		['?page[size]=101', 'page[size] is a whole number from 1 to 100.']
	])('refuses “%s” by name', async (query, detail) => {
		const { status, body } = await ask(`/webhooks${query}`);
		expect(status).toBe(400);
		expect(JSON.stringify(body)).toContain(detail);
	});

	it('knows none of another application, and none for the token of a user', async () => {
		const other = await newWebhook(storage.context, await newApplication(storage.context));
		for (const id of [other.id, NOBODY]) {
			expect(await ask(`/webhooks/${id}`)).toMatchObject(
				refused(404, 'RESOURCE_NOT_FOUND', 'WEBHOOK_NOT_FOUND')
			);
		}
		expect(await ask('/webhooks', 'GET', undefined, client.user)).toMatchObject(
			refused(403, 'AUTHENTICATION', 'ACCESS_DENIED')
		);
	});
});

describe('/v3/subscriptions', () => {
	it('begins one, tells it and ends it', async () => {
		expect(await subscribe()).toEqual({
			status: 202,
			body: { meta: { message: 'subscription creation in progress' } }
		});
		const [{ id = '' } = {}] = await subscriptionsOf(storage.context, client.clientId);
		expect(await ask(`/subscriptions/${id}`)).toMatchObject({
			body: {
				data: {
					id,
					type: 'subscription',
					attributes: { vehicle: { make: 'TESLA', mode: 'simulated' } },
					relationships: {
						webhook: { data: { id: webhook.id } },
						user: { data: { id: client.userId } },
						vehicle: { data: { id: client.vehicleIds[0] } }
					}
				}
			}
		});
		expect(await subscribe()).toMatchObject(
			refused(409, 'RESOURCE_CONFLICT', 'SUBSCRIPTION_EXISTS')
		);
		expect(await ask(`/subscriptions/${id}`, 'DELETE')).toEqual({ status: 204, body: null });
		const ended = refused(404, 'RESOURCE_NOT_FOUND', 'SUBSCRIPTION_NOT_FOUND');
		expect(await ask(`/subscriptions/${id}`, 'DELETE')).toMatchObject(ended);
		expect(await ask(`/subscriptions/${id}`)).toMatchObject(ended);
	});

	it.each([
		[{ webhookId: NOBODY }, refused(404, 'RESOURCE_NOT_FOUND', 'WEBHOOK_NOT_FOUND')],
		[{ vehicleId: NOBODY }, refused(404, 'RESOURCE_NOT_FOUND', 'VEHICLE_NOT_FOUND')],
		[{ userId: NOBODY }, refused(404, 'RESOURCE_NOT_FOUND', 'VEHICLE_NOT_FOUND')],
		[{ webhookId: 'mine' }, refused(400, 'VALIDATION', 'INVALID_INPUT_FORMAT')],
		[{ mode: 'live' }, refused(400, 'VALIDATION', 'INVALID_INPUT_FORMAT')]
	])('refuses %o', async (attributes, refusal) => {
		expect(await subscribe(attributes)).toMatchObject(refusal);
	});

	it('of another application are out of reach by every method', async () => {
		const { context } = storage;
		const other = await newV3Client(context, { username: 'other@example.com' });
		const foreign = await newWebhook(context, other.clientId, { autoSubscribe: true });
		const [{ id = '' } = {}] = await subscriptionsOf(context, other.clientId);
		const none = refused(404, 'RESOURCE_NOT_FOUND', 'SUBSCRIPTION_NOT_FOUND');
		for (const method of ['GET', 'DELETE']) {
			expect(await ask(`/subscriptions/${id}`, method)).toMatchObject(none);
			expect(await ask(`/subscriptions/${id.toUpperCase()}`, method)).toMatchObject(none);
		}
		expect(await subscribe({ webhookId: foreign.id })).toMatchObject(
			refused(404, 'RESOURCE_NOT_FOUND', 'WEBHOOK_NOT_FOUND')
		);
		const [vehicleId] = other.vehicleIds;
		for (const wanted of [{ vehicleId }, { vehicleId, userId: other.userId }]) {
			expect(await subscribe(wanted)).toMatchObject(
				refused(404, 'RESOURCE_NOT_FOUND', 'VEHICLE_NOT_FOUND')
			);
		}
		expect(await subscribe({ userId: other.userId })).toMatchObject({ status: 404 });
		for (const query of [`webhookId]=${foreign.id}`, `vehicleId]=${vehicleId}`]) {
			expect(await ask(`/subscriptions?filter[${query}`)).toMatchObject({ body: { data: [] } });
		}
		expect(await subscriptionsOf(context, other.clientId)).toHaveLength(1);
		expect(await subscriptionsOf(context, client.clientId)).toEqual([]);
	});

	it.each(['webhookId', 'userId', 'vehicleId', 'vehicle.mode'])('lists by %s', async (name) => {
		await subscribe();
		const listed = async (wanted = '') => {
			const { body } = await ask(`/subscriptions?filter[${name}]=${wanted}`);
			return body;
		};
		const own = new Map([
			['webhookId', webhook.id],
			['userId', client.userId],
			['vehicleId', client.vehicleIds[0]]
		]);
		expect(await listed(own.get(name) ?? 'simulated')).toMatchObject({
			meta: { totalCount: 1, pageSize: 25 }
		});
		const other = name === 'vehicle.mode' ? 'live' : NOBODY;
		expect(await listed(other)).toMatchObject({ data: [], meta: { totalCount: 0 } });
	});
});
