import type { Vehicle } from '../vehicle.ts';
import type { VehicleState } from '../state/schema.ts';
import { lastFetch, seenFetch, type Fetches } from './fetching.ts';

/** Most states that are kept beside the present one, however much happens at once. */
const MOST_EARLIER = 24;

export function fetchesOf({ state, delays, asked }: Vehicle): Fetches {
	return { first: state.bornAt, delays, asked };
}

/** A state that ends by this time is one that no read will see any more. */
export function outdated(vehicle: Vehicle, time: number): number {
	return seenFetch(fetchesOf(vehicle), time) - vehicle.delays.report;
}

/** A vehicle without the states and fetches that no read will see any more. */
export function remembered(vehicle: Vehicle): Vehicle {
	const { state, earlier, delays, asked } = vehicle;
	const fetches = fetchesOf(vehicle);
	const seen = seenFetch(fetches, state.time);
	const needed = earlier.filter((one, index) => {
		const ends = (earlier[index + 1] ?? state).happenedAt;
		// Somebody may yet ask for a fetch, which sees what the brand knows by now.
		if (ends > state.time - delays.report) return true;
		const fetch = lastFetch(fetches, ends + delays.report - 1);
		return fetch >= Math.max(one.happenedAt + delays.report, seen);
	});
	return {
		...vehicle,
		earlier: needed.slice(-MOST_EARLIER),
		asked: asked.filter((fetch) => fetch >= seen)
	};
}

/** The state that holds at a time; the oldest that is still known for any time before. */
export function stateAt({ state, earlier }: Vehicle, time: number): VehicleState {
	if (state.happenedAt <= time) return state;
	return earlier.findLast(({ happenedAt }) => happenedAt <= time) ?? earlier[0] ?? state;
}
