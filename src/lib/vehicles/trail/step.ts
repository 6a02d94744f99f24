import { percentAt } from '../instant/battery.ts';
import { litersAt, odometerAt } from '../instant/driving.ts';
import { instantOf, type Instant } from '../instant/instant.ts';
import type { VehicleState } from '../state/schema.ts';
import type { Doing, Step } from './schema.ts';

export function doingOf({ drive, charging, plug, power }: VehicleState): Doing {
	if (drive) return 'driving';
	if (charging.session) return 'charging';
	if (power.asleep) return 'asleep';
	return plug.in ? 'plugged-in' : 'parked';
}

/** How full a vehicle is, by what it is filled with first. */
export function levelAt(instant: Instant): number {
	const { battery, tank } = instant.profile;
	if (battery || !tank) return percentAt(instant);
	return Math.min((litersAt(instant) / tank.liters) * 100, 100);
}

export function stepOf(state: VehicleState, time: number): Step {
	const instant = instantOf(state, time);
	return {
		at: time,
		level: rounded(levelAt(instant)),
		km: rounded(odometerAt(instant)),
		doing: doingOf(state)
	};
}

/** A trail is for looking at. */
function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
