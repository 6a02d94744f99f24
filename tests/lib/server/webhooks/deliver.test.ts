import { connections } from '#lib/server/db/connect-schema.ts';
import { webhookEvents, webhooks, webhookSubscriptions } from '#lib/server/db/webhook-schema.ts';
import { disableWebhook } from '#lib/server/webhooks/webhooks.ts';
import { eq } from 'drizzle-orm';
import smartcar from 'smartcar';
import { describe, expect, it } from 'vitest';
import { insertConnection } from '../../../support/connections.ts';
import { useDeliveries } from '../../../support/hooked.ts';
import { useReceiver } from '../../../support/receiver.ts';
import { AHEAD, START, useStorage } from '../../../support/storage.ts';
import {
	queued,
	storedAttempts,
	storedEvents,
	storedSubscription,
	storedWebhook
} from '../../../support/webhooks.ts';

const storage = useStorage();
const hook = useDeliveries(storage);
const { receiver, now, create, deliver, bodies, answer } = hook;
const other = useReceiver();

describe('a delivery', () => {
	it('is posted with a signature that the SDK of the platform takes', async () => {
		const eventId = await queued(now(), hook.webhookId);
		await deliver();
		expect(receiver.received).toHaveLength(1);
		const [one] = receiver.received;
		const [body] = bodies();
		expect(body).toMatchObject({ eventId, meta: { deliveredAt: START + AHEAD } });
		expect(one?.headers).toMatchObject({
			'content-type': 'application/json',
			'content-length': String(one?.body.length),
			'user-agent': 'Smartcar/4.0'
		});
		const signature = String(one?.headers['sc-signature']);
		expect(smartcar.verifyPayload(hook.token, signature, body ?? {})).toBe(true);
		expect(smartcar.verifyPayload('another', signature, body ?? {})).toBe(false);
	});

	it('is written down with both sides, together with where its event stands', async () => {
		answer(202);
		await queued(now(), hook.webhookId);
		await deliver();
		expect(await storedEvents(now())).toMatchObject([
			{ state: 'delivered', dueAt: null, leasedUntil: null, tries: 1 }
		]);
		const [attempt, ...others] = await storedAttempts(now());
		expect(others).toEqual([]);
		expect(attempt).toMatchObject({
			...{ deliveryId: bodies()[0]?.meta.deliveryId, uri: receiver.uri, status: 202 },
			...{ body: receiver.received[0]?.body.toString(), answerBody: 'so it is', error: null },
			...{ at: START + AHEAD, machineAt: START, fault: null }
		});
	});

	it('goes on as long as something is due', async () => {
		for (let n = 0; n < 300; n += 1) await queued(now(), hook.webhookId, { n });
		await deliver();
		expect(new Set(bodies().map(({ data }) => data.n)).size).toBe(300);
		expect(receiver.received).toHaveLength(300);
		expect(new Set((await storedEvents(now())).map(({ state }) => state))).toEqual(
			new Set(['delivered'])
		);
		expect(await storedAttempts(now())).toHaveLength(300);
	});

	it.each([
		['VEHICLE_STATE', '/hook'],
		['VEHICLE_ERROR', '/errors']
	])('of %s goes to %s where errors have an address of their own', async (_type, path) => {
		const errorUri = receiver.uri.replace('/hook', '/errors');
		await now().write(({ db }) => db.update(webhooks).set({ errorUri }).returning());
		const eventType = path === '/hook' ? 'VEHICLE_STATE' : 'VEHICLE_ERROR';
		await queued(now(), hook.webhookId, { type: eventType });
		await deliver();
		expect(receiver.received.map(({ url }) => url)).toEqual([path]);
	});
});

