import { officialCatalog } from '#lib/access/catalog/official.ts';
import { canAnswer } from '#lib/vehicles/api-v2/capable.ts';
import { readV2, type V2Read } from '#lib/vehicles/api-v2/read.ts';
import { V2_READINGS } from '#lib/vehicles/api-v2/readings.ts';
import { UNITS, unitSystemOf, type UnitSystem } from '#lib/vehicles/api-v2/units.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { profileOf, PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import { describe, expect, it } from 'vitest';
import { after, DAY, HOUR, later, NOON, vehicleOf } from '../vehicles.ts';

const ABOUT = {
	id: '36ab27d0-fd9d-4455-823a-ce30af709ffc',
	make: 'TESLA',
	model: 'Model 3',
	year: 2021,
	username: 'owner@example.com',
	days: { from: null, until: null }
};

function read(vehicle: Vehicle, code: string, system: UnitSystem = 'metric'): V2Read {
	const reading = V2_READINGS[code];
	if (!reading) throw new TypeError(`No reading ${code}`);
	return readV2(vehicle, reading, { ...ABOUT, units: UNITS[system] });
}

const body = (vehicle: Vehicle, code: string, system?: UnitSystem) => {
	const answer = read(vehicle, code, system);
	return answer.kind === 'read' ? answer.body : answer.error;
};

const ENDPOINTS = officialCatalog.items.filter(({ code }) => Object.hasOwn(V2_READINGS, code));

describe('V2_READINGS', () => {
	it('answers every endpoint of the catalog that is read of a vehicle', () => {
		const read = officialCatalog.items.filter(
			({ apiVersion, path, permissions }) =>
				apiVersion === 'v2' && path.startsWith('GET /vehicles/') && permissions.length > 0
		);
		expect(read.length).toBeGreaterThan(30);
		for (const { code } of read) expect(V2_READINGS).toHaveProperty(code);
		expect(ENDPOINTS).toHaveLength(Object.keys(V2_READINGS).length);
	});

	it.each(PROFILES.map((profile) => [profile.id, profile] as const))(
		'follow their schemas for %s, whatever its day',
		(id, profile) => {
			const resting = vehicleOf(id);
			const busy = later(after(resting, { event: 'routine', routine: 'commuter' }), 2 * DAY);
			let answered = 0;
			for (const vehicle of [resting, busy, later(busy, 8 * HOUR), later(busy, 20 * HOUR)]) {
				for (const item of ENDPOINTS) {
					if (!canAnswer(item, { make: profile.make, profile })) continue;
					for (const system of ['metric', 'imperial'] as const) {
						const answer = read(vehicle, item.code, system);
						if (answer.kind === 'refused') {
							expect(answer.error).toEqual({ type: 'VEHICLE_STATE', code: 'NOT_CHARGING' });
							continue;
						}
						const { error } = V2_READINGS[item.code]?.schema.safeParse(answer.body) ?? {};
						expect([item.code, error?.issues]).toEqual([item.code, undefined]);
						answered += 1;
					}
				}
			}
			expect(answered).toBeGreaterThan(20);
		}
	);

	it('are all of some vehicle', () => {
		for (const item of ENDPOINTS) {
			const able = PROFILES.filter((profile) => canAnswer(item, { make: profile.make, profile }));
			expect([item.code, able.length > 0]).toEqual([item.code, true]);
		}
	});
});

