import type { Profile } from '../profiles/schema.ts';
import { profileOf } from '../profiles/profiles.ts';
import type { VehicleState } from '../state/schema.ts';

/** A vehicle at a time: all that what it is then follows from. */
export interface Instant {
	readonly state: VehicleState;
	readonly profile: Profile;
	readonly time: number;
}

export function instantOf(state: VehicleState, time: number): Instant {
	return { state, profile: profileOf(state.profile), time };
}
