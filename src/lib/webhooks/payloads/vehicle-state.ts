import type { SignalCode } from '#lib/vehicles/signals/signals.ts';
import {
	metaBody,
	subjectBody,
	type EventBody,
	type Subject,
	type VehicleEventFacts
} from './event.ts';
import { signalBody, signalNames, type ToldSignal } from './signal.ts';

/** Why a receiver is told: it never was of this vehicle, or these signals changed. */
type Triggers = 'first-delivery' | readonly SignalCode[];

export interface ToldState extends Subject {
	/** All that the webhook is to tell, whether it changed or not. */
	readonly signals: readonly ToldSignal[];
	readonly triggers: Triggers;
}

/** `VEHICLE_STATE`, without what each attempt adds. */
export function vehicleState(facts: VehicleEventFacts, state: ToldState): EventBody {
	const { signals, triggers } = state;
	return {
		eventId: facts.eventId,
		eventType: 'VEHICLE_STATE',
		data: { ...subjectBody(state), signals: signals.map(signalBody) },
		// Beside the data: there every delivery that was seen on the wire has them.
		triggers: triggersBody(triggers),
		meta: metaBody(facts, { signalCount: signals.length })
	};
}

function triggersBody(triggers: Triggers): readonly object[] {
	if (triggers === 'first-delivery') return [{ type: 'FIRST_DELIVERY' }];
	return triggers.map((code) => ({ type: 'SIGNAL_UPDATED', signal: signalNames(code) }));
}
