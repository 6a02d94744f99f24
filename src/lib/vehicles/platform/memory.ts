import type { Vehicle } from '../kept.ts';
import { live } from '../life/live.ts';
import type { VehicleState } from '../state/schema.ts';
import { knownBy, lastFetch, seenFetch, type Fetches } from './fetching.ts';

/** Most states that are kept for a fetch which somebody may ask for, however much happens at once. */
const MOST_RECENT = 24;

export function fetchesOf({ state, delays, asked }: Vehicle): Fetches {
	return { first: state.bornAt, delays, asked };
}

/** A state that ends by this time is one that no read will see any more. */
export function outdated(vehicle: Vehicle, time: number): number {
	const fetches = fetchesOf(vehicle);
	return knownBy(fetches, seenFetch(fetches, time));
}

/** A vehicle without the states and fetches that no read will see any more. */
export function remembered(vehicle: Vehicle): Vehicle {
	const { state, earlier, delays, asked } = vehicle;
	const fetches = fetchesOf(vehicle);
	const seen = seenFetch(fetches, state.time);
	const needed = earlier.filter((one, index) => {
		const ends = (earlier[index + 1] ?? state).happenedAt;
		if (ends === one.happenedAt) return false;
		const last = lastFetch(fetches, ends + delays.report - 1);
		if (last >= seen && knownBy(fetches, last) >= one.happenedAt) return true;
		// A fetch that somebody asks for sees what the brand knows by now.
		return ends > state.time - delays.report && index >= earlier.length - MOST_RECENT;
	});
	return {
		...vehicle,
		earlier: needed,
		asked: asked.filter((fetch) => fetch >= seen)
	};
}

/** The state that holds at a time; the oldest that is still known for any time before. */
export function stateAt({ state, earlier }: Vehicle, time: number): VehicleState {
	if (state.happenedAt <= time) return state;
	return earlier.findLast(({ happenedAt }) => happenedAt <= time) ?? earlier[0] ?? state;
}

/** The same of a vehicle that may have to live on until then. */
export function stateThen(vehicle: Vehicle, time: number): VehicleState {
	let last = stateAt(vehicle, time);
	// One after the other: of a long life there are more than can be held.
	for (const moment of live(vehicle.state, time)) last = moment.state;
	return last;
}