describe('what a receiver does not take', () => {
	it.each([404, 500, 301, 307])(
		'with %i is sent again after 25, 50 and 100 seconds',
		async (status) => {
			answer(status);
			const eventId = await queued(now(), hook.webhookId);
			for (const wait of [0, 25_000, 50_000, 100_000]) {
				if (wait > 0) {
					hook.time += wait - 1;
					await deliver();
				}
				const before = receiver.received.length;
				hook.time += wait > 0 ? 1 : 0;
				await deliver();
				expect(receiver.received).toHaveLength(before + 1);
			}
			hook.time += 1_000_000;
			await deliver();
			expect((await storedAttempts(now())).map(({ at }) => at - START - AHEAD)).toEqual([
				0, 25_000, 75_000, 175_000
			]);
			expect(await storedEvents(now())).toMatchObject([
				{ state: 'dropped', dueAt: null, tries: 4 }
			]);
			expect(bodies().map((body) => body.eventId)).toEqual([eventId, eventId, eventId, eventId]);
			expect(new Set(bodies().map(({ meta }) => meta.deliveryId)).size).toBe(4);
			// Those after it still come.
			answer(200);
			await queued(now(), hook.webhookId, { n: 7 });
			await deliver();
			expect(bodies().at(-1)?.data.n).toBe(7);
		}
	);

	it('because nobody listens is sent again, too', async () => {
		const callbackUri = 'http://127.0.0.1:1/';
		await now().write(({ db }) => db.update(webhooks).set({ callbackUri }).returning());
		await queued(now(), hook.webhookId);
		await deliver();
		expect(await storedAttempts(now())).toMatchObject([
			{ status: null, error: 'refused-connection', answerBody: null }
		]);
		await now().write(({ db }) =>
			db.update(webhooks).set({ callbackUri: receiver.uri }).returning()
		);
		hook.time += 25_000;
		await deliver();
		expect(receiver.received).toHaveLength(1);
		expect(await storedEvents(now())).toMatchObject([{ state: 'delivered', tries: 2 }]);
	});
});

describe('nothing is sent', () => {
	it('of a webhook that is off, and what waited is dropped', async () => {
		await now().write(({ db }) => db.update(webhooks).set({ disabledAt: 1 }).returning());
		await queued(now(), hook.webhookId);
		await deliver();
		expect(receiver.received).toEqual([]);
		expect(await storedEvents(now())).toMatchObject([{ state: 'dropped', dueAt: null }]);
	});

	it('of one that has not proved itself, until it has', async () => {
		await now().write(({ db }) => db.update(webhooks).set({ verifiedAt: null }).returning());
		await queued(now(), hook.webhookId);
		await deliver();
		expect(receiver.received).toEqual([]);
		await now().write(({ db }) => db.update(webhooks).set({ verifiedAt: 1 }).returning());
		await deliver();
		expect(receiver.received).toHaveLength(1);
	});

	it('of a vehicle that is not subscribed, or no longer, or no longer connected', async () => {
		await insertConnection(now(), { id: 'one', clientId: hook.clientId });
		await insertConnection(now(), { id: 'two', clientId: hook.clientId });
		for (const connectionId of ['one', 'two']) {
			await storedSubscription(now(), { webhookId: hook.webhookId, connectionId });
		}
		const tell = async () => {
			for (const [n, id] of ['one', 'two', 'none'].entries()) {
				await queued(now(), hook.webhookId, { n, vehicleId: `vehicle-of-${id}` });
			}
			await deliver();
			return bodies().map(({ data }) => data.n);
		};
		expect((await tell()).toSorted()).toEqual([0, 1]);
		await now().write(({ db }) =>
			db
				.update(connections)
				.set({ endedAt: 1, endedBy: 'owner' })
				.where(eq(connections.id, 'one'))
				.returning()
		);
		expect((await tell()).slice(2)).toEqual([1]);
		await now().write(({ db }) => db.delete(webhookSubscriptions).returning());
		expect((await tell()).slice(3)).toEqual([]);
	});

	it('of what waited for its turn while the webhook was switched off', async () => {
		for (let n = 0; n < 40; n += 1) await queued(now(), hook.webhookId, { n });
		const deliveries = create();
		deliveries.wake();
		await deliveries.idle();
		const held: (() => void)[] = [];
		receiver.answer = (_received, response) => void held.push(() => response.end());
		for (let n = 0; n < 40; n += 1) await queued(now(), hook.webhookId, { n });
		deliveries.wake();
		await expect.poll(() => held.length).toBe(16);
		await disableWebhook(now(), { clientId: hook.clientId, id: hook.webhookId });
		hook.time += 1000;
		answer(200);
		for (const release of held) release();
		await deliveries.idle();
		await deliveries.stop();
		expect(receiver.received).toHaveLength(40 + 16);
		const states = (await storedEvents(now())).map(({ state }) => state);
		expect(states.filter((state) => state === 'dropped').length).toBeGreaterThanOrEqual(24);
		expect(states).not.toContain('waiting');
	});

	it('where the application has no token to sign with', async () => {
		const stranger = await storedWebhook(now(), { callbackUri: receiver.uri });
		await queued(now(), stranger.id);
		await deliver();
		expect(receiver.received).toEqual([]);
		expect(await storedAttempts(now())).toMatchObject([{ error: 'no-token', status: null }]);
	});
});

