import { freezeClock, readClock } from '#lib/server/connect/rehearsal.ts';
import type { Context } from '#lib/server/context.ts';
import { vehicleAccounts, vehicleLives } from '#lib/server/db/vehicle-schema.ts';
import { advanceRehearsal, resetRehearsal } from '#lib/server/fleet/clock.ts';
import { MOST_FIRED, type Fired } from '#lib/server/fleet/fired.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { addVehicle } from '#lib/server/fleet/add-vehicle.ts';
import { deleteVehicle } from '#lib/server/fleet/delete-vehicle.ts';
import { findVehicles } from '#lib/server/fleet/vehicles.ts';
import { kWhAt } from '#lib/vehicles/instant/battery.ts';
import { odometerAt } from '#lib/vehicles/instant/driving.ts';
import { instantOf } from '#lib/vehicles/instant/instant.ts';
import type { Routine } from '#lib/vehicles/state/schema.ts';
import { describe, expect, it } from 'vitest';
import { createConnectedClient, giveCodes } from '../../../support/codes.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';
import { oneVehicle, vehicleNow, vehiclesOfLogin } from '../../../support/vehicles.ts';

const storage = useStorage();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

async function advance(by: number) {
	const outcome = await advanceRehearsal(storage.context, by);
	if (!outcome.ok) throw new TypeError(outcome.code);
	return outcome.fired;
}

async function withRoutines(count: number, routine: Routine = 'commuter') {
	const ids = await vehiclesOfLogin(storage.context, `${count}-vehicles@smartcar.com`);
	for (const id of ids) await happenTo(storage.context, id, { event: 'routine', routine });
	return ids;
}

/** What happened to vehicles; of the tests' logins no token is given out. */
function ofVehicles(fired: readonly Fired[]) {
	return fired.flatMap((one) => ('vehicleId' in one ? [one] : []));
}

const livesKept = () => storage.context.read(({ db }) => db.select().from(vehicleLives));

describe('advanceRehearsal', () => {
	it('tells what happened to all vehicles meanwhile, in order', async () => {
		const ids = await withRoutines(3);
		const { listed, count } = await advance(2 * DAY);
		expect(count).toBe(listed.length);
		expect(new Set(ofVehicles(listed).map(({ vehicleId }) => vehicleId))).toEqual(new Set(ids));
		const times = listed.map(({ at }) => at);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
		expect(times.every((at) => at > REHEARSED_START && at <= REHEARSED_START + 2 * DAY)).toBe(true);
		expect(new Set(listed.map(({ event }) => event))).toContain('drive');
	});

	it('tells each thing once, however the time is cut into pieces', async () => {
		await withRoutines(2, 'delivery');
		const pieces: Fired[] = [];
		for (const hours of [5, 1, 30, 7, 5]) pieces.push(...(await advance(hours * HOUR)).listed);
		expect(pieces.length).toBeGreaterThan(20);
		const told = ofVehicles(pieces).map(
			({ at, vehicleId, event }) => `${at} ${vehicleId} ${event}`
		);
		expect(new Set(told).size).toBe(told.length);
	});

	it('lists the first thousand, and counts the rest', async () => {
		await withRoutines(4, 'delivery');
		const { listed, count } = await advance(60 * DAY);
		expect(listed).toHaveLength(MOST_FIRED);
		expect(count).toBeGreaterThan(MOST_FIRED);
		const last = listed.at(-1)?.at ?? 0;
		expect(last).toBeLessThan(REHEARSED_START + 30 * DAY);
		expect(new Set(ofVehicles(listed).map(({ vehicleId }) => vehicleId)).size).toBe(4);
	});

	it('lists the first thousand of all that happened and ended', async () => {
		const [id = ''] = await withRoutines(1);
		const { clientId } = await createConnectedClient(storage.context);
		await giveCodes(storage.context, clientId, MOST_FIRED + 200);
		const { listed, count } = await advance(DAY);
		expect(listed).toHaveLength(MOST_FIRED);
		expect(new Set(listed.map(({ event }) => event))).toEqual(new Set(['code-ends']));
		const later = await advance(DAY);
		expect(count).toBeGreaterThan(MOST_FIRED + 200);
		expect(new Set(ofVehicles(later.listed).map(({ vehicleId }) => vehicleId))).toEqual(
			new Set([id])
		);
	});

	it('leads to the lives that a look would have led to', async () => {
		const [id = ''] = await withRoutines(1);
		const looked = await vehicleNow(storage.at(START + 40 * DAY), id);
		await advance(40 * DAY);
		const { life, revision } = await vehicleNow(storage.context, id);
		expect(life).toEqual(looked.life);
		expect(revision).toBe(2);
	});

	it('keeps nothing of vehicles to which nothing happened, or that were deleted', async () => {
		await oneVehicle(storage.context);
		const added = await addVehicle(storage.context, {});
		if (!added.ok) throw new TypeError(added.code);
		await happenTo(storage.context, added.id, { event: 'routine', routine: 'commuter' });
		await deleteVehicle(storage.context, added.id);
		expect(await advance(9 * DAY)).toMatchObject({ listed: [], count: 0 });
		expect((await livesKept()).map(({ revision }) => revision)).toEqual([1]);
	});

	it('passes over a life that is damaged', async () => {
		const [first = '', second = ''] = await withRoutines(2);
		await storage.context.write(({ db }) => db.delete(vehicleLives));
		await happenTo(storage.context, second, { event: 'routine', routine: 'commuter' });
		await storage.context.write(async ({ db }) => {
			const broken = JSON.parse('{"state":"none"}');
			await db.insert(vehicleLives).values({ vehicleId: first, life: broken, revision: 1 });
		});
		const { listed } = await advance(2 * DAY);
		expect(new Set(ofVehicles(listed).map(({ vehicleId }) => vehicleId))).toEqual(
			new Set([second])
		);
	});

	it('that is stopped half-way has moved the clock, and leaves lives as they would have been', async () => {
		const ids = await withRoutines(50);
		let writes = 0;
		const stopping: Context = {
			...storage.context,
			write: (work) => {
				writes += 1;
				if (writes > 2) throw new RangeError('stopped');
				return storage.context.write(work);
			}
		};
		const { read: later } = await findVehicles(storage.at(START + 20 * DAY), ids);
		await expect(advanceRehearsal(stopping, 20 * DAY)).rejects.toThrow('stopped');
		expect(await readClock(storage.context)).toMatchObject({ now: REHEARSED_START + 20 * DAY });
		const kept = (await livesKept()).filter(({ revision }) => revision > 1);
		expect(kept).toHaveLength(20);
		const { read: now } = await findVehicles(storage.context, ids);
		expect(now.map(({ life }) => life)).toEqual(later.map(({ life }) => life));
	});

	it('moves a clock that stands still', async () => {
		const [id = ''] = await withRoutines(1);
		await freezeClock(storage.context, true);
		await advance(DAY);
		const { life } = await vehicleNow(storage.at(START + 5 * DAY), id);
		expect(life.state.time).toBe(REHEARSED_START + DAY);
	});
});

