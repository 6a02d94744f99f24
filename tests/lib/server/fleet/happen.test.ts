import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { keepChange } from '#lib/server/fleet/change-life.ts';
import { orderVehicle } from '#lib/server/fleet/order.ts';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';
import { oneVehicle, vehicleNow } from '../../../support/vehicles.ts';

const storage = useStorage();
const HOUR = 3_600_000;

describe('happenTo', () => {
	it('lets something happen, tells what changed by it and keeps it', async () => {
		const id = await oneVehicle(storage.context);
		const plugged = await happenTo(storage.context, id, { event: 'plug-in' });
		if (!plugged.ok) throw new TypeError(plugged.code);
		expect(plugged.changed).toContain('charge-ischarging');
		expect(plugged.moments).toEqual([]);
		const { revision, life } = await vehicleNow(storage.context, id);
		expect(revision).toBe(1);
		expect(life.state.plug.in).toBe('AC');
	});

	it('lets it live until then, and tells what happened by itself', async () => {
		const id = await oneVehicle(storage.context);
		await happenTo(storage.context, id, { event: 'plug-in' });
		const later = storage.at(START + 9 * HOUR);
		const locked = await happenTo(later, id, { event: 'unlock' });
		if (!locked.ok) throw new TypeError(locked.code);
		expect(locked.moments.map(({ happening }) => happening)).toEqual(['charge-ends']);
		expect((await vehicleNow(later, id)).life.state).toMatchObject({
			time: REHEARSED_START + 9 * HOUR,
			lock: { locked: false },
			charging: { session: null }
		});
	});

	it.each([
		[{ event: 'start-charge' }, 'CHARGING_PLUG_NOT_CONNECTED'],
		[{ event: 'refuel' }, 'VEHICLE_NOT_CAPABLE'],
		[{ event: 'set', signals: { 'nothing-known': {} } }, 'NO_SUCH_SIGNAL']
	] as const)('%j is refused with %s, and nothing is kept', async (event, code) => {
		const id = await oneVehicle(storage.context);
		expect(await happenTo(storage.context, id, event)).toEqual({
			ok: false,
			kind: 'refused',
			code
		});
		expect((await vehicleNow(storage.context, id)).revision).toBeNull();
	});

	it('refuses for a vehicle that is not there, or was deleted', async () => {
		const refused = { ok: false, kind: 'refused', code: 'NO_SUCH_VEHICLE' };
		expect(await happenTo(storage.context, 'nobody', { event: 'lock' })).toEqual(refused);
		const id = await oneVehicle(storage.context);
		await storage.context.write(async ({ db, now }) => {
			await db.update(vehicles).set({ deletedAt: now }).where(eq(vehicles.id, id));
		});
		expect(await happenTo(storage.context, id, { event: 'lock' })).toEqual(refused);
	});

	it('takes many at once, of which none is lost', async () => {
		const id = await oneVehicle(storage.context);
		const codes = ['P0001', 'P0002', 'P0003', 'P0004', 'P0005', 'P0006'];
		const all = codes.map((code) => happenTo(storage.context, id, { event: 'trouble', code }));
		for (const one of await Promise.all(all)) expect(one.ok).toBe(true);
		const { life, revision } = await vehicleNow(storage.context, id);
		expect(life.state.troubles.map(({ code }) => code).sort()).toEqual(codes);
		expect(revision).toBe(codes.length);
	});
});

describe('keepChange', () => {
	it('keeps nothing over what somebody else kept meanwhile', async () => {
		const id = await oneVehicle(storage.context);
		const born = await vehicleNow(storage.context, id);
		await happenTo(storage.context, id, { event: 'unlock' });
		const keep = (revision: number | null) =>
			storage.context.write((transaction) =>
				keepChange(
					transaction,
					{ id, revision, life: born.life },
					{ vehicle: born.life, moments: [], changed: [] }
				)
			);
		expect(await keep(null)).toBe(false);
		expect(await keep(0)).toBe(false);
		expect((await vehicleNow(storage.context, id)).life.state.lock.locked).toBe(false);
		expect(await keep(1)).toBe(true);
		expect((await vehicleNow(storage.context, id)).life.state.lock.locked).toBe(true);
	});
});

describe('orderVehicle', () => {
	it('is obeyed, and seen in the next look', async () => {
		const id = await oneVehicle(storage.context);
		const ordered = await orderVehicle(storage.context, id, 'security-unlock', {});
		expect(ordered).toMatchObject({ kind: 'changed' });
		expect((await vehicleNow(storage.context, id)).life.state.lock.locked).toBe(false);
	});

	it.each([
		['charge-start', {}, { kind: 'refused', refusal: 'CHARGING_PLUG_NOT_CONNECTED' }],
		['charge-set-limit', { percent: 'all' }, { kind: 'not-valid' }]
	])('%s with %j keeps nothing', async (code, parameters, expected) => {
		const id = await oneVehicle(storage.context);
		expect(await orderVehicle(storage.context, id, code, parameters)).toMatchObject(expected);
		expect((await vehicleNow(storage.context, id)).revision).toBeNull();
	});

	it('is not given to what is not there, and none is made up', async () => {
		const id = await oneVehicle(storage.context);
		expect(await orderVehicle(storage.context, 'nobody', 'charge-stop', {})).toBeNull();
		expect(() => orderVehicle(storage.context, id, 'fly', {})).toThrow(TypeError);
	});
});
