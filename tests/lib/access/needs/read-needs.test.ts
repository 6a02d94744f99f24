import { officialCatalog } from '#lib/access/catalog/official.ts';
import { readNeeds } from '#lib/access/needs/read-needs.ts';
import { describe, expect, it } from 'vitest';

const read = (text: string) => readNeeds(text, officialCatalog);
const codes = (text: string) => read(text).needs.flatMap((need) => need.codes);
const permissions = (text: string) =>
	read(text).needs.flatMap(({ permission, required }) =>
		permission === null ? [] : [required ? `required:${permission}` : permission]
	);
const LINK = 'https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=x&scope=';

describe('what an app needs, in words', () => {
	it('is found with the words it came from', () => {
		expect(read('battery, location, when it is parked')).toEqual({
			needs: [
				{
					from: ['battery'],
					permission: null,
					codes: ['tractionbattery-stateofcharge'],
					required: false
				},
				{
					from: ['location', 'when it is parked'],
					permission: null,
					codes: ['location-preciselocation'],
					required: false
				}
			],
			unsure: [],
			unknown: [],
			against: [],
			named: 3,
			found: 3,
			cut: false,
			linkWithoutScope: false
		});
	});

	it('is counted, and what was not found is told', () => {
		const { found, named, unknown } = read(
			'battery level, mileage, is it plugged in, location-preciselocation, seat position'
		);
		expect([found, named]).toEqual([4, 5]);
		expect(unknown).toEqual([{ from: 'seat position', nearest: null }]);
	});

	it.each([
		['I would like to know where the car is parked.', ['location-preciselocation']],
		['how much charge is left in its battery', ['tractionbattery-stateofcharge']],
		['Where are my cars?', ['location-preciselocation']],
		['whether the cable is plugged in', ['charge-ischargingcableconnected']],
		['is it charging and plugged in', ['charge-ischarging', 'charge-ischargingcableconnected']],
		['plug status', ['charge-ischargingcableconnected']],
		['Make, model and year; VIN', ['make', 'model', 'year', 'vehicleidentification-vin']],
		['charging current', ['charge-amperage']],
		['Tyre pressures', ['wheel-tires']],
		['tires/doors', ['wheel-tires', 'closure-doors']],
		[
			'1. fuel\n2) 12v battery',
			['internalcombustionengine-fuellevel', 'lowvoltagebattery-stateofcharge']
		],
		['- [ ] mileage\n- [x] speed', ['odometer-traveleddistance', 'motion-currentspeed']],
		['lock and unlock the doors', ['security-lock', 'security-unlock']],
		['is it locked', ['closure-islocked']],
		['["battery", "location"]', ['tractionbattery-stateofcharge', 'location-preciselocation']],
		['State of Charge (SoC)', ['tractionbattery-stateofcharge']],
		['charge port color', ['charge-chargeportstatuscolor']],
		['ＯＤＯＭＥＴＥＲ', ['odometer-traveleddistance']]
	])('is read: %j', (text, expected) => {
		expect(codes(text)).toEqual(expected);
		expect(read(text)).toMatchObject({ unsure: [], unknown: [] });
	});

	it.each(['hello world', 'everything', 'location history', 'seat position', "the moon's color"])(
		'is not found in %j',
		(text) => {
			expect(read(text)).toMatchObject({
				needs: [],
				found: 0,
				named: 1,
				unknown: [{ from: text }]
			});
		}
	);

	it.each(['the car', 'I want to know', '80 %', '…', '', '  \n'])('is not asked by %j', (text) => {
		expect(read(text)).toMatchObject({ needs: [], unsure: [], unknown: [], named: 0 });
	});

	it.each([
		[
			'temperature',
			['climate-externaltemperature', 'climate-internaltemperature', 'hvac-cabintargettemperature']
		],
		['camera', ['surveillance-brand', 'surveillance-isenabled']],
		['open', ['security-unlock']]
	])('is not ticked where “%s” may mean several or says too little', (text, expected) => {
		expect(read(text)).toMatchObject({
			needs: [],
			unsure: [{ from: text, codes: expected }],
			found: 0,
			named: 1
		});
	});

	it.each([
		'no location',
		'not the VIN',
		"without the owner's location",
		"don't read the location"
	])('is not ticked by %j', (text) => {
		const { needs, against, named } = read(`mileage, ${text}`);
		expect(needs.map((need) => need.codes)).toEqual([['odometer-traveleddistance']]);
		expect([against, named]).toEqual([[text], 1]);
	});
});

