import { applications } from '#lib/server/db/schema.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { deleteVehicle } from '#lib/server/fleet/delete-vehicle.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { SeedAnswer } from '#lib/server/programs/control/answer-schemas.ts';
import { describe, expect, it } from 'vitest';
import { control } from '../../../../support/control.ts';
import { ENTRY } from '../../../../support/seeds.ts';
import { useStorage } from '../../../../support/storage.ts';
import { vehicleNow } from '../../../../support/vehicles.ts';

const storage = useStorage();
const SAM = 'sam@owner.example';

const seed = (vehicles: readonly object[], applications: readonly object[] = []) =>
	control(storage.context, 'seed', { applications, vehicles });

async function seeded(...wanted: readonly object[]) {
	const { status, body } = await seed(wanted);
	expect(status).toBe(200);
	return SeedAnswer.parse(body).vehicles ?? [];
}

describe('vehicles of a seed', () => {
	it('are there, with their routines; the same again changes nothing', async () => {
		const wanted = [
			{ make: 'KIA', username: SAM, routine: 'commuter' },
			{ make: 'KIA', username: SAM },
			{ vin: '5YJ3E1EA7KF000001', username: SAM }
		];
		const first = await seeded(...wanted);
		expect(first).toMatchObject([
			{ login: { make: 'KIA', username: SAM }, change: 'created' },
			{ login: { make: 'KIA', username: SAM }, change: 'created' },
			{ vin: '5YJ3E1EA7KF000001', login: { make: 'TESLA', username: SAM }, change: 'created' }
		]);
		expect((await vehicleNow(storage.context, first[0]?.id ?? '')).life.state.routine).toBe(
			'commuter'
		);
		const again = await seeded(...wanted);
		expect(again).toEqual(first.map((vehicle) => ({ ...vehicle, change: 'unchanged' })));
	});

	it('live on as they do, and come back where they were deleted', async () => {
		const wanted = { make: 'KIA', username: SAM, routine: 'commuter' };
		const id = (await seeded(wanted))[0]?.id ?? '';
		await happenTo(storage.context, id, { event: 'routine', routine: 'parked' });
		await seeded(wanted);
		expect((await vehicleNow(storage.context, id)).life.state.routine).toBe('parked');
		await deleteVehicle(storage.context, id);
		expect(await seeded(wanted)).toMatchObject([{ id, change: 'created' }]);
	});

	it.each([
		[{ make: 'KIA' }, 'vehicles[1].username: Write a user name'],
		[{ make: 'Trabant', username: SAM }, 'vehicles[1].make: Write a brand of the platform'],
		[{ username: 'server-error@smartcar.com' }, 'vehicles[1].username: Signing in with this'],
		[{ vin: '5YJ3E1EA7KF000001', username: SAM }, 'vehicles[1].vin: The account has a vehicle'],
		[{ username: SAM, yaer: 2020 }, '“yaer” is no key here; did you mean “year”?']
	])('are refused with all the rest: %j', async (wrong, description) => {
		const right = { vin: '5YJ3E1EA7KF000001', username: SAM };
		const { status, body } = await seed([right, wrong], [ENTRY]);
		expect(status).toBe(400);
		expect(body.error_description).toContain(description);
		const left = await storage.context.read(async ({ db }) => [
			await db.$count(vehicles),
			await db.$count(applications)
		]);
		expect(left).toEqual([0, 0]);
	});

	it('are not there where an application of the seed cannot be', async () => {
		const wrong = { ...ENTRY, redirectUris: ['nowhere'] };
		expect((await seed([{ username: SAM }], [wrong])).status).toBe(400);
		expect(await storage.context.read(({ db }) => db.$count(vehicles))).toBe(0);
	});
});
