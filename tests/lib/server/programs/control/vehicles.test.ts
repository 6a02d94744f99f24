import { askFromWithin } from '#lib/server/programs/within.ts';
import {
	VehicleDetail,
	VehiclesAnswer,
	VehicleAnswer
} from '#lib/server/programs/control/vehicle-answer.ts';
import { vehicleAccounts } from '#lib/server/db/vehicle-schema.ts';
import { readSettings } from '#lib/server/settings.ts';
import { describe, expect, it } from 'vitest';
import { control } from '../../../../support/control.ts';
import { REHEARSED_START, useStorage } from '../../../../support/storage.ts';
import { vehiclesOfLogin } from '../../../../support/vehicles.ts';

const storage = useStorage();
const NOW = new Date(REHEARSED_START).toISOString();

async function ask(path: string, method = 'GET', context = storage.context) {
	const answer = await askFromWithin(context, '192.0.2.1', `/sandbox/api/${path}`, { method });
	const body: unknown = await answer.json();
	return { status: answer.status, body };
}

const post = (body: unknown) => control(storage.context, 'vehicles', body);
const happen = (id: string, body: unknown) =>
	control(storage.context, `vehicles/${id}/events`, body);

async function added(wanted: object = {}) {
	const { status, body } = await post(wanted);
	expect(status).toBe(200);
	return VehicleAnswer.parse(body);
}

describe('POST /sandbox/api/vehicles', () => {
	it('adds a vehicle, and tells the login that finds it', async () => {
		const vehicle = await added({ make: 'Kia', year: 2024, routine: 'commuter' });
		expect(vehicle).toMatchObject({
			...{ make: 'KIA', model: 'EV6', year: 2024, powertrain: 'BEV', profile: 'kia-ev6' },
			...{ routine: 'commuter', charging: false, locked: true, now: NOW },
			login: { make: 'KIA', username: expect.stringContaining('@owner.example') }
		});
		expect((await ask(`vehicles/${vehicle.id}`)).body).toMatchObject({ ...vehicle });
	});

	it.each([
		[{ make: 'Trabant' }, 'make: Write a brand of the platform, such as TESLA or Chevrolet.'],
		[{ year: 1900 }, 'year: Write a model year from 1996 to 2100, or leave it out.'],
		[{ vin: 'short' }, 'vin: Write a VIN of 17 letters and digits, or leave it out.'],
		[{ powertrain: 'STEAM' }, 'powertrain: Write BEV, PHEV, HEV or ICE, or leave it out.'],
		[{ profile: 'x' }, 'profile: Write the id of a profile, such as kia-ev6 or simulated-bev'],
		[{ profile: 'kia-ev6', powertrain: 'ICE' }, 'powertrain: The profile has another powertrain'],
		[{ username: 'server-error@smartcar.com' }, 'username: Signing in with this user name ends'],
		[{ routine: 'taxi' }, 'routine: Write one of none, commuter, delivery, weekend, parked'],
		[{ modl: 'EV6' }, '“modl” is no key here; did you mean “model”?']
	])('refuses %j', async (body, description) => {
		const answer = await post(body);
		expect(answer.status).toBe(400);
		expect(answer.body.error_description).toContain(description);
	});
});

describe('GET /sandbox/api/vehicles', () => {
	it('lists all of them, some at a time', async () => {
		const ids = await vehiclesOfLogin(storage.context, '5-vehicles@smartcar.com');
		const listed: string[] = [];
		for (let after: string | null = ''; after !== null;) {
			const { status, body } = await ask(`vehicles?limit=2&after=${after}`);
			expect(status).toBe(200);
			const { vehicles, next } = VehiclesAnswer.parse(body);
			listed.push(...vehicles.map(({ id }) => id));
			after = next;
		}
		expect(listed.toSorted()).toEqual(ids.toSorted());
		expect(new Set(listed).size).toBe(5);
	});

	it.each(['0', '1001', 'all', '-1', ''])('refuses the limit “%s”', async (limit) => {
		expect(await ask(`vehicles?limit=${limit}`)).toMatchObject({
			status: 400,
			body: { error_description: 'limit: Write a number from 1 to 1000.' }
		});
	});
});

