import { climateOff, fallAsleep } from '../events/comfort.ts';
import { endCharging, turnWindow } from '../events/charging.ts';
import { park } from '../events/driving.ts';
import type { Applied } from '../events/refusal.ts';
import { nextTurn } from '../instant/charge-windows.ts';
import { profileOf } from '../profiles/profiles.ts';
import { MINUTE } from '../spans.ts';
import type { VehicleState } from '../state/schema.ts';
import type { Instant } from '../instant/instant.ts';

/** How long a vehicle with a life of its own stays awake after something happened to it. */
const AWAKE = 15 * MINUTE;

/** What happens to a vehicle by itself. */
export type Happening = 'arrive' | 'charge-ends' | 'charge-window' | 'climate-ends' | 'fall-asleep';

export interface Due {
	readonly happening: Happening;
	readonly time: number;
}

/**
 * What happens next, if nothing else does. A vehicle without a routine stays awake: it does
 * nothing that nobody asked for.
 */
export function nextDue(state: VehicleState): Due | null {
	const { drive, plug, charging, climate, power, routine, happenedAt } = state;
	if (drive) return { happening: 'arrive', time: drive.endsAt };
	const ends: Due[] = [];
	const turn = plug.in ? nextTurn(state, profileOf(state.profile), happenedAt) : null;
	if (turn !== null) ends.push({ happening: 'charge-window', time: turn });
	if (charging.session) ends.push({ happening: 'charge-ends', time: charging.session.endsAt });
	if (climate.until !== null) ends.push({ happening: 'climate-ends', time: climate.until });
	const resting = !charging.session && climate.until === null && !power.asleep;
	if (resting && routine !== 'none') {
		ends.push({ happening: 'fall-asleep', time: happenedAt + AWAKE });
	}
	return ends.reduce<Due | null>(
		(first, due) => (first === null || due.time < first.time ? due : first),
		null
	);
}

export function happen(instant: Instant, happening: Happening): Applied {
	switch (happening) {
		case 'arrive':
			return park(instant);
		case 'charge-ends':
			return endCharging(instant);
		case 'charge-window':
			return turnWindow(instant);
		case 'climate-ends':
			return climateOff(instant);
		case 'fall-asleep':
			return fallAsleep(instant);
	}
}
