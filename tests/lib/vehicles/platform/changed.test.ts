import { lookAtSignal, readSignal } from '#lib/vehicles/platform/read.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import { SIGNALS } from '#lib/vehicles/signals/signals.ts';
import { advance, newVehicle, transition } from '#lib/vehicles/vehicle.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyProfile, anySeed, anySteps, HOUR, later, NOON, vehicleOf, VIN } from '../vehicles.ts';

describe('what an event changes', () => {
	it('is exactly what the vehicle tells otherwise than just before', () => {
		fc.assert(
			fc.property(anyProfile, anySeed, anySteps, (profile, seed, steps) => {
				let vehicle = newVehicle({ profile, vin: VIN, seed, time: NOON });
				for (const { event, wait } of steps) {
					const time = vehicle.state.time + wait;
					const before = advance(vehicle, time).vehicle;
					const result = transition(vehicle, event, time);
					({ vehicle } = result);
					if (result.kind === 'refused') continue;
					const said = (at: typeof vehicle, code: keyof typeof SIGNALS) =>
						JSON.stringify(lookAtSignal(at, code));
					// What moves by itself may be reported anew by chance of the time.
					const still = [...signalsOf(profile)].filter((code) => SIGNALS[code].moves === undefined);
					const otherwise = still.filter((code) => said(before, code) !== said(vehicle, code));
					expect(result.changed.filter((code) => still.includes(code))).toEqual(otherwise);
				}
			}),
			{ numRuns: 80 }
		);
	});

	it.each([
		['simulated-phev', { event: 'unlock' }, 'closure-islocked'],
		['simulated-phev', { event: 'unlock' }, 'closure-doors'],
		['simulated-phev', { event: 'unlock' }, 'closure-tailgate'],
		['simulated-phev', { event: 'open', what: 'sunroof' }, 'closure-sunroof'],
		['simulated-phev', { event: 'refuel' }, 'internalcombustionengine-range'],
		['simulated-phev', { event: 'refuel' }, 'internalcombustionengine-fuellevel'],
		['simulated-phev', { event: 'service' }, 'internalcombustionengine-oillife'],
		['simulated-phev', { event: 'service' }, 'service-records'],
		['simulated-phev', { event: 'trouble', code: 'P0300' }, 'diagnostics-mil'],
		['simulated-phev', { event: 'drive' }, 'transmission-gearstate'],
		['simulated-phev', { event: 'drive' }, 'hvac-iscabinhvacactive'],
		['simulated-phev', { event: 'sleep' }, 'connectivitystatus-isasleep'],
		['simulated-phev', { event: 'sleep' }, 'surveillance-isenabled'],
		['simulated-phev', { event: 'go-offline' }, 'connectivitystatus-isonline'],
		['simulated-phev', { event: 'plug-in' }, 'charge-voltage'],
		['simulated-phev', { event: 'plug-in' }, 'charge-amperage'],
		['simulated-phev', { event: 'plug-in', kind: 'DC' }, 'charge-isfastchargerpresent'],
		['simulated-phev', { event: 'set-amperage', amperes: 6 }, 'charge-amperagerequested']
	] as const)('of %s by %j is dated by it: %s', (profile, event, code) => {
		const start = later(vehicleOf(profile), HOUR);
		const { time } = start.state;
		const result = transition(start, event, time);
		expect(result.kind === 'changed' && result.changed).toContain(code);
		const seen = readSignal(later(result.vehicle, 2 * 60_000), code);
		if (SIGNALS[code].moves === undefined) expect(seen.oemUpdatedAt).toBe(time);
		else expect(seen.oemUpdatedAt).toBeGreaterThanOrEqual(time);
	});
});
