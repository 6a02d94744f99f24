import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { odometerAt, speedOf } from '#lib/vehicles/instant/driving.ts';
import { instantOf } from '#lib/vehicles/instant/instant.ts';
import { isNear, placeAway, roadKm } from '#lib/vehicles/places.ts';
import { transition } from '#lib/vehicles/vehicle.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, anySeed, HOUR, later, MINUTE, vehicleOf } from '../vehicles.ts';

const place = { latitude: 48.1, longitude: 11.6 };
const drive: VehicleEvent = { event: 'drive' };

describe('what a vehicle is not set to', () => {
	const cases: readonly [string, string, readonly VehicleEvent[], VehicleEvent, string][] = [
		['a current', 'ford-f-150', [], { event: 'set-amperage', amperes: 8 }, 'VEHICLE_NOT_CAPABLE'],
		['charging', 'ford-f-150', [], { event: 'start-charge' }, 'VEHICLE_NOT_CAPABLE'],
		['charging', 'ford-f-150', [], { event: 'stop-charge' }, 'VEHICLE_NOT_CAPABLE'],
		[
			'a schedule',
			'ford-f-150',
			[],
			{
				event: 'add-schedule',
				id: 'x',
				plan: { kind: 'timer', type: 'START_TIME', time: '22:00' }
			},
			'VEHICLE_NOT_CAPABLE'
		],
		[
			'fuel on the way',
			'ford-f-150',
			[drive],
			{
				event: 'set',
				signals: { 'internalcombustionengine-fuellevel': { value: 50, unit: 'percent' } }
			},
			'IN_MOTION'
		],
		[
			'a distance on the way',
			'ford-f-150',
			[drive],
			{ event: 'set', signals: { 'odometer-traveleddistance': { value: 999_999, unit: 'km' } } },
			'IN_MOTION'
		],
		[
			'a place on the way',
			'ford-f-150',
			[drive],
			{ event: 'set', signals: { 'location-preciselocation': place } },
			'IN_MOTION'
		],
		[
			'a limit below the least',
			'kia-ev6',
			[],
			{
				event: 'set',
				signals: { 'charge-chargelimits': { values: [], activeLimit: 40, unit: 'percent' } }
			},
			'BODY_NOT_VALID'
		]
	];

	it.each(cases)('%s (%s)', (_, profile, before, event, refusal) => {
		const start = after(vehicleOf(profile), ...before);
		expect(transition(start, event, start.state.time)).toMatchObject({ kind: 'refused', refusal });
	});

	it('is what fills the tank exactly', () => {
		const full = (value: number): VehicleEvent => ({
			event: 'set',
			signals: { 'internalcombustionengine-amountremaining': { value, unit: 'liters' } }
		});
		expect(after(vehicleOf('ford-f-150'), full(98)).state.tank.liters).toBe(98);
		const half: VehicleEvent = {
			event: 'set',
			signals: { 'internalcombustionengine-fuellevel': { value: 50, unit: 'percent' } }
		};
		expect(after(vehicleOf('ford-f-150'), half).state.tank.liters).toBe(49);
	});

	it('is a heading that it did not have', () => {
		const start = vehicleOf('ford-f-150');
		const set = (body: object) =>
			after(start, {
				event: 'set',
				signals: { 'location-preciselocation': { ...place, ...body } }
			}).state.place.heading;
		expect(set({})).toBe(start.state.place.heading);
		expect(set({ heading: 360 })).toBe(0);
		expect(set({ heading: 45 })).toBe(45);
	});
});

describe('a vehicle that is out of reach', () => {
	it('is found again', () => {
		const offline = after(vehicleOf(), { event: 'go-offline' });
		expect(offline.state.online.value).toBe(false);
		expect(after(offline, { event: 'go-online' }).state.online.value).toBe(true);
	});
});

describe('a drive to nowhere in particular', () => {
	it('leads some kilometres away, at a speed of towns', () => {
		fc.assert(
			fc.property(anySeed, (seed) => {
				const start = vehicleOf('tesla-model-3', seed);
				const under = later(after(start, drive), 8 * MINUTE);
				const { state } = under;
				if (!state.drive) throw new Error('It arrived already');
				const way = roadKm(start.state.place.at, state.drive.to);
				expect(way / 1.3).toBeGreaterThan(4.9);
				expect(way / 1.3).toBeLessThan(18.1);
				expect(state.drive.km).toBeCloseTo(way, 9);
				expect(speedOf(state.drive, state.time)).toBeGreaterThan(28);
				expect(speedOf(state.drive, state.time)).toBeLessThan(70);
			})
		);
	});

	it('of many kilometres is faster', () => {
		const speed = (km: number) => {
			const { state } = later(after(vehicleOf(), { event: 'drive', km }), 0);
			if (!state.drive) throw new Error('It does not drive');
			return state.drive.km / ((state.drive.endsAt - state.drive.startedAt) / HOUR);
		};
		expect(speed(2)).toBeCloseTo(29.2, 1);
		expect(speed(45)).toBeCloseTo(72.8, 1);
		expect(speed(200)).toBeGreaterThan(95);
	});

	it('to where it stands is a short one', () => {
		const start = vehicleOf();
		const end = later(after(start, { event: 'drive', to: start.state.place.at }), HOUR);
		expect(isNear(start.state.place.at, end.state.place.at)).toBe(true);
		const km = odometerAt(instantOf(end.state, end.state.time)) - start.state.odometer.km;
		expect(km).toBeCloseTo(0.5, 9);
	});

	it('takes more in the cold', () => {
		const used = (latitude: number) => {
			const start = after(vehicleOf(), {
				event: 'set',
				signals: { 'location-preciselocation': { latitude, longitude: 10 } }
			});
			const to = placeAway({ latitude, longitude: 10 }, 20, 90);
			return after(start, { event: 'drive', to }).state.drive?.kWhPerKm;
		};
		expect(used(0)).toBeCloseTo(0.145, 9);
		expect(used(70)).toBeGreaterThan(0.16);
		expect(used(70)).toBeLessThanOrEqual(0.203);
	});
});
