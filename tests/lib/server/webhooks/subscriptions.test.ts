import { disconnect } from '#lib/server/connect/disconnect.ts';
import type { Context } from '#lib/server/context.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { webhookEvents, webhookSubscriptions } from '#lib/server/db/webhook-schema.ts';
import { listenForWakes } from '#lib/server/wake-webhooks.ts';
import { newEventId, queueEvent } from '#lib/server/webhooks/outbox.ts';
import { findSubscription, subscribe, unsubscribe } from '#lib/server/webhooks/subscriptions.ts';
import {
	changeWebhook,
	createWebhook,
	disableWebhook,
	enableWebhook,
	noteVerified
} from '#lib/server/webhooks/webhooks.ts';
import { verify } from '#lib/webhooks/payloads/verify.ts';
import { describe, expect, it, vi } from 'vitest';
import { connect, newApplication } from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { done } from '../../../support/outcome.ts';
import { REHEARSED_START, useStorage } from '../../../support/storage.ts';
import { newWebhook, subscriptionsOf, WANTED } from '../../../support/made-webhooks.ts';

const storage = useStorage();
const NOBODY = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

/** An application whose owner connected one vehicle. */
async function connected() {
	const { context } = storage;
	const clientId = await newApplication(context);
	const connectionId = await connectOne(context, clientId);
	return { context, clientId, connectionId };
}

async function connectOne(context: Context, clientId: string, mode = 'simulated'): Promise<string> {
	await connect(context, clientId, { make: 'TESLA', mode }, { username: 'someone@example.com' });
	const connections = await listConnections(context, clientId);
	const found = connections.find((one) => one.mode === mode);
	if (!found) throw new TypeError('Nothing is connected.');
	return found.id;
}

/** Something that waits to be told of the vehicle of a subscription. */
async function queue(context: Context, clientId: string): Promise<void> {
	const [subscription] = await subscriptionsOf(context, clientId);
	if (!subscription) throw new TypeError('Nothing is subscribed.');
	const { webhookId, ownVehicleId: vehicleId } = subscription;
	const webhook = { id: webhookId, name: 'Home', clientId };
	await context.write(async (transaction) => {
		const body = verify({ eventId: newEventId(), webhook }, 'nsQsLU7wY9WKt2IU');
		await queueEvent(transaction, { webhookId, vehicleId, happenedAt: transaction.now, body });
	});
}

const statesOf = (context: Context) =>
	context.read(async ({ db }) => (await db.select().from(webhookEvents)).map(({ state }) => state));

