import type { Vehicle } from '#lib/vehicles/kept.ts';
import { USUAL_DELAYS } from '#lib/vehicles/platform/fetching.ts';
import { askForFetch } from '#lib/vehicles/platform/read.ts';
import { catchUp } from '#lib/server/fleet/catch-up.ts';
import { noteBehind } from '#lib/server/fleet/behind.ts';
import { changeLife } from '#lib/server/fleet/change-life.ts';
import { advanceRehearsal } from '#lib/server/fleet/clock.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { orderVehicle } from '#lib/server/fleet/order.ts';
import { fetchNow, handled, tuneVehicle } from '#lib/server/fleet/tune.ts';
import { inTurn } from '#lib/server/fleet/turns.ts';
import { describe, expect, it } from 'vitest';
import { START, useStorage } from '../../../support/storage.ts';
import { oneVehicle, vehicleNow, vehiclesOfLogin } from '../../../support/vehicles.ts';

const storage = useStorage();
const HOUR = 3_600_000;
const TUNING = { behaviour: 'vehicle', delays: USUAL_DELAYS } as const;

describe('what changes a life', () => {
	it('comes one after the other, whoever it is, and none is lost', async () => {
		const id = await oneVehicle(storage.context);
		const { context } = storage;
		noteBehind(context, id);
		const all = [
			happenTo(context, id, { event: 'routine', routine: 'commuter' }),
			happenTo(context, id, { event: 'plug-in' }),
			tuneVehicle(context, id, TUNING),
			...Array.from({ length: 6 }, () => fetchNow(context, id)),
			catchUp(context),
			orderVehicle(context, id, 'security-unlock', {}),
			advanceRehearsal(context, 60_000),
			fetchNow(context, id)
		];
		const outcomes = await Promise.allSettled(all);
		expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
		const { life: after } = await vehicleNow(context, id);
		expect(after.asked).toHaveLength(7);
		expect(after.state).toMatchObject({ routine: 'commuter', lock: { locked: false } });
	});

	it('does nothing to a vehicle that is not there', async () => {
		expect(await tuneVehicle(storage.context, 'nobody', TUNING)).toBe(false);
		expect(await fetchNow(storage.context, 'nobody')).toBe(false);
		const decide = () => ({ change: null, outcome: 'asked' });
		expect(await changeLife(storage.context, 'nobody', decide)).toBeNull();
	});

	it('keeps nothing where there is no change', async () => {
		const id = await oneVehicle(storage.context);
		const outcome = await changeLife(storage.context, id, () => ({ change: null, outcome: 7 }));
		expect(outcome).toBe(7);
		expect((await vehicleNow(storage.context, id)).revision).toBeNull();
	});

	it('tells what happened until then, also where only the way to the platform is changed', async () => {
		const id = await oneVehicle(storage.context);
		await happenTo(storage.context, id, { event: 'plug-in' });
		const { life } = await vehicleNow(storage.context, id);
		const time = life.state.time + 9 * HOUR;
		const tuned = (vehicle: Vehicle) => ({ ...vehicle, behaviour: 'simulator-2025' as const });
		for (const change of [tuned, askForFetch]) {
			const { vehicle, moments, changed } = handled(life, time, change);
			expect(moments.map(({ happening }) => happening)).toContain('charge-ends');
			expect(changed).toEqual([]);
			expect(vehicle.state.time).toBe(time);
		}
		const later = storage.at(START + 9 * HOUR);
		expect(await fetchNow(later, id)).toBe(true);
		expect((await vehicleNow(later, id)).life.state.charging.session).toBeNull();
	});
});

describe('turns', () => {
	it('of several vehicles wait for each other’s, in whichever order they are named', async () => {
		const [one = '', other = ''] = await vehiclesOfLogin(
			storage.context,
			'2-vehicles@smartcar.com'
		);
		const order: string[] = [];
		const take = (name: string, ...ids: readonly string[]) =>
			inTurn(storage.context, ids, async () => {
				order.push(`${name} begins`);
				await new Promise((resolve) => setImmediate(resolve));
				order.push(`${name} ends`);
			});
		await Promise.all([take('a', one, other), take('b', other, one), take('c', one)]);
		expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
	});

	it('go on after one that failed', async () => {
		const failed = inTurn(storage.context, ['a', 'b'], () => Promise.reject(new Error('no')));
		const next = inTurn(storage.context, ['b'], () => Promise.resolve('done'));
		await expect(failed).rejects.toThrow('no');
		expect(await next).toBe('done');
	});
});