describe('resetRehearsal', () => {
	it('lets vehicles be at the machine’s time what they were', async () => {
		const [id = ''] = await withRoutines(1);
		await advance(20 * DAY);
		const { life: before } = await vehicleNow(storage.context, id);
		await resetRehearsal(storage.context);
		const { life, revision } = await vehicleNow(storage.context, id);
		expect(life.state.time).toBe(START);
		expect(life.state.odometer).toEqual(before.state.odometer);
		expect(life.state.routine).toBe('commuter');
		expect(life.state.battery).toEqual(before.state.battery);
		expect(revision).toBe(3);
		const later = await vehicleNow(storage.at(START + 7 * DAY), id);
		expect(later.life.state.odometer.km).toBeGreaterThan(life.state.odometer.km);
	});

	it('takes along what vehicles lived since they were kept, or born', async () => {
		const [driving = '', charging = ''] = await vehiclesOfLogin(
			storage.context,
			'2-vehicles@smartcar.com'
		);
		const born = await oneVehicle(storage.context);
		await happenTo(storage.context, driving, { event: 'drive' });
		await happenTo(storage.context, charging, { event: 'plug-in', kind: 'DC', kw: 150 });
		const later = storage.at(START + 5 * MINUTE);
		const ids = [driving, charging, born];
		const whatTheyAre = async () => {
			const { read } = await findVehicles(later, ids);
			return read.map(({ life: { state } }) => {
				const instant = instantOf(state, state.time);
				return {
					km: odometerAt(instant),
					kWh: kWhAt(instant),
					driveFor: state.drive && state.drive.endsAt - state.time,
					age: state.time - state.bornAt
				};
			});
		};
		const before = await whatTheyAre();
		await resetRehearsal(later);
		expect(await whatTheyAre()).toEqual(before);
	});

	it.each([5 * MINUTE, 50_000, 3000])('does so where the clock goes back by %i ms', async (by) => {
		await resetRehearsal(storage.context);
		const id = await oneVehicle(storage.context);
		await happenTo(storage.context, id, { event: 'drive', minutes: 30 });
		await advance(by);
		const kmNow = async () => {
			const { state } = (await vehicleNow(storage.context, id)).life;
			return { km: odometerAt(instantOf(state, state.time)), time: state.time };
		};
		const { km } = await kmNow();
		await resetRehearsal(storage.context);
		expect(await kmNow()).toEqual({ km, time: START });
	});

	it('keeps nothing anew where the clock did not move', async () => {
		await resetRehearsal(storage.context);
		const id = await oneVehicle(storage.context);
		await happenTo(storage.context, id, { event: 'routine', routine: 'commuter' });
		await resetRehearsal(storage.at(START + 9 * DAY));
		expect((await livesKept()).map(({ revision }) => revision)).toEqual([1]);
	});

	it('leaves none ahead, even where a life could not be kept in time', async () => {
		const [id = ''] = await withRoutines(1);
		await advance(20 * DAY);
		const [ahead] = await livesKept();
		if (!ahead) throw new TypeError('No life');
		await resetRehearsal(storage.context);
		await storage.context.write(({ db }) => db.update(vehicleLives).set({ life: ahead.life }));
		const { life } = await vehicleNow(storage.context, id);
		expect(life.state.time).toBe(START);
		const later = await vehicleNow(storage.at(START + 7 * DAY), id);
		expect(later.life.state.time).toBe(START + 7 * DAY);
		expect(await happenTo(storage.context, id, { event: 'lock' })).toMatchObject({ ok: true });
	});

	it('leaves none to be born later', async () => {
		const id = await oneVehicle(storage.context);
		await resetRehearsal(storage.context);
		const { life } = await vehicleNow(storage.at(START + DAY), id);
		expect(life.state).toMatchObject({ bornAt: START, time: START + DAY });
		const accounts = await storage.context.read(({ db }) => db.select().from(vehicleAccounts));
		expect(accounts.map(({ createdAt }) => createdAt)).toEqual([START]);
	});
});
