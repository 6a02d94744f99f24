import {
	addVehicle,
	newSeed,
	vehicleToBe,
	type Added,
	type VehicleToAdd
} from '#lib/server/fleet/add-vehicle.ts';
import { deleteVehicle } from '#lib/server/fleet/delete-vehicle.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { findVehicle } from '#lib/server/fleet/vehicles.ts';
import { findOffer } from '#lib/server/connect/journey/offer.ts';
import { describe, expect, it } from 'vitest';
import { newApplication, sessionOf, signInBy } from '../../../support/connect.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';
import { vehicleNow } from '../../../support/vehicles.ts';

const storage = useStorage();
const refused = (code: string) => ({ ok: false, kind: 'refused', code });

async function add(wanted: VehicleToAdd): Promise<Added> {
	const added = await addVehicle(storage.context, wanted);
	if (!added.ok) throw new TypeError(added.code);
	return added;
}

/** The VINs that somebody who signs in is offered, or what the session ends with. */
async function offered(username: string, make = 'CHEVROLET') {
	const clientId = await newApplication(storage.context);
	const { traveller, next } = await signInBy(storage.context, clientId, { make }, username);
	if (next.kind === 'error') return next.answer.error;
	const { vehicles } = await findOffer(
		storage.context,
		await sessionOf(storage.context, traveller)
	);
	return vehicles.map(({ vin }) => vin);
}

describe('addVehicle', () => {
	it('makes an account whose login finds the vehicle alone', async () => {
		const { id, vin, login } = await add({ make: 'CHEVROLET', powertrain: 'PHEV' });
		expect(login).toEqual({
			make: 'CHEVROLET',
			username: expect.stringMatching(/^volt-[0-9a-f]{6}@owner\.example$/)
		});
		expect(await offered(login.username)).toEqual([vin]);
		expect(await vehicleNow(storage.context, id)).toMatchObject({
			...{ model: 'Volt', level: 'compatible', addedAt: REHEARSED_START, deletedAt: null },
			...{ profile: { id: 'chevrolet-volt' }, life: { state: { bornAt: REHEARSED_START } } }
		});
	});

	it('adds what was shown before, by the same seed', async () => {
		const wanted = { make: 'VOLKSWAGEN', model: 'ID.7', seed: newSeed() };
		const shown = vehicleToBe(wanted);
		const { vin, login } = await add(wanted);
		expect(shown).toMatchObject({ vehicle: { vin, profile: 'volkswagen-id7' }, login });
		expect(vehicleToBe({ ...wanted, seed: newSeed() })).not.toEqual(shown);
	});

	it('shows nothing where there would be nothing', () => {
		expect(vehicleToBe({ make: 'NOBODY' })).toBe('NO_SUCH_MAKE');
	});

	it('puts it on an account that has others', async () => {
		const username = '2-vehicles@smartcar.com';
		const before = await offered(username);
		const { vin } = await add({ make: 'CHEVROLET', vin: '1G1RC6E42BU000001', username });
		expect(vin).toBe('1G1RC6E42BU000001');
		expect(await offered(username)).toEqual([...(before ?? []), vin]);
	});

	it('lets it live by the profile that was chosen', async () => {
		const { id } = await add({ make: 'AUDI', profile: 'simulated-ice' });
		const { make, profile } = await vehicleNow(storage.context, id);
		expect([make, profile.id]).toEqual(['AUDI', 'simulated-ice']);
	});

	it('refuses a VIN that the account has', async () => {
		const wanted = { vin: '5YJ3E1EA7KF000001', username: 'me@example.com' };
		await add(wanted);
		expect(await addVehicle(storage.context, wanted)).toEqual(refused('VIN_TAKEN'));
		const other = { ...wanted, username: 'you@example.com' };
		expect(await addVehicle(storage.context, other)).toMatchObject({ ok: true });
	});

	it('refuses what its account could not be signed in to for, and what does not exist', async () => {
		const username = 'server-error@smartcar.com';
		expect(await addVehicle(storage.context, { username })).toEqual(refused('LOGIN_ENDS'));
		expect(await addVehicle(storage.context, { make: 'Trabant' })).toEqual(refused('NO_SUCH_MAKE'));
	});

	it('refuses more than an account may have', async () => {
		const username = '999-vehicles@smartcar.com';
		await offered(username, 'TESLA');
		expect(await addVehicle(storage.context, { make: 'TESLA', username })).toEqual(
			refused('ACCOUNT_FULL')
		);
	});
});

describe('deleteVehicle', () => {
	it('takes a vehicle from its account, once', async () => {
		const { id, login } = await add({ make: 'CHEVROLET' });
		expect(await deleteVehicle(storage.context, id)).toBe(true);
		expect(await deleteVehicle(storage.context, id)).toBe(false);
		expect(await deleteVehicle(storage.context, 'nobody')).toBe(false);
		expect((await findVehicle(storage.context, id))?.deletedAt).toBe(REHEARSED_START);
		expect(await offered(login.username)).toBe('no_vehicles');
	});

	it('is taken back by adding the same VIN, as a vehicle that lives anew', async () => {
		const { id, vin, login } = await add({ make: 'CHEVROLET' });
		await happenTo(storage.context, id, { event: 'unlock' });
		await deleteVehicle(storage.context, id);
		const later = storage.at(START + 1000);
		const again = await addVehicle(later, { ...login, vin });
		expect(again).toMatchObject({ ok: true, id });
		expect(await vehicleNow(later, id)).toMatchObject({
			...{ deletedAt: null, revision: null },
			...{ life: { state: { bornAt: REHEARSED_START + 1000, lock: { locked: true } } } }
		});
	});
});