describe('what an app needs, by codes and permissions', () => {
	it.each([
		['tractionbattery-stateofcharge', ['tractionbattery-stateofcharge']],
		['TractionBattery-StateOfCharge', ['tractionbattery-stateofcharge']],
		['Charge limits (charge-chargelimits)', ['charge-chargelimits']],
		['x = {soc: "tractionbattery-stateofcharge"}', ['tractionbattery-stateofcharge']],
		['security-lock, security-lock-v2', ['security-lock', 'security-lock-v2']]
	])('is read by its code: %s', (text, expected) => {
		expect(codes(text)).toEqual(expected);
	});

	it.each([
		['read_battery', ['read_battery']],
		['required:read_odometer read_battery', ['required:read_odometer', 'read_battery']],
		['read_odometer required:read_odometer', ['required:read_odometer']],
		[
			"['required:read_vehicle_info', 'read_odometer']",
			['required:read_vehicle_info', 'read_odometer']
		],
		[
			'{"required:read_vehicle_info", "read_battery"}',
			['required:read_vehicle_info', 'read_battery']
		],
		[
			'read_battery, read_charge, control_charge',
			['read_battery', 'read_charge', 'control_charge']
		],
		['SCOPES = ["read_vin"]', ['read_vin']],
		['SMARTCAR_SCOPES=read_battery read_charge', ['read_battery', 'read_charge']],
		['let scope = "read_fuel read_tires"', ['read_fuel', 'read_tires']],
		['control_security:unlock', ['control_security']],
		['read_engine', ['read_engine_oil']]
	])('is read by permissions: %s', (text, expected) => {
		expect(permissions(text)).toEqual(expected);
		expect(read(text)).toMatchObject({ unknown: [], unsure: [] });
	});

	it('ticks what a permission opens, and asks for no other', () => {
		const [need] = read('read_location').needs;
		expect(need).toMatchObject({
			from: ['read_location'],
			codes: ['location-isathome', 'location-preciselocation']
		});
	});

	it('names what an unknown permission was probably meant for', () => {
		expect(read('read_odometr, read_battery')).toMatchObject({
			found: 1,
			named: 2,
			unknown: [{ from: 'read_odometr', nearest: 'read_odometer' }]
		});
	});

	it('does not read what is commented out', () => {
		expect(permissions('scope = [\n  "read_fuel",\n  // "read_vin",\n]')).toEqual(['read_fuel']);
	});
});

describe('what an app needs, by a link', () => {
	it.each([
		[`${LINK}required%3Aread_odometer%20read_fuel`, ['required:read_odometer', 'read_fuel']],
		[`${LINK}read_odometer+read_fuel&state=read_vin`, ['read_odometer', 'read_fuel']],
		[`${LINK}read_vehicle_info%2520read_odometer`, ['read_vehicle_info', 'read_odometer']],
		[`Go to <${LINK}read_fuel>, please`, ['read_fuel']],
		[`[open](${LINK}read_fuel)`, ['read_fuel']],
		['?response_type=code&amp;client_id=…&amp;scope=read_odometer&amp;state=abc', ['read_odometer']]
	])('is read from its scope: %s', (text, expected) => {
		expect(permissions(text)).toEqual(expected);
		expect(read(text)).toMatchObject({ unknown: [], linkWithoutScope: false });
	});

	it('is told of a link without a scope', () => {
		const text = 'https://connect.smartcar.com/oauth/authorize?response_type=code&client_id=x';
		expect(read(text)).toMatchObject({ needs: [], named: 0, linkWithoutScope: true });
	});

	it.each(['https://example.com/read-me', 'https://example.com/battery.html?location=1'])(
		'is nothing for any other address: %s',
		(text) => {
			expect(read(text)).toMatchObject({ needs: [], linkWithoutScope: false });
		}
	);
});

describe('what an app needs, by its calls', () => {
	it.each([
		[
			'const v = new smartcar.Vehicle(id, token);\nconst o = await v.odometer();\nawait v\n\t.battery();',
			['odometer-traveleddistance', 'tractionbattery-stateofcharge', 'tractionbattery-range']
		],
		['vehicle.start_charge()', ['charge-start']],
		['cars[0].lock()', ['security-lock']],
		['vehicle.getSignal("odometer-traveleddistance")', ['odometer-traveleddistance']],
		[
			'curl https://api.smartcar.com/v2.0/vehicles/36ab27d0-fd9d-4455-823a-ce30af709ffc/tires/pressure',
			['wheel-tires']
		],
		['GET /v2.0/vehicles/{id}/odometer', ['odometer-traveleddistance']],
		[
			'vehicle.batch(["/odometer", "/fuel"])',
			[
				'odometer-traveleddistance',
				'internalcombustionengine-amountremaining',
				'internalcombustionengine-fuellevel',
				'internalcombustionengine-range'
			]
		],
		['vehicle.request("GET", "tesla/charge/ammeter"), /tesla/charge/ammeter', ['charge-amperage']],
		['POST /vehicles/{vehicleId}/commands/security/lock', ['security-lock']],
		['GET /vehicles/x/signals/location-preciselocation', ['location-preciselocation']],
		['vehicle.request("POST", "/navigation/destination")', ['navigation-set-destination']]
	])('is read: %j', (text, expected) => {
		expect(codes(text)).toEqual(expected);
	});

	it('is left open where the body says which it is', () => {
		expect(read('POST /vehicles/{id}/security').unsure).toEqual([
			{ from: 'POST /vehicles/{id}/security', codes: ['security-lock', 'security-unlock'] }
		]);
	});

	it.each(['mutex.lock()', 'stripe.charge(10)', 'vehicle.disconnect()', 'window.location = x'])(
		'is not asked by %s',
		(text) => {
			expect(codes(text)).toEqual([]);
		}
	);
});

describe('what an app needs, by a file', () => {
	it('is read with what is Required', () => {
		const text =
			'{ "version": 1, "items": [{ "code": "odometer-traveleddistance", "required": true }, { "code": "odometer-traveledistance" }] }';
		expect(read(text)).toMatchObject({
			needs: [{ codes: ['odometer-traveleddistance'], required: true }],
			unknown: [{ from: 'odometer-traveledistance', nearest: 'odometer-traveleddistance' }],
			found: 1,
			named: 2
		});
	});

	it.each(['{', '[]', '[1]', '{"items": []}', '{"items": [{"code": 1}]}', 'null'])(
		'is none of %s',
		(text) => {
			expect(read(text).needs).toEqual([]);
		}
	);
});
