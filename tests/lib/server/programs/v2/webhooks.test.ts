import { findManagementToken } from '#lib/server/applications/management-token.ts';
import type { Webhook } from '#lib/server/webhooks/webhooks.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { ofVehicle, sendV2, v2Client, type V2Client } from '../../../../support/api-v2.ts';
import { newApplication } from '../../../../support/connect.ts';
import { newWebhook, subscriptionsOf } from '../../../../support/made-webhooks.ts';
import { useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
let client: V2Client;
let webhook: Webhook;
let amt = '';
beforeEach(async () => {
	const { context } = storage;
	client = await v2Client(context, 'CHEVROLET', ['read_odometer']);
	webhook = await newWebhook(context, client.clientId);
	amt = (await findManagementToken(context, client.clientId))?.token ?? '';
});

const subscribe = (id = webhook.id) => ofVehicle(client, `webhooks/${id}`, { method: 'POST' });
const unsubscribe = (id = webhook.id, token = amt, vehicleId = client.vehicleId) =>
	sendV2(client, `/v2.0/vehicles/${vehicleId}/webhooks/${id}`, {
		method: 'DELETE',
		headers: { authorization: `Bearer ${token}` }
	});
const unfit = (field: string) => ({
	status: 400,
	body: { type: 'VALIDATION', code: null, detail: [{ field }] }
});

describe('v2 subscriptions', () => {
	it('begin, are the same when they are asked for again, and end', async () => {
		const { vehicleId, clientId } = client;
		const begun = { status: 200, body: { webhookId: webhook.id, vehicleId } };
		expect(await subscribe()).toMatchObject(begun);
		expect(await subscribe(webhook.id.toUpperCase())).toMatchObject(begun);
		expect(await subscriptionsOf(storage.context, clientId)).toMatchObject([
			{ webhookId: webhook.id, vehicleId }
		]);
		expect(await unsubscribe()).toMatchObject({ status: 200, body: { status: 'success' } });
		expect(await subscriptionsOf(storage.context, clientId)).toEqual([]);
		expect(await unsubscribe()).toMatchObject(unfit('vehicleId'));
	});

	it('name a webhook of their application', async () => {
		const other = await newWebhook(storage.context, await newApplication(storage.context));
		for (const id of ['any', other.id]) {
			expect(await subscribe(id)).toMatchObject(unfit('webhookId'));
			expect(await unsubscribe(id)).toMatchObject(unfit('webhookId'));
		}
		expect(await unsubscribe(webhook.id, amt, 'mine')).toMatchObject(unfit('vehicleId'));
	});

	it('end by the management token alone', async () => {
		await subscribe();
		for (const token of ['wrong', client.access]) {
			expect(await unsubscribe(webhook.id, token)).toMatchObject({
				status: 401,
				body: { type: 'AUTHENTICATION' }
			});
		}
	});
});
