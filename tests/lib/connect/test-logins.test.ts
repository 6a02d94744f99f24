import {
	MAX_ACCOUNT_VEHICLES,
	signIn,
	TEST_LOGINS,
	type SignIn
} from '#lib/connect/test-logins.ts';
import { describe, expect, it } from 'vitest';

const CHEVROLET = { make: 'CHEVROLET', singleSelectVin: null };

function vehiclesOf(result: SignIn) {
	if (result.kind === 'error') throw new Error(result.error);
	return result.vehicles;
}

const vinsOf = (result: SignIn) => vehiclesOf(result).map(({ vin }) => vin);

describe('signIn', () => {
	it.each([
		['smartcar@successful-request.com', '0SCAUDI037A5ADB1C', 'AUDI', 'compatible'],
		['Smartcar@Successful-Request.COM', '0SCAUDI037A5ADB1C', 'AUDI', 'compatible'],
		['0SCTESL0123456789@bev.smartcar.com', '0SCTESL0123456789', 'TESLA', 'bev'],
		['0sctesl0123456789@BEV.smartcar.com', '0SCTESL0123456789', 'TESLA', 'bev'],
		['5YJXCDE22HF068739@phev.smartcar.com', '5YJXCDE22HF068739', 'TESLA', 'phev'],
		['WAUAFAFL1GN014882@incompatible.smartcar.com', 'WAUAFAFL1GN014882', 'AUDI', 'incompatible'],
		['WBAKE5C58DJ107700@fuel.smartcar.com', 'WBAKE5C58DJ107700', 'BMW', 'fuel'],
		['WBAKE5C58DJ107700@dinosaur.smartcar.com', 'WBAKE5C58DJ107700', 'BMW', 'dinosaur'],
		['ZZZKE5C58DJ107700@bev.smartcar.com', 'ZZZKE5C58DJ107700', 'CHEVROLET', 'bev']
	])('%s finds the vehicle %s of %s, able to do what %s says', (username, vin, make, level) => {
		expect(vehiclesOf(signIn(username, CHEVROLET))).toMatchObject([
			{ vin, make, level, fault: null }
		]);
	});

	it.each([
		['smartcar@vehicle-incompatible.com', 'vehicle_incompatible', '0SCAUDI012FE3B132'],
		['SMARTCAR@invalid-subscription.com', 'invalid_subscription', '0SCAUDI0155C49A95'],
		['0-vehicles@smartcar.com', 'no_vehicles', undefined],
		['000-Vehicles@smartcar.com', 'no_vehicles', undefined],
		['server-error@smartcar.com', 'server_error', undefined]
	])('%s ends with %s', (username, error, vin) => {
		const result = signIn(username, CHEVROLET);
		expect(result).toMatchObject({ kind: 'error', error });
		expect(result.kind === 'error' && result.vehicle?.vin).toBe(vin);
	});

	it.each([
		['1-vehicles@smartcar.com', 1],
		['5-VEHICLES@smartcar.com', 5],
		['998-vehicles@smartcar.com', 998],
		[`${MAX_ACCOUNT_VEHICLES}-vehicles@smartcar.com`, MAX_ACCOUNT_VEHICLES],
		// Beyond the most, a name like any other.
		[`${MAX_ACCOUNT_VEHICLES + 1}-vehicles@smartcar.com`, 1],
		['-1-vehicles@smartcar.com', 1],
		['1.5-vehicles@smartcar.com', 1],
		['5-vehicles@example.com', 1],
		['owner@example.com', 1],
		['+49 151 23456789', 1],
		['smartcar@successful-request.com.example.com', 1],
		['0SCTESL012345678@bev.smartcar.com', 1],
		['x', 1]
	])('%s holds %d vehicles of the picked brand, each with a VIN of its own', (username, count) => {
		const found = vehiclesOf(signIn(username, CHEVROLET));
		expect(found).toHaveLength(count);
		expect(new Set(found.map(({ vin }) => vin)).size).toBe(count);
		expect(new Set(found.map(({ make }) => make))).toEqual(new Set(['CHEVROLET']));
		expect(found[0]).toMatchObject({ model: 'Volt', level: 'compatible', fault: null });
	});

	it.each([
		['VEHICLE_STATE.UNKNOWN@smartcar.com', 'VEHICLE_STATE:UNKNOWN'],
		['vehicle_state.asleep@smartcar.com', 'VEHICLE_STATE:ASLEEP'],
		[
			'CONNECTED_SERVICES_ACCOUNT.VEHICLE_MISSING@smartcar.com',
			'CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING'
		],
		['smartcar@vs-000.vehicle-state-error.com', 'VEHICLE_STATE:UNKNOWN'],
		['smartcar@vs-017.Vehicle-State-Error.com', 'VEHICLE_STATE:UNKNOWN']
	])('%s connects one vehicle whose calls fail with %s', (username, fault) => {
		expect(vehiclesOf(signIn(username, CHEVROLET))).toMatchObject([{ make: 'CHEVROLET', fault }]);
	});

	it('finds the same vehicles every time, whatever the case of the name', () => {
		const first = signIn('Owner@Example.com', CHEVROLET);
		expect(signIn('owner@example.COM', CHEVROLET)).toEqual(first);
		expect(vinsOf(signIn('another@example.com', CHEVROLET))).not.toEqual(vinsOf(first));
		expect(vinsOf(signIn('owner@example.com', { ...CHEVROLET, make: 'TESLA' }))).not.toEqual(
			vinsOf(first)
		);
	});

	it('gives a larger account the vehicles of no smaller one', () => {
		const [two, three] = [2, 3].map((count) =>
			vinsOf(signIn(`${count}-vehicles@smartcar.com`, CHEVROLET))
		);
		expect(three).not.toEqual(expect.arrayContaining(two ?? []));
	});
});