describe('a body', () => {
	it('is in the units that are asked for', () => {
		const volt = vehicleOf('chevrolet-volt');
		const metric = body(volt, 'v2-odometer');
		if (!('distance' in metric)) throw new Error('No distance');
		expect(body(volt, 'v2-odometer', 'imperial')).toEqual({
			distance: Math.round(Number(metric.distance) * 62.1371) / 100
		});
	});

	it('has two systems of units to choose from', () => {
		expect(['metric', ' Imperial', 'nautical', ''].map(unitSystemOf)).toEqual([
			'metric',
			'imperial',
			null,
			null
		]);
	});

	it('tells pressures in kilopascals, whatever the brand calls them', () => {
		for (const id of ['toyota-bz4x', 'chevrolet-volt']) {
			const pressures = Object.values(body(vehicleOf(id), 'v2-tires-pressure'));
			expect(pressures).toHaveLength(4);
			for (const pressure of pressures) expect(pressure).toBeGreaterThan(180);
		}
	});

	it('tells what is open, and nothing of what the vehicle does not have', () => {
		const open = after(vehicleOf('tesla-model-3'), { event: 'open', what: 'front-trunk' });
		expect(body(later(open, HOUR), 'v2-security')).toMatchObject({
			isLocked: false,
			doors: [
				{ type: 'frontLeft', status: 'CLOSED' },
				{ type: 'frontRight', status: 'CLOSED' },
				{ type: 'backLeft', status: 'CLOSED' },
				{ type: 'backRight', status: 'CLOSED' }
			],
			storage: [
				{ type: 'rear', status: 'CLOSED' },
				{ type: 'front', status: 'OPEN' }
			],
			chargingPort: [{ type: 'chargingPort', status: 'CLOSED' }]
		});
		expect(body(vehicleOf('byd-seal-u'), 'v2-security')).toMatchObject({
			sunroof: [],
			storage: [],
			chargingPort: []
		});
	});

	it('tells when charging will end, and refuses while there is none', () => {
		const tesla = vehicleOf('tesla-model-3');
		expect(body(tesla, 'v2-charge-completion')).toEqual({
			type: 'VEHICLE_STATE',
			code: 'NOT_CHARGING'
		});
		const plugged = later(after(tesla, { event: 'plug-in', kind: 'AC' }), 10 * 60_000);
		expect(body(plugged, 'v2-charge')).toEqual({ isPluggedIn: true, state: 'CHARGING' });
		const told = body(plugged, 'v2-charge-completion');
		if (!('time' in told)) throw new Error('No time');
		expect(Date.parse(String(told.time))).toBeGreaterThan(plugged.state.time);
		expect(body(plugged, 'v2-charge-wattmeter')).toEqual({ wattage: expect.closeTo(11, 0) });
	});

	it('is as old as its oldest part', () => {
		const answer = read(later(vehicleOf('chevrolet-volt'), HOUR), 'v2-odometer');
		expect(answer).toMatchObject({ kind: 'read', dataAge: NOON });
		expect(answer.kind === 'read' && answer.fetchedAt).toBeGreaterThan(NOON);
	});

	it('holds the records of the days that are asked for', () => {
		const reading = V2_READINGS['v2-service-history'];
		if (!reading) throw new TypeError('No reading');
		const ford = vehicleOf('ford-mustang-mach-e');
		const listed = (days: { from: number | null; until: number | null }) => {
			const answer = readV2(ford, reading, { ...ABOUT, days, units: UNITS.metric });
			return answer.kind === 'read' && Array.isArray(answer.body) ? answer.body.length : -1;
		};
		expect(listed({ from: null, until: null })).toBeGreaterThan(0);
		expect(listed({ from: NOON, until: null })).toBe(0);
	});
});

describe('canAnswer', () => {
	it('knows the brands that an endpoint is of', () => {
		const alerts = officialCatalog.item('v2-alerts');
		if (!alerts) throw new TypeError('No item');
		const profile = profileOf('simulated-bev');
		expect(canAnswer(alerts, { make: 'TESLA', profile })).toBe(true);
		expect(canAnswer(alerts, { make: 'SIMULATED', profile })).toBe(true);
		expect(canAnswer(alerts, { make: 'FORD', profile })).toBe(false);
	});

	it('knows what a vehicle may be told to do', () => {
		const limit = officialCatalog.item('charge-limit-v2');
		if (!limit) throw new TypeError('No item');
		const able = (id: string) => canAnswer(limit, { make: 'KIA', profile: profileOf(id) });
		expect([able('kia-ev6'), able('subaru-outback')]).toEqual([true, false]);
	});
});