describe('a vehicle of the control API', () => {
	it('tells all its signals, and is deleted once', async () => {
		const { id, vin } = await added({ profile: 'volkswagen-id4' });
		expect((await happen(id, { event: 'plug-in' })).status).toBe(200);
		const { signals } = VehicleDetail.parse((await ask(`vehicles/${id}`)).body);
		expect(signals).toHaveLength(31);
		expect(signals).toContainEqual({ code: 'vehicleidentification-vin', body: { value: vin } });
		expect(await ask(`vehicles/${id}`, 'DELETE')).toMatchObject({
			status: 200,
			body: { id, deleted: true }
		});
		const gone = { status: 404, body: { error: 'not_found' } };
		expect(await ask(`vehicles/${id}`, 'DELETE')).toMatchObject(gone);
		expect(await ask(`vehicles/${id}`)).toMatchObject(gone);
		expect((await happen(id, { event: 'lock' })).status).toBe(404);
		expect((await ask('vehicles')).body).toEqual({ vehicles: [], next: null });
	});

	it('does what happens to it, and tells what changed', async () => {
		const { id } = await added();
		const { status, body } = await happen(id, { event: 'plug-in', kind: 'DC', kw: 150 });
		expect(status).toBe(200);
		expect(body).toMatchObject({
			at: NOW,
			changed: expect.arrayContaining([{ code: 'charge-ischarging', body: { value: true } }])
		});
		expect((await ask(`vehicles/${id}`)).body).toMatchObject({ pluggedIn: true, charging: true });
	});

	it('tells what is set by hand', async () => {
		const { id } = await added();
		const charge = { value: 42, unit: 'percent' };
		const { status, body } = await happen(id, { set: { 'tractionbattery-stateofcharge': charge } });
		expect(status).toBe(200);
		expect(body.changed).toContainEqual({ code: 'tractionbattery-stateofcharge', body: charge });
	});

	it.each([
		[{}, 'Write either event, e.g. {"event":"plug-in"}, or set with bodies of signals.'],
		[{ event: 'lock', set: {} }, 'Write either event'],
		[{ event: 'fly' }, 'event: Write what happens, such as plug-in, drive or lock.'],
		[{ event: 'open' }, 'what: '],
		[{ event: 'drive', km: 0 }, 'km: '],
		[{ event: 'lock', km: 3 }, 'km'],
		[{ evnt: 'lock' }, '“evnt” is no key here; did you mean “event”?'],
		[
			{ set: { 'tractionbattery-statofcharge': { value: 1 } } },
			'did you mean “tractionbattery-stateofcharge”?'
		],
		[
			{ set: { 'tractionbattery-stateofcharge': { value: 101, unit: 'percent' } } },
			'set.tractionbattery-stateofcharge.value: '
		]
	])('refuses %j', async (body, description) => {
		const { id } = await added();
		const answer = await happen(id, body);
		expect(answer.status).toBe(400);
		expect(answer.body.error_description).toContain(description);
	});

	it('happens to the account, where it is about that', async () => {
		const [one, other, elsewhere] = [
			await added({ make: 'KIA' }),
			await added({ make: 'KIA' }),
			await added({ make: 'BMW' })
		];
		const changes = () =>
			storage.context.read(async ({ db }) => {
				const rows = await db.select().from(vehicleAccounts);
				return [one, other, elsewhere].map(
					({ login }) => rows.find(({ username }) => username === login.username)?.passwordChanges
				);
			});
		const { status, body } = await happen(one.id, { event: 'change-password' });
		expect([status, body]).toEqual([200, { at: NOW, changed: [] }]);
		expect(await changes()).toEqual([1, 0, 0]);
		expect((await happen(one.id, { event: 'move-brand' })).status).toBe(200);
		expect(await changes()).toEqual([2, 1, 0]);
		await ask(`vehicles/${one.id}`, 'DELETE');
		expect((await happen(one.id, { event: 'move-brand' })).status).toBe(404);
		expect(await changes()).toEqual([2, 1, 0]);
	});

	it('says why it does not do something now', async () => {
		const { id } = await added();
		expect(await happen(id, { event: 'start-charge' })).toMatchObject({
			status: 409,
			body: {
				error: 'refused_by_vehicle',
				error_description: 'The vehicle is not on the cable; plug it in first.',
				reason: 'CHARGING_PLUG_NOT_CONNECTED'
			}
		});
	});

	it('is off where others reach the server', async () => {
		const env = { ORIGIN: 'https://keys.example.com', ALLOW_PUBLIC: '1' };
		const context = { ...storage.context, settings: readSettings(env) };
		for (const method of ['GET', 'DELETE']) {
			expect((await ask('vehicles/some', method, context)).status).toBe(403);
		}
		expect((await ask('vehicles', 'GET', context)).status).toBe(403);
	});
});
