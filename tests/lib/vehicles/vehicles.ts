import { PROFILES, profileOf } from '#lib/vehicles/profiles/profiles.ts';
import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { ROUTINES } from '#lib/vehicles/state/schema.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { advance, newVehicle, transition } from '#lib/vehicles/vehicle.ts';
import fc from 'fast-check';

/** A Thursday at noon. */
export const NOON = Date.UTC(2026, 10, 26, 12);
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const VIN = '0SCTESL0123456789';

export function vehicleOf(profile = 'tesla-model-3', seed = 7): Vehicle {
	return newVehicle({ profile: profileOf(profile), vin: VIN, seed, time: NOON });
}

/** A vehicle after events that it must not refuse, each at once after the one before. */
export function after(vehicle: Vehicle, ...events: readonly VehicleEvent[]): Vehicle {
	return events.reduce((before, event) => {
		const result = transition(before, event, before.state.time);
		if (result.kind === 'refused') throw new Error(`${event.event}: ${result.refusal}`);
		return result.vehicle;
	}, vehicle);
}

export function later(vehicle: Vehicle, span: number): Vehicle {
	return advance(vehicle, vehicle.state.time + span).vehicle;
}

export const anyProfile = fc.constantFrom(...PROFILES);
export const anySeed = fc.integer({ min: 0, max: 2 ** 31 - 1 });
export const anyRoutine = fc.constantFrom(...ROUTINES);

/** JSON knows no minus zero. */
const degrees = (most: number) =>
	fc.double({ min: -most, max: most, noNaN: true }).map((value) => value + 0);

const anyPoint = fc.record({ latitude: degrees(90), longitude: degrees(180) });

const named = <const Name extends VehicleEvent['event']>(event: Name) =>
	fc.constant({ event } as const);

/** Events that say what they do by their name, and some that say more. */
const anyEvent: fc.Arbitrary<VehicleEvent> = fc.oneof(
	fc.record({ event: fc.constant('drive' as const) }),
	fc.record({ event: fc.constant('drive' as const), to: anyPoint }),
	named('park'),
	fc.record({
		event: fc.constant('plug-in' as const),
		kind: fc.constantFrom('AC' as const, 'DC' as const),
		kw: fc.integer({ min: 2, max: 300 })
	}),
	named('unplug'),
	named('start-charge'),
	named('stop-charge'),
	fc.record({
		event: fc.constant('set-charge-limit' as const),
		percent: fc.integer({ min: 50, max: 100 })
	}),
	fc.record({
		event: fc.constant('set-amperage' as const),
		amperes: fc.integer({ min: 1, max: 80 })
	}),
	named('lock'),
	named('unlock'),
	fc.record({
		event: fc.constantFrom('open' as const, 'close' as const),
		what: fc.constantFrom(
			'front-left-door' as const,
			'rear-trunk' as const,
			'engine-cover' as const,
			'sunroof' as const,
			'charge-port' as const
		)
	}),
	fc.record({
		event: fc.constant('set-climate' as const),
		cabin: fc.boolean(),
		target: fc.integer({ min: 15, max: 30 })
	}),
	fc.record({ event: fc.constant('set-destination' as const), to: anyPoint }),
	named('wake'),
	named('sleep'),
	named('go-offline'),
	named('go-online'),
	fc.record({ event: fc.constant('trouble' as const), code: fc.constantFrom('P0300', 'C0035') }),
	fc.record({
		event: fc.constant('add-schedule' as const),
		id: fc.constantFrom('one', 'other'),
		plan: fc.record({
			kind: fc.constant('timer' as const),
			type: fc.constantFrom('START_TIME' as const, 'DEPARTURE_TIME' as const),
			time: fc.constantFrom('06:30', '22:00')
		})
	}),
	named('refuel'),
	named('service'),
	fc.record({ event: fc.constant('routine' as const), routine: anyRoutine })
);

export type Step = { readonly event: VehicleEvent; readonly wait: number };

export const anyStep: fc.Arbitrary<Step> = fc.record({
	event: anyEvent,
	wait: fc.integer({ min: 0, max: 9 * HOUR })
});

/** Events with the time that passes before each. */
export const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(anyStep, { maxLength: 25 });
