import { kWhAt } from '#lib/vehicles/instant/battery.ts';
import { instantOf } from '#lib/vehicles/instant/instant.ts';
import { insideAt } from '#lib/vehicles/instant/slow.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { advance } from '#lib/vehicles/vehicle.ts';
import { describe, expect, it } from 'vitest';
import { after, HOUR, later, MINUTE, NOON, vehicleOf } from '../vehicles.ts';

const car = vehicleOf('volkswagen-id4');
const OFF = {
	cabin: false,
	frontDefroster: false,
	rearDefroster: false,
	steeringHeater: false,
	until: null
};

const now = ({ state }: Vehicle) => instantOf(state, state.time);

describe('climate', () => {
	it.each(['cabin', 'frontDefroster', 'rearDefroster', 'steeringHeater'] as const)(
		'of %s goes off by itself after half an hour at rest',
		(name) => {
			const warmed = after(car, { event: 'set-climate', [name]: true });
			expect(warmed.state.climate).toMatchObject({ [name]: true, until: NOON + 30 * MINUTE });
			const { vehicle, moments } = advance(warmed, NOON + HOUR);
			expect(moments).toMatchObject([{ time: NOON + 30 * MINUTE, happening: 'climate-ends' }]);
			expect(vehicle.state.climate).toMatchObject(OFF);
		}
	);

	it.each([
		['cabin', 0.8],
		['frontDefroster', 0.8],
		['rearDefroster', 0.8],
		['steeringHeater', 0]
	] as const)('of %s takes %d kWh from a battery in that time', (name, kWh) => {
		const warmed = later(after(car, { event: 'set-climate', [name]: true }), HOUR);
		expect(kWhAt(now(car)) - kWhAt(now(warmed))).toBeCloseTo(kWh, 9);
	});

	it('takes nothing from the battery on the cable', () => {
		const full = after(
			car,
			{
				event: 'set',
				signals: { 'tractionbattery-stateofcharge': { value: 80, unit: 'percent' } }
			},
			{ event: 'plug-in' },
			{ event: 'set-climate', cabin: true }
		);
		expect(kWhAt(now(later(full, HOUR)))).toBe(kWhAt(now(full)));
	});

	it('brings the air inside to what is set, and lets it cool again', () => {
		const warmed = later(
			after(car, { event: 'set-climate', cabin: true, target: 24 }),
			29 * MINUTE
		);
		expect(insideAt(now(warmed))).toBeGreaterThan(23);
		expect(insideAt(now(warmed))).toBeLessThanOrEqual(24);
		const cooled = later(warmed, 5 * HOUR);
		expect(insideAt(now(cooled))).toBeLessThan(10);
	});

	it('is on for a drive, without an end, and all off after it', () => {
		const driven = after(
			car,
			{ event: 'drive', minutes: 60 },
			{ event: 'set-climate', frontDefroster: true }
		);
		expect(driven.state.climate).toMatchObject({ cabin: true, frontDefroster: true, until: null });
		expect(later(driven, 2 * HOUR).state.climate).toMatchObject(OFF);
	});

	it('that is only set to a temperature stays off', () => {
		const set = after(car, { event: 'set-climate', target: 25 });
		expect(set.state.climate).toMatchObject({ ...OFF, target: 25 });
	});
});

describe('sleep', () => {
	const asleep = after(car, { event: 'set-climate', cabin: true }, { event: 'sleep' });

	it('turns everything off', () => {
		expect(asleep.state.power.asleep).toBe(true);
		expect(asleep.state.climate).toMatchObject(OFF);
	});

	it.each([
		[{ event: 'wake' }, false],
		[{ event: 'unlock' }, false],
		[{ event: 'plug-in' }, false],
		[{ event: 'drive' }, false],
		[{ event: 'sleep' }, true],
		[{ event: 'go-offline' }, true],
		[{ event: 'go-online' }, true],
		[{ event: 'routine', routine: 'parked' }, true],
		[{ event: 'set', signals: { 'closure-islocked': { value: false } } }, true]
	] as const)('goes on after %j: %s', (event, sleeping) => {
		expect(after(asleep, event).state.power.asleep).toBe(sleeping);
	});

	it('of a vehicle with a routine waits for the end of charging', () => {
		const charging = after(car, { event: 'routine', routine: 'parked' }, { event: 'plug-in' });
		const { moments } = advance(charging, NOON + 48 * HOUR);
		expect(moments.map(({ happening }) => happening)).toEqual(['charge-ends', 'fall-asleep']);
		expect((moments[1]?.time ?? 0) - (moments[0]?.time ?? 0)).toBe(15 * MINUTE);
	});
});
