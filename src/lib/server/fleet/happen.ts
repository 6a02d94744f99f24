import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import type { Refusal } from '#lib/vehicles/events/refusal.ts';
import type { Moment } from '#lib/vehicles/life/live.ts';
import type { SignalCode } from '#lib/vehicles/signals/signals.ts';
import { transition } from '#lib/vehicles/vehicle.ts';
import type { Context } from '../context.ts';
import { refuse, type Refused } from '../outcome.ts';
import { changeLife } from './change-life.ts';

/** What an event led to. */
export interface Happened {
	readonly ok: true;
	/** Signals that the vehicle tells otherwise than before. */
	readonly changed: readonly SignalCode[];
	/** What happened to it by itself until then, since its life was last kept. */
	readonly moments: readonly Moment[];
}

export type NotHappened = Refused<{ readonly code: Refusal | 'NO_SUCH_VEHICLE' }>;

/** Lets something happen to a vehicle now, by the rehearsal. */
export async function happenTo(
	context: Context,
	vehicleId: string,
	event: VehicleEvent
): Promise<Happened | NotHappened> {
	const outcome = await changeLife<Happened | NotHappened>(context, vehicleId, (life, now) => {
		const after = transition(life, event, now);
		if (after.kind === 'refused') {
			return { change: null, outcome: refuse({ code: after.refusal }) };
		}
		const { changed, moments } = after;
		return { change: after, outcome: { ok: true, changed, moments } };
	});
	return outcome ?? refuse({ code: 'NO_SUCH_VEHICLE' });
}
