import { createApplication } from '#lib/server/applications/applications.ts';
import { changePassword } from '#lib/server/connect/brand-passwords.ts';
import { addKinds } from '#lib/server/fleet/add-kinds.ts';
import { vehicleLives } from '#lib/server/db/vehicle-schema.ts';
import { addVehicle } from '#lib/server/fleet/add-vehicle.ts';
import { deleteVehicle } from '#lib/server/fleet/delete-vehicle.ts';
import { findFleetVehicle, pageOfFleet } from '#lib/server/fleet/fleet-page.ts';
import { listVehicles } from '#lib/server/fleet/list-vehicles.ts';
import { fetchNow, tuneVehicle } from '#lib/server/fleet/tune.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertConnection } from '../../../support/connections.ts';
import { done } from '../../../support/outcome.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();
let clientId = '';

beforeEach(async () => {
	({ clientId } = done(await createApplication(storage.context, { name: 'Charge Planner' })));
});

const page = (wanted: Partial<Parameters<typeof pageOfFleet>[2]> = {}) =>
	pageOfFleet(storage.context, clientId, { page: 1, search: '', ...wanted });

describe('a page of the fleet', () => {
	it('has nothing where there are no vehicles', async () => {
		expect(await page()).toMatchObject({ all: 0, total: 0, connected: 0, pages: 1, vehicles: [] });
	});

	it('counts by powertrain, and shows those of one', async () => {
		expect(await addKinds(storage.context)).toBe(PROFILES.length);
		const all = await page();
		expect(all.total).toBe(PROFILES.length);
		for (const powertrain of ['BEV', 'PHEV', 'HEV', 'ICE', null] as const) {
			const expected = PROFILES.filter((profile) => profile.powertrain === powertrain).length;
			expect(all.counts.get(powertrain)).toBe(expected);
			const { vehicles } = await page({ powertrain });
			expect(vehicles).toHaveLength(Math.min(expected, 25));
			for (const { vehicle } of vehicles) expect(vehicle.profile.powertrain).toBe(powertrain);
		}
	});

	it('goes on without a life that is damaged, and says so; that vehicle alone is refused', async () => {
		const [damaged, well] = [
			done(await addVehicle(storage.context, {})).id,
			done(await addVehicle(storage.context, {})).id
		];
		await storage.context.write(({ db }) =>
			db
				.insert(vehicleLives)
				.values({ vehicleId: damaged, life: JSON.parse('{"state":"none"}'), revision: 1 })
		);
		const { total, vehicles, damaged: leftOut } = await page();
		expect({ total, leftOut }).toEqual({ total: 2, leftOut: 1 });
		expect(vehicles.map(({ vehicle }) => vehicle.id)).toEqual([well]);
		await expect(findFleetVehicle(storage.context, clientId, damaged)).rejects.toMatchObject({
			code: 'damaged'
		});
		const listed = await listVehicles(storage.context, { after: '', most: 1 });
		const rest = await listVehicles(storage.context, { after: listed.next ?? '', most: 2 });
		expect([...listed.vehicles, ...rest.vehicles].map(({ id }) => id)).toEqual([well]);
		expect(rest.next).toBeNull();
	});

	it('is followed by the rest, by the key of its edge', async () => {
		await addKinds(storage.context);
		const first = await page();
		expect(first).toMatchObject({ page: 1, pages: 2 });
		const second = await page({ page: 2, key: first.edges.after });
		const ids = [...first.vehicles, ...second.vehicles].map(({ vehicle }) => vehicle.id);
		expect(new Set(ids).size).toBe(PROFILES.length);
	});

	it.each([
		['volksWAGEN', 1],
		['id.4', 1],
		['SUBARU', 1],
		['_', 0],
		['100%', 0]
	])('finds by %s', async (search, count) => {
		await addVehicle(storage.context, { make: 'VOLKSWAGEN', model: 'ID.4' });
		await addVehicle(storage.context, { make: 'SUBARU', model: 'Outback' });
		expect((await page({ search })).vehicles).toHaveLength(count);
	});

	it('tells what a connection reaches, and what stands in its way', async () => {
		await insertConnection(storage.context, { id: 'a', clientId, granted: 'read_battery' });
		const [found] = (await page()).vehicles;
		expect(found).toMatchObject({ name: 'Chevrolet Volt 2023', username: 'a@mail' });
		expect(found?.reach).toMatchObject({
			connectionId: 'a',
			facts: {
				granted: ['read_battery'],
				account: { passwordCurrent: true, vehicleDeleted: false },
				plan: { limit: null, calls: 0 }
			}
		});
		await changePassword(storage.context, 'vehicle-of-a');
		const [changed] = (await page()).vehicles;
		expect(changed?.reach?.facts.account.passwordCurrent).toBe(false);
		expect((await page()).connected).toBe(1);
	});

	it('leaves out a deleted vehicle, whose own page stays', async () => {
		await insertConnection(storage.context, { id: 'a', clientId });
		await deleteVehicle(storage.context, 'vehicle-of-a');
		expect(await page()).toMatchObject({ all: 0, connected: 0, vehicles: [] });
		const found = await findFleetVehicle(storage.context, clientId, 'vehicle-of-a');
		expect(found?.reach?.facts.account.vehicleDeleted).toBe(true);
		expect(await findFleetVehicle(storage.context, clientId, 'nothing')).toBeNull();
	});
});

describe('tuning a vehicle', () => {
	const tuning = {
		behaviour: 'simulator-2025',
		delays: { report: 0, every: 1000, ingest: 0 }
	} as const;

	it('is kept, and not done to one that is gone', async () => {
		const { id } = done(await addVehicle(storage.context, {}));
		expect(await tuneVehicle(storage.context, id, tuning)).toBe(true);
		expect(await fetchNow(storage.context, id)).toBe(true);
		const found = await findFleetVehicle(storage.context, clientId, id);
		expect(found?.vehicle.life).toMatchObject(tuning);
		await deleteVehicle(storage.context, id);
		expect(await tuneVehicle(storage.context, id, tuning)).toBe(false);
		expect(await fetchNow(storage.context, id)).toBe(false);
	});
});
