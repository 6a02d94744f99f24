import type { Vehicle } from './kept.ts';
import type { ChargeSession } from './state/charging.ts';
import type { VehicleState } from './state/schema.ts';

/**
 * A vehicle whose whole life was so much earlier or later: for a clock that was put back, so that it
 * goes on as it was last seen.
 *
 * @param by milliseconds
 */
export function shifted(vehicle: Vehicle, by: number): Vehicle {
	const move = (time: number) => time + by;
	return {
		...vehicle,
		state: shiftedState(vehicle.state, move),
		earlier: vehicle.earlier.map((state) => shiftedState(state, move)),
		asked: vehicle.asked.map(move),
		trail: vehicle.trail.map((step) => ({ ...step, at: move(step.at) }))
	};
}

type Move = (time: number) => number;

function shiftedState(state: VehicleState, move: Move): VehicleState {
	const moved = <T extends { readonly at: number }>(one: T): T => ({ ...one, at: move(one.at) });
	const { drive, charging, climate, service } = state;
	return {
		...state,
		bornAt: move(state.bornAt),
		time: move(state.time),
		happenedAt: move(state.happenedAt),
		drive: drive && { ...drive, startedAt: move(drive.startedAt), endsAt: move(drive.endsAt) },
		charging: {
			session: charging.session && shiftedSession(charging.session, move),
			past: charging.past.map((past) => ({
				...past,
				session: shiftedSession(past.session, move),
				endedAt: move(past.endedAt)
			}))
		},
		climate: { ...climate, until: climate.until === null ? null : move(climate.until) },
		cabin: moved(state.cabin),
		tires: moved(state.tires),
		lowVoltage: moved(state.lowVoltage),
		troubles: state.troubles.map(moved),
		service: { ...service, visits: service.visits.map(moved) },
		since: mapValues(state.since, move),
		edits: mapValues(state.edits, moved)
	};
}

function shiftedSession(session: ChargeSession, move: Move): ChargeSession {
	const { beganAt, startedAt, endsAt } = session;
	return {
		...session,
		beganAt: move(beganAt),
		startedAt: move(startedAt),
		endsAt: move(endsAt)
	};
}

function mapValues<T>(values: Readonly<Record<string, T>>, map: (value: T) => T) {
	return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value)]));
}
