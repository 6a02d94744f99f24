import { changePassword } from '#lib/server/connect/brand-passwords.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { whyNotTold } from '#lib/server/fleet/why-not-told.ts';
import { subscribe } from '#lib/server/webhooks/subscriptions.ts';
import { findAnyWebhook } from '#lib/server/webhooks/webhooks.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertConnection } from '../../../support/connections.ts';
import { putDelivery } from '../../../support/deliveries.ts';
import { done } from '../../../support/outcome.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';
import { storedWebhook } from '../../../support/webhooks.ts';

const storage = useStorage();
const MINUTE = 60_000;
const vehicleId = 'vehicle-of-a';

let webhookId = '';
let clientId = '';

beforeEach(async () => {
	({ id: webhookId, clientId } = await storedWebhook(storage.context, {
		triggers: ['closure-islocked']
	}));
});

const connect = (granted = 'read_security') =>
	insertConnection(storage.context, { id: 'a', clientId, granted });

const subscribeIt = async () =>
	done(await subscribe(storage.context, { clientId, webhookId, connectionId: 'a' }));

/** Asked some minutes after the start. */
async function why(minutes = 0, moment: number | null = null) {
	const context = storage.at(START + minutes * MINUTE);
	const webhook = await findAnyWebhook(context, webhookId);
	if (!webhook) throw new TypeError('No webhook');
	const told = await whyNotTold(context, { clientId, webhook, vehicleId, moment });
	if (!told) throw new TypeError('No vehicle');
	return told;
}

describe('why nothing was told', () => {
	it('is not known of a vehicle that is not there', async () => {
		await expect(why()).rejects.toThrow('No vehicle');
	});

	it('names a car that nobody subscribed', async () => {
		await connect();
		const told = await why();
		expect(told.why).toMatchObject({ stopped: 'subscribed', mend: 'subscribe' });
		expect(told.vehicle.reach?.connectionId).toBe('a');
	});

	it('names a permission that was left out', async () => {
		await connect('read_battery');
		await subscribeIt();
		const { why: found, facts } = await why();
		expect(found).toMatchObject({ stopped: 'granted', mend: 'ask-again' });
		expect(facts.triggers).toEqual([
			expect.objectContaining({ code: 'closure-islocked', missing: ['read_security'] })
		]);
	});

	it('names a password that was changed', async () => {
		await connect();
		await subscribeIt();
		await changePassword(storage.context, vehicleId);
		expect((await why()).why).toMatchObject({ stopped: 'reached', mend: 'sign-in' });
	});

	it('says that a first delivery is yet to be looked for', async () => {
		await connect();
		await subscribeIt();
		const told = await why();
		expect(told.why).toMatchObject({ stopped: 'looked', mend: 'move-clock' });
		expect(told.facts.subscription?.lookAt).toBe(REHEARSED_START);
	});

	it('finds what changed, by the fetch that brought it', async () => {
		await connect();
		await subscribeIt();
		await happenTo(storage.at(START + MINUTE), vehicleId, { event: 'unlock' });
		const { facts, changes } = await why(5, REHEARSED_START + MINUTE);
		expect(facts.triggers).toEqual([expect.objectContaining({ changed: true })]);
		expect(changes).toContainEqual({
			code: 'closure-islocked',
			before: null,
			after: { value: false }
		});
	});

	it.each([
		['delivered', null],
		['waiting', 'delivered'],
		['dropped', 'delivered']
	] as const)('finds what was told and is %s', async (state, stopped) => {
		await connect();
		await subscribeIt();
		const at = REHEARSED_START + 3 * MINUTE;
		await putDelivery(storage.context, webhookId, { state, vehicleId, happenedAt: at });
		const told = await why(5, at - MINUTE);
		expect(told.why.stopped).toBe(stopped);
		expect(told.event).toMatchObject({ state, happenedAt: at });
	});

	it('takes no sample for it, nor what was told of another car or at another time', async () => {
		await connect();
		await insertConnection(storage.context, { id: 'b', clientId });
		const { context } = storage;
		await putDelivery(context, webhookId, { vehicleId, isTest: true });
		await putDelivery(context, webhookId, { vehicleId: 'vehicle-of-b' });
		await putDelivery(context, webhookId, { vehicleId, happenedAt: REHEARSED_START - MINUTE });
		expect((await why(60, REHEARSED_START + 30 * MINUTE)).event).toBeNull();
	});
});
