import type { DeliveryFilter } from '#lib/server/webhooks/deliveries/filter.ts';
import { pageOfDeliveries, type DeliveryEdge } from '#lib/server/webhooks/deliveries/list.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { putDelivery } from '../../../../support/deliveries.ts';
import { REHEARSED_START, START, useStorage } from '../../../../support/storage.ts';
import { storedWebhook } from '../../../../support/webhooks.ts';

const storage = useStorage();

const ALL: DeliveryFilter = { state: null, type: null, vehicleId: null };

let webhookId: string;

beforeEach(async () => {
	({ id: webhookId } = await storedWebhook(storage.context));
});

const page = (edge: DeliveryEdge = null, filter: Partial<DeliveryFilter> = {}) =>
	pageOfDeliveries(storage.context, webhookId, { ...ALL, ...filter, edge });

describe('the log of a webhook', () => {
	it('is empty at first', async () => {
		expect(await page()).toEqual({ deliveries: [], hasNewer: false, hasOlder: false });
	});

	it('tells of each event what its receiver answered, the newest first', async () => {
		const first = await putDelivery(
			storage.context,
			webhookId,
			{ type: 'VERIFY', state: 'delivered', body: '{"data":{"challenge":"nsQs"}}' },
			[{ status: 200 }]
		);
		const second = await putDelivery(storage.context, webhookId, { dueAt: 5 }, [
			{ status: null, error: 'timed-out', duration: 15_000 },
			{ status: 500, at: REHEARSED_START + 25_000, error: 'status' }
		]);
		const { deliveries } = await page();
		expect(deliveries).toEqual([
			{
				...second,
				type: 'VEHICLE_STATE',
				isTest: false,
				vehicleId: null,
				state: 'waiting',
				happenedAt: REHEARSED_START,
				dueAt: 5,
				tries: 2,
				told: { kind: 'other' },
				attempts: [
					{
						...{ at: REHEARSED_START, machineAt: START, duration: 15_000 },
						...{ status: null, error: 'timed-out', fault: null }
					},
					{
						...{ at: REHEARSED_START + 25_000, machineAt: START + 1, duration: 3 },
						...{ status: 500, error: 'status', fault: null }
					}
				]
			},
			expect.objectContaining({ ...first, type: 'VERIFY', told: { kind: 'challenge' } })
		]);
	});

	it('holds no event of another webhook', async () => {
		const other = await storedWebhook(storage.context);
		await putDelivery(storage.context, other.id);
		expect((await page()).deliveries).toEqual([]);
	});

	it.each<[Partial<DeliveryFilter>, readonly number[]]>([
		[{}, [2, 1, 0]],
		[{ state: 'dropped' }, [1]],
		[{ state: 'waiting' }, [2, 0]],
		[{ type: 'VEHICLE_ERROR' }, [2]],
		[{ vehicleId: 'a' }, [1, 0]],
		[{ vehicleId: 'a', state: 'waiting' }, [0]],
		[{ vehicleId: 'b', state: 'dropped' }, []]
	])('is filtered by %j', async (filter, found) => {
		const put = (event: Parameters<typeof putDelivery>[2]) =>
			putDelivery(storage.context, webhookId, event);
		const all = [
			await put({ vehicleId: 'a' }),
			await put({ vehicleId: 'a', state: 'dropped' }),
			await put({ vehicleId: 'b', type: 'VEHICLE_ERROR' })
		];
		const { deliveries } = await page(null, filter);
		expect(deliveries.map(({ id }) => id)).toEqual(found.map((index) => all[index]?.id));
	});

	it('is paged, back and forth', async () => {
		const ids: number[] = [];
		for (let index = 0; index < 60; index++) {
			ids.unshift((await putDelivery(storage.context, webhookId)).id);
		}
		const first = await page();
		expect(first.deliveries.map(({ id }) => id)).toEqual(ids.slice(0, 25));
		expect(first).toMatchObject({ hasNewer: false, hasOlder: true });
		const second = await page({ side: 'older', than: ids[24] ?? 0 });
		expect(second.deliveries.map(({ id }) => id)).toEqual(ids.slice(25, 50));
		expect(second).toMatchObject({ hasNewer: true, hasOlder: true });
		const third = await page({ side: 'older', than: ids[49] ?? 0 });
		expect(third.deliveries.map(({ id }) => id)).toEqual(ids.slice(50));
		expect(third).toMatchObject({ hasNewer: true, hasOlder: false });
		expect(await page({ side: 'newer', than: ids[50] ?? 0 })).toEqual(second);
	});
});