describe('subscriptions', () => {
	it('begin with a look at the vehicle at once, and are there once', async () => {
		const { context, clientId, connectionId } = await connected();
		const { id: webhookId } = await newWebhook(context, clientId);
		const { id } = done(await subscribe(context, { clientId, webhookId, connectionId }));
		expect(await findSubscription(context, clientId, id)).toMatchObject({
			...{ id, webhookId, connectionId, mode: 'simulated' },
			lookAt: REHEARSED_START,
			watchedUntil: null
		});
		expect(await subscribe(context, { clientId, webhookId, connectionId })).toMatchObject({
			code: 'subscribed'
		});
		expect(await findSubscription(context, NOBODY, id)).toBeNull();
	});

	it('name a webhook and a connection of their application', async () => {
		const { context, clientId, connectionId } = await connected();
		const { id: webhookId } = await newWebhook(context, clientId);
		const other = await newApplication(context);
		expect(await subscribe(context, { clientId: other, webhookId, connectionId })).toMatchObject({
			what: 'webhook'
		});
		const { id: foreign } = await newWebhook(context, other);
		expect(
			await subscribe(context, { clientId: other, webhookId: foreign, connectionId })
		).toMatchObject({ what: 'connection' });
	});

	it('wait until the receiver has proved itself', async () => {
		const { context, clientId, connectionId } = await connected();
		const { webhook } = done(await createWebhook(context, clientId, WANTED));
		done(await subscribe(context, { clientId, webhookId: webhook.id, connectionId }));
		expect(await subscriptionsOf(context, clientId)).toMatchObject([{ lookAt: null }]);
		await noteVerified(context, webhook);
		expect(await subscriptionsOf(context, clientId)).toMatchObject([{ lookAt: REHEARSED_START }]);
	});

	it('stop with what waits when the webhook is disabled, and begin anew with it', async () => {
		const { context, clientId, connectionId } = await connected();
		const { id: webhookId } = await newWebhook(context, clientId);
		const key = { clientId, id: webhookId };
		done(await subscribe(context, { clientId, webhookId, connectionId }));
		await queue(context, clientId);
		done(await disableWebhook(context, key));
		expect(await subscriptionsOf(context, clientId)).toMatchObject([{ lookAt: null }]);
		expect(await statesOf(context)).toEqual(['dropped']);
		done(await enableWebhook(context, key));
		expect(await subscriptionsOf(context, clientId)).toMatchObject([{ lookAt: REHEARSED_START }]);
	});

	it('stop when the webhook leads elsewhere', async () => {
		const { context, clientId, connectionId } = await connected();
		const { id } = await newWebhook(context, clientId);
		done(await subscribe(context, { clientId, webhookId: id, connectionId }));
		const moved = { ...WANTED, callbackUri: 'http://127.0.0.1:9/other' };
		done(await changeWebhook(context, { clientId, id }, moved));
		expect(await subscriptionsOf(context, clientId)).toMatchObject([{ lookAt: null }]);
	});

	it('are looked at anew when what the webhook is told by changes', async () => {
		const { context, clientId, connectionId } = await connected();
		const { id } = await newWebhook(context, clientId);
		done(await subscribe(context, { clientId, webhookId: id, connectionId }));
		await context.write(({ db }) => db.update(webhookSubscriptions).set({ lookAt: null }));
		const wanted = { ...WANTED, triggers: ['closure-islocked'] };
		done(await changeWebhook(context, { clientId, id }, wanted));
		expect(await subscriptionsOf(context, clientId)).toMatchObject([{ lookAt: REHEARSED_START }]);
	});

	it('end by hand with what waits, and can begin again', async () => {
		const { context, clientId, connectionId } = await connected();
		const { id: webhookId } = await newWebhook(context, clientId);
		const it = { clientId, webhookId, connectionId };
		const { id } = done(await subscribe(context, it));
		await queue(context, clientId);
		expect(await unsubscribe(context, NOBODY, { id })).toMatchObject({ what: 'subscription' });
		done(await unsubscribe(context, clientId, { id }));
		expect(await statesOf(context)).toEqual(['dropped']);
		expect(await unsubscribe(context, clientId, it)).toMatchObject({ what: 'subscription' });
		expect(done(await subscribe(context, it)).id).not.toBe(id);
	});

	it('end with their connection, and leave those of another mode', async () => {
		const { context, clientId, connectionId } = await connected();
		const live = await connectOne(context, clientId, 'live');
		await newWebhook(context, clientId, { autoSubscribe: true });
		expect(await subscriptionsOf(context, clientId)).toHaveLength(2);
		await queue(context, clientId);
		await disconnect(context, clientId, connectionId);
		expect(await subscriptionsOf(context, clientId)).toMatchObject([{ connectionId: live }]);
		expect(await statesOf(context)).toEqual(['waiting']);
		await disconnect(context, clientId, live);
		expect(await statesOf(context)).toEqual(['dropped']);
	});
});

describe('a webhook for every vehicle', () => {
	it('is subscribed to those that are there, and to those that come', async () => {
		const { context, clientId, connectionId } = await connected();
		await newWebhook(context, clientId, { autoSubscribe: true });
		await newWebhook(context, clientId);
		expect(await subscriptionsOf(context, clientId)).toMatchObject([{ connectionId }]);
		const live = await connectOne(context, clientId, 'live');
		const ids = (await subscriptionsOf(context, clientId)).map((one) => one.connectionId);
		expect(ids.toSorted()).toEqual([connectionId, live].toSorted());
	});

	it('is told at once who connects, and who signs in again', async () => {
		const { context, clientId } = await connected();
		await newWebhook(context, clientId, { autoSubscribe: true });
		const wake = vi.fn();
		const stop = listenForWakes(context.storage, wake);
		await connectOne(context, clientId, 'live');
		await expect.poll(() => wake).toHaveBeenCalled();
		wake.mockClear();
		await connectOne(context, clientId, 'live');
		await expect.poll(() => wake).toHaveBeenCalled();
		stop();
	});

	it('leaves simulated ones alone that were added by hand', async () => {
		const { context, clientId } = await connected();
		await context.write(({ db }) => db.update(vehicles).set({ addedAt: 1 }));
		const { id } = await newWebhook(context, clientId, { autoSubscribe: true });
		expect(await subscriptionsOf(context, clientId)).toEqual([]);
		const live = await connectOne(context, clientId, 'live');
		expect(await subscriptionsOf(context, clientId)).toMatchObject([
			{ webhookId: id, connectionId: live }
		]);
	});

	it('becomes one later as well', async () => {
		const { context, clientId, connectionId } = await connected();
		const { id } = await newWebhook(context, clientId);
		done(await changeWebhook(context, { clientId, id }, { ...WANTED, autoSubscribe: true }));
		expect(await subscriptionsOf(context, clientId)).toMatchObject([{ connectionId }]);
	});
});
