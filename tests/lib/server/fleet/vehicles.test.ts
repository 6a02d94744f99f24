import { vehicleLives } from '#lib/server/db/vehicle-schema.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { findVehicle, findVehicles } from '#lib/server/fleet/vehicles.ts';
import { readSignal } from '#lib/vehicles/platform/read.ts';
import { describe, expect, it } from 'vitest';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';
import { oneVehicle, vehicleNow, vehiclesOfLogin } from '../../../support/vehicles.ts';

const storage = useStorage();
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('findVehicle', () => {
	it('tells a vehicle as it was born, by the rehearsal', async () => {
		const id = await oneVehicle(storage.context);
		expect(await findVehicle(storage.context, id)).toMatchObject({
			id,
			make: 'TESLA',
			model: 'Model 3',
			fault: null,
			deletedAt: null,
			revision: null,
			profile: { id: 'tesla-model-3', powertrain: 'BEV' },
			life: { state: { bornAt: REHEARSED_START, time: REHEARSED_START, routine: 'none' } }
		});
	});

	it('tells nothing of one that is not there', async () => {
		expect(await findVehicle(storage.context, 'nobody')).toBeNull();
	});

	it('writes nothing, however late one looks', async () => {
		const id = await oneVehicle(storage.context);
		const later = await vehicleNow(storage.at(START + DAY), id);
		expect(later.life.state.time).toBe(REHEARSED_START + DAY);
		const rows = await storage.context.read(({ db }) => db.select().from(vehicleLives));
		expect(rows).toEqual([]);
	});

	it('tells the same life whether or not somebody looked before', async () => {
		const id = await oneVehicle(storage.context);
		await happenTo(storage.context, id, { event: 'routine', routine: 'commuter' });
		for (let day = 1; day < 9; day++) await vehicleNow(storage.at(START + day * DAY), id);
		const looked = await vehicleNow(storage.at(START + 9 * DAY), id);
		const [other] = await vehiclesOfLogin(storage.context, 'another@example.com');
		expect(other).not.toBe(id);
		// One that goes back in time goes on from what is stored.
		const before = await vehicleNow(storage.at(START + MINUTE), id);
		expect(before.life.state.time).toBe(REHEARSED_START + MINUTE);
		expect(await vehicleNow(storage.at(START + 9 * DAY), id)).toEqual(looked);
		expect(looked.life.state.odometer.km).toBeGreaterThan(before.life.state.odometer.km);
	});

	it('has its signals filled at once', async () => {
		const id = await oneVehicle(storage.context);
		const { life } = await vehicleNow(storage.context, id);
		expect(readSignal(life, 'odometer-traveleddistance')).toMatchObject({
			error: null,
			retrievedAt: REHEARSED_START,
			ingestedAt: REHEARSED_START
		});
	});
});

describe('findVehicles', () => {
	it('tells them in the order that was asked for, without those that are not there', async () => {
		const ids = await vehiclesOfLogin(storage.context, '3-vehicles@smartcar.com');
		const wanted = [ids[2], 'nobody', ids[0]].map((id) => id ?? '');
		const found = await findVehicles(storage.context, wanted);
		expect(found.read.map(({ id }) => id)).toEqual([ids[2], ids[0]]);
		expect(await findVehicles(storage.context, [])).toEqual({ read: [], damaged: 0 });
	});
});
