import { lookAtSignal } from '#lib/vehicles/platform/read.ts';
import type { SignalBody } from '#lib/vehicles/signals/signal.ts';
import type { SignalCode } from '#lib/vehicles/signals/signals.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { after, vehicleOf } from '../vehicles.ts';

/** What a signal tells of a vehicle that can tell it. */
export function body(vehicle: Vehicle, code: SignalCode): SignalBody {
	const told = lookAtSignal(vehicle, code);
	if (!told) throw new Error(`${code} tells nothing`);
	return told;
}

/** A car at the plug, with a schedule and something amiss. */
export const charging = after(
	vehicleOf('simulated-phev'),
	{ event: 'set', signals: { 'tractionbattery-stateofcharge': { value: 30, unit: 'percent' } } },
	{ event: 'plug-in' },
	{ event: 'trouble', code: 'P0300' },
	{
		event: 'add-schedule',
		id: 'sched_1',
		plan: {
			kind: 'daily',
			location: { latitude: 37.8, longitude: -122.4 },
			window: { startTime: '22:00', stopTime: '06:00' }
		}
	}
);
