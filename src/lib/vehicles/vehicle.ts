import { apply } from './events/apply.ts';
import type { VehicleEvent } from './events/event.ts';
import { isRefusal, type Refusal } from './events/refusal.ts';
import { instantOf } from './instant/instant.ts';
import { live, type Moment } from './life/live.ts';
import { changedSignals } from './platform/changed.ts';
import type { Vehicle } from './kept.ts';
import { USUAL_DELAYS, type Delays } from './platform/fetching.ts';
import { outdated, remembered } from './platform/memory.ts';
import type { SignalCode } from './signals/signals.ts';
import { newState, type Birth } from './state/initial.ts';
import { lengthened } from './trail/trail.ts';

/** A vehicle after some time, and what happened to it by itself. */
export interface Advanced {
	readonly vehicle: Vehicle;
	readonly moments: readonly Moment[];
}

export type Transition = Advanced &
	(
		| { readonly kind: 'changed'; readonly changed: readonly SignalCode[] }
		| { readonly kind: 'refused'; readonly refusal: Refusal }
	);

/** A vehicle that has just been connected; the platform knows all of it at once. */
export function newVehicle(birth: Birth, delays: Delays = USUAL_DELAYS): Vehicle {
	return {
		state: newState(birth),
		earlier: [],
		behaviour: 'vehicle',
		delays,
		asked: [],
		trail: []
	};
}

/** Lets time pass. A time before the vehicle's own changes nothing: it only goes forward. */
export function advance(vehicle: Vehicle, time: number): Advanced {
	const until = Math.max(time, vehicle.state.time);
	const forgotten = outdated(vehicle, until);
	const moments: Moment[] = [];
	const earlier = [...vehicle.earlier];
	let { state } = vehicle;
	for (const moment of live(state, until)) {
		if (moment.time > forgotten) earlier.push(state);
		({ state } = moment);
		moments.push(moment);
	}
	if (state.time === until && moments.length === 0) return { vehicle, moments };
	const states = [vehicle.state, ...moments.map((moment) => moment.state)];
	const trail = lengthened(vehicle.trail, states, until);
	return {
		vehicle: remembered({ ...vehicle, state: { ...state, time: until }, earlier, trail }),
		moments
	};
}

/** What an event makes of a vehicle, after what happened until then. */
export function transition(vehicle: Vehicle, event: VehicleEvent, time: number): Transition {
	const { vehicle: before, moments } = advance(vehicle, time);
	const instant = instantOf(before.state, before.state.time);
	const after = apply(instant, event);
	if (isRefusal(after)) return { kind: 'refused', refusal: after, vehicle: before, moments };
	const earlier = [...before.earlier, before.state];
	const trail = lengthened(before.trail, [before.state, after], after.time);
	return {
		kind: 'changed',
		changed: changedSignals(before.state, after),
		vehicle: remembered({ ...before, state: after, earlier, trail }),
		moments
	};
}
