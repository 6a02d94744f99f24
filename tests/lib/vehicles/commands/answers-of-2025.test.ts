import { COMMANDS } from '#lib/vehicles/commands/commands.ts';
import { order } from '#lib/vehicles/commands/order.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { describe, expect, it } from 'vitest';
import { after, vehicleOf } from '../vehicles.ts';

const parked: Vehicle = {
	...after(vehicleOf('simulated-bev'), {
		event: 'set',
		signals: { 'tractionbattery-stateofcharge': { value: 40, unit: 'percent' } }
	}),
	behaviour: 'simulator-2025'
};
const driving = after(parked, { event: 'drive' });
const charging = after(parked, { event: 'plug-in' });

function answer(vehicle: Vehicle, code: string, parameters: unknown = {}) {
	const command = COMMANDS[code];
	if (!command) throw new Error(`No command is called ${code}`);
	return order(vehicle, command, parameters, vehicle.state.time);
}

describe('a vehicle that answers as the simulator of 2025', () => {
	const unplugged = 'CHARGING_PLUG_NOT_CONNECTED';
	const rows: readonly [string, unknown, string, string, string][] = [
		['security-lock', {}, 'success', 'IN_MOTION', 'success'],
		['security-unlock', {}, 'success', 'IN_MOTION', 'success'],
		['charge-start', {}, unplugged, unplugged, 'success'],
		['charge-stop', {}, unplugged, unplugged, 'success'],
		['charge-set-limit', { percent: 90 }, unplugged, unplugged, 'SMARTCAR_NOT_CAPABLE'],
		['charge-limit-v2', { limit: 0.9 }, unplugged, unplugged, 'SMARTCAR_NOT_CAPABLE']
	];

	it.each(rows)('%s %j: %s, %s, %s', (code, parameters, ...expected) => {
		for (const [index, vehicle] of [parked, driving, charging].entries()) {
			const result = answer(vehicle, code, parameters);
			if (result.kind === 'not-valid') throw new Error(code);
			expect(result.kind === 'refused' ? result.refusal : 'success').toBe(expected[index]);
			expect(result.vehicle).toEqual(vehicle);
		}
	});

	it('does what that simulator does not speak of', () => {
		const result = answer(parked, 'charge-port-open');
		expect(result.kind === 'changed' && result.changed).toEqual(['charge-ischargingportflapopen']);
	});

	it('is still deaf where it cannot, sleeps or is out of reach', () => {
		expect(
			answer({ ...vehicleOf('volkswagen-golf'), behaviour: 'simulator-2025' }, 'security-lock')
		).toMatchObject({
			refusal: 'VEHICLE_NOT_CAPABLE'
		});
		expect(answer(after(parked, { event: 'sleep' }), 'security-lock')).toMatchObject({
			refusal: 'ASLEEP'
		});
	});
});
