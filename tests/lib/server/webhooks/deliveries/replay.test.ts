import { MOST_REPLAYS, MOST_TRIES } from '#lib/webhooks/attempts.ts';
import { webhookEvents } from '#lib/server/db/webhook-schema.ts';
import { subscribe } from '#lib/server/webhooks/subscriptions.ts';
import { findDelivery } from '#lib/server/webhooks/deliveries/open.ts';
import { replayEvent } from '#lib/server/webhooks/deliveries/replay.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertConnection } from '../../../../support/connections.ts';
import { putDelivery } from '../../../../support/deliveries.ts';
import { done } from '../../../../support/outcome.ts';
import { REHEARSED_START, useStorage } from '../../../../support/storage.ts';
import { storedWebhook } from '../../../../support/webhooks.ts';

const storage = useStorage();

let webhookId: string;
let clientId: string;

beforeEach(async () => {
	({ id: webhookId, clientId } = await storedWebhook(storage.context));
});

const replay = (eventId: string) => replayEvent(storage.context, { clientId, webhookId, eventId });
const put = (event: Parameters<typeof putDelivery>[2]) =>
	putDelivery(storage.context, webhookId, event);

describe('an event that is sent again', () => {
	it.each(['delivered', 'dropped'] as const)('is due at once, after it was %s', async (state) => {
		const { eventId } = await put({ state });
		expect(await replay(eventId)).toEqual({ ok: true });
		expect(await findDelivery(storage.context, webhookId, eventId)).toMatchObject({
			state: 'waiting',
			dueAt: REHEARSED_START
		});
	});

	it('is left alone while it is on its way', async () => {
		const { eventId } = await put({ state: 'waiting', dueAt: REHEARSED_START });
		expect(await replay(eventId)).toMatchObject({ kind: 'refused', code: 'waiting' });
	});

	it('is replayed once, however often somebody presses at a time', async () => {
		const { eventId } = await put({ state: 'delivered' });
		const outcomes = await Promise.all([replay(eventId), replay(eventId)]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
	});

	it('is counted, and may be so often', async () => {
		const { eventId } = await put({ state: 'delivered', tries: 1 });
		const tries = async () => {
			expect(await replay(eventId)).toEqual({ ok: true });
			return (await findDelivery(storage.context, webhookId, eventId))?.tries;
		};
		const over = (more: number) =>
			storage.context.write(({ db }) =>
				db
					.update(webhookEvents)
					.set({ state: 'dropped', tries: MOST_TRIES + more })
					.returning({ id: webhookEvents.id })
			);
		expect(await tries()).toBe(MOST_TRIES);
		await over(1);
		expect(await tries()).toBe(MOST_TRIES + 1);
		await over(MOST_REPLAYS - 1);
		expect(await tries()).toBe(MOST_TRIES + MOST_REPLAYS - 1);
		await over(MOST_REPLAYS);
		expect(await replay(eventId)).toMatchObject({
			code: 'too-often',
			data: { limit: MOST_REPLAYS }
		});
	});

	it('is none that asks for a proof: another challenge does', async () => {
		const { eventId } = await put({ type: 'VERIFY', state: 'delivered' });
		expect(await replay(eventId)).toMatchObject({ code: 'challenge' });
	});

	it('is of a car that is subscribed still', async () => {
		const event = { state: 'delivered', vehicleId: 'vehicle-of-a' } as const;
		const { eventId } = await put(event);
		expect(await replay(eventId)).toMatchObject({ code: 'not-subscribed' });
		await insertConnection(storage.context, { id: 'a', clientId });
		done(await subscribe(storage.context, { clientId, webhookId, connectionId: 'a' }));
		expect(await replay(eventId)).toEqual({ ok: true });
	});

	it('is none where the webhook is off', async () => {
		const off = await storedWebhook(storage.context, { disabledAt: 1 });
		const { eventId } = await putDelivery(storage.context, off.id, { state: 'delivered' });
		const about = { clientId: off.clientId, webhookId: off.id, eventId };
		expect(await replayEvent(storage.context, about)).toMatchObject({ code: 'not-running' });
	});

	it('is none that was removed', async () => {
		expect(await replay('none')).toEqual({ ok: false, kind: 'gone', what: 'delivery' });
	});
});
