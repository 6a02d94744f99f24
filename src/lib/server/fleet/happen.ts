import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import type { Refusal } from '#lib/vehicles/events/refusal.ts';
import type { Moment } from '#lib/vehicles/life/live.ts';
import type { SignalCode } from '#lib/vehicles/signals/signals.ts';
import { transition, type Transition } from '#lib/vehicles/vehicle.ts';
import type { Context, Transaction } from '../context.ts';
import { refuse, type Refused } from '../outcome.ts';
import { keepLife, type LifeKey } from './lives.ts';
import { inTurn } from './turns.ts';
import { findKept } from './vehicles.ts';

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
export function happenTo(
	context: Context,
	vehicleId: string,
	event: VehicleEvent
): Promise<Happened | NotHappened> {
	return inTurn(context, vehicleId, () =>
		context.write(async (transaction) => {
			const vehicle = await findKept(transaction, vehicleId);
			if (!vehicle) return refuse({ code: 'NO_SUCH_VEHICLE' });
			const after = transition(vehicle.life, event, transaction.now);
			if (after.kind === 'refused') return refuse({ code: after.refusal });
			await keepAfter(transaction, vehicle, after);
			return { ok: true, changed: after.changed, moments: after.moments };
		})
	);
}

/** Keeps what became of a vehicle: the place where its changed signals are known; part of a transaction. */
export async function keepAfter(
	transaction: Transaction,
	vehicle: LifeKey,
	{ vehicle: life }: Transition
): Promise<void> {
	const kept = await keepLife(transaction, vehicle, life);
	if (!kept) throw new TypeError('A vehicle was kept twice in one transaction.');
}