describe('signIn for one vehicle', () => {
	const only = (singleSelectVin: string) => ({ make: 'TESLA', singleSelectVin });

	it('offers it to any name', () => {
		expect(vehiclesOf(signIn('owner@example.com', only('5YJSA1E14FF101307')))).toMatchObject([
			{ vin: '5YJSA1E14FF101307', make: 'TESLA', year: 2015, level: 'compatible' }
		]);
	});

	it('is of the picked brand where its VIN does not tell', () => {
		expect(vehiclesOf(signIn('owner@example.com', only('ZZZSA1E14FF101307')))).toMatchObject([
			{ vin: 'ZZZSA1E14FF101307', make: 'TESLA' }
		]);
	});

	it('picks it out of a test account that holds it', () => {
		const [, second = ''] = vinsOf(
			signIn('3-vehicles@smartcar.com', { make: 'TESLA', singleSelectVin: null })
		);
		expect(vinsOf(signIn('3-vehicles@smartcar.com', only(second)))).toEqual([second]);
		expect(vinsOf(signIn('smartcar@successful-request.com', only('0SCAUDI037A5ADB1C')))).toEqual([
			'0SCAUDI037A5ADB1C'
		]);
	});

	it.each([
		['3-vehicles@smartcar.com', 'no_vehicles'],
		['smartcar@successful-request.com', 'no_vehicles'],
		['VEHICLE_STATE.UNKNOWN@smartcar.com', 'no_vehicles'],
		['WBAKE5C58DJ107700@bev.smartcar.com', 'no_vehicles'],
		['smartcar@vehicle-incompatible.com', 'vehicle_incompatible'],
		['0-vehicles@smartcar.com', 'no_vehicles']
	])('%s, which does not hold it, ends with %s', (username, error) => {
		expect(signIn(username, only('5YJSA1E14FF101307'))).toMatchObject({ kind: 'error', error });
	});
});

describe('TEST_LOGINS', () => {
	it('name nothing that signs in as any other name does', () => {
		for (const { username } of TEST_LOGINS) {
			const result = signIn(username, CHEVROLET);
			const usual =
				result.kind === 'vehicles' &&
				result.vehicles.length === 1 &&
				result.vehicles.every(
					({ make, level, fault }) =>
						make === CHEVROLET.make && level === 'compatible' && fault === null
				);
			expect(usual, username).toBe(false);
		}
	});
});
