import { listSubscribable, listToldBy, subscribeAll } from '#lib/server/webhooks/subscribable.ts';
import { subscribe } from '#lib/server/webhooks/subscriptions.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertConnection } from '../../../support/connections.ts';
import { done } from '../../../support/outcome.ts';
import { REHEARSED_START, useStorage } from '../../../support/storage.ts';
import { storedWebhook } from '../../../support/webhooks.ts';

const storage = useStorage();

let key: { clientId: string; webhookId: string };

beforeEach(async () => {
	const { id: webhookId, clientId } = await storedWebhook(storage.context);
	key = { clientId, webhookId };
});

const list = () => listSubscribable(storage.context, key);

describe('the vehicles that a webhook may be told of', () => {
	it('are none where none is connected', async () => {
		expect(await list()).toEqual({ vehicles: [], connected: 0, subscribed: 0 });
	});

	it('come with those first that it is told of', async () => {
		const { clientId } = key;
		await insertConnection(storage.context, {
			id: 'a',
			clientId,
			make: 'AUDI',
			model: 'Q4',
			mode: 'live'
		});
		await insertConnection(storage.context, { id: 'b', clientId, make: 'BMW', model: 'X5' });
		done(await subscribe(storage.context, { ...key, connectionId: 'b' }));
		expect(await list()).toEqual({
			vehicles: [
				{
					connectionId: 'b',
					vehicleId: 'vehicle-of-b',
					name: 'BMW X5 2023',
					mode: 'simulated',
					isSubscribed: true
				},
				{
					connectionId: 'a',
					vehicleId: 'vehicle-of-a',
					name: 'Audi Q4 2023',
					mode: 'live',
					isSubscribed: false
				}
			],
			connected: 2,
			subscribed: 1
		});
	});

	it('are counted beyond those that are listed', async () => {
		const { clientId } = key;
		for (let index = 0; index < 51; index++) {
			await insertConnection(storage.context, { id: `c${index}`, clientId });
		}
		const { vehicles, connected } = await list();
		expect([vehicles.length, connected]).toEqual([50, 51]);
	});

	it('are subscribed in one, those that are not', async () => {
		const { clientId } = key;
		for (const id of ['a', 'b', 'c']) await insertConnection(storage.context, { id, clientId });
		done(await subscribe(storage.context, { ...key, connectionId: 'b' }));
		expect(await subscribeAll(storage.context, key)).toEqual({ ok: true, begun: 2 });
		expect(await subscribeAll(storage.context, key)).toEqual({ ok: true, begun: 0 });
		expect(await list()).toMatchObject({ connected: 3, subscribed: 3 });
	});

	it('are none of another application', async () => {
		const other = await storedWebhook(storage.context);
		const mixed = { clientId: key.clientId, webhookId: other.id };
		expect(await subscribeAll(storage.context, mixed)).toEqual({
			ok: false,
			kind: 'gone',
			what: 'webhook'
		});
	});
});

describe('the webhooks that may be told of a vehicle', () => {
	it('say whether they are', async () => {
		const { context } = storage;
		const { clientId, webhookId } = key;
		const other = await storedWebhook(context, {
			clientId,
			name: 'Work',
			createdAt: REHEARSED_START + 1
		});
		await insertConnection(context, { id: 'a', clientId });
		done(await subscribe(context, { ...key, connectionId: 'a' }));
		const told = (connectionId: string | null) => listToldBy(context, { clientId, connectionId });
		const names = [
			{ id: webhookId, name: 'Home', isSubscribed: false },
			{ id: other.id, name: 'Work', isSubscribed: false }
		];
		expect(await told(null)).toEqual(names);
		expect(await told('a')).toEqual([{ ...names[0], isSubscribed: true }, names[1]]);
	});
});
