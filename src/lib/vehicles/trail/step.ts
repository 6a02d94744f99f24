import { z } from 'zod';
import { percentAt } from '../instant/battery.ts';
import { litersAt, odometerAt } from '../instant/driving.ts';
import { instantOf, type Instant } from '../instant/instant.ts';
import type { VehicleState } from '../state/schema.ts';

/** What a vehicle does, in one word. */
const DOINGS = ['driving', 'charging', 'plugged-in', 'asleep', 'parked'] as const;

/** Where a vehicle was when it began to do something else. */
export const Step = z
	.strictObject({
		at: z.number().int(),
		/** Percent of the battery, or of the tank where there is none. */
		level: z.number().min(0).max(100),
		/** What the odometer showed. */
		km: z.number().min(0),
		/** What it does from here on. */
		doing: z.enum(DOINGS)
	})
	.readonly();

export type Step = z.infer<typeof Step>;
export type Doing = Step['doing'];

function doingOf({ drive, charging, plug, power }: VehicleState): Doing {
	if (drive) return 'driving';
	if (charging.session) return 'charging';
	if (power.asleep) return 'asleep';
	return plug.in ? 'plugged-in' : 'parked';
}

/** How full a vehicle is, by what it is filled with first. */
function levelAt(instant: Instant): number {
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