describe('an event that another server took', () => {
	it('is left to it until its lease is over', async () => {
		const held: (() => void)[] = [];
		receiver.answer = (_received, response) => void held.push(() => response.destroy());
		await queued(now(), hook.webhookId);
		const first = create();
		first.wake();
		await expect.poll(() => receiver.received.length).toBe(1);
		await deliver();
		expect(receiver.received).toHaveLength(1);
		hook.time += 61_000;
		answer(200);
		await deliver();
		expect(receiver.received).toHaveLength(2);
		expect(await storedEvents(now())).toMatchObject([{ state: 'delivered', tries: 1 }]);
		for (const breakOff of held) breakOff();
		await first.idle();
		// What the first says of it comes too late to undo that.
		expect(await storedEvents(now())).toMatchObject([{ state: 'delivered', tries: 1 }]);
		await first.stop();
	});

	it('is left to it no longer where the clock of the machine was put back', async () => {
		await queued(now(), hook.webhookId);
		await now().write(({ db, machineNow }) =>
			db
				.update(webhookEvents)
				.set({ leasedUntil: machineNow + 3_600_000 })
				.returning()
		);
		await deliver();
		expect(receiver.received).toHaveLength(1);
		expect(await storedEvents(now())).toMatchObject([{ state: 'delivered', leasedUntil: null }]);
	});

	it('is given back where that stops in the middle', async () => {
		receiver.answer = () => {};
		for (let n = 0; n < 40; n += 1) await queued(now(), hook.webhookId, { n });
		const first = create();
		first.wake();
		await expect.poll(() => receiver.received.length).toBeGreaterThan(0);
		await first.stop();
		const events = await storedEvents(now());
		expect(events.every(({ leasedUntil }) => leasedUntil === null)).toBe(true);
		answer(200);
		await deliver();
		expect(new Set(bodies().map(({ data }) => data.n)).size).toBe(40);
	});
});

describe('a receiver that never answers', () => {
	it('keeps no other waiting, and few events in hand', async () => {
		const silent = await storedWebhook(now(), {
			clientId: hook.clientId,
			callbackUri: receiver.uri
		});
		const quick = await storedWebhook(now(), { clientId: hook.clientId, callbackUri: other.uri });
		receiver.answer = () => {};
		for (let n = 0; n < 100; n += 1) await queued(now(), silent.id, { n });
		const deliveries = create();
		deliveries.wake();
		await expect.poll(() => receiver.received.length).toBeGreaterThan(0);
		for (let n = 0; n < 20; n += 1) await queued(now(), quick.id, { n });
		deliveries.wake();
		await expect.poll(() => other.received.length).toBe(20);
		expect(receiver.received.length).toBeLessThanOrEqual(8);
		await deliveries.stop();
	});
});
