import type { Instant } from '../instant/instant.ts';
import { insideAt } from '../instant/slow.ts';
import { MINUTE } from '../spans.ts';
import type { VehicleState } from '../state/schema.ts';
import type { EventOf } from './event.ts';
import type { Applied } from './refusal.ts';

/** How long what warms a parked vehicle stays on. */
const PARKED_CLIMATE = 30 * MINUTE;

export function setClimate(instant: Instant, event: EventOf<'set-climate'>): Applied {
	const { state, time } = instant;
	const { climate } = state;
	const set = {
		cabin: event.cabin ?? climate.cabin,
		target: event.target ?? climate.target,
		frontDefroster: event.frontDefroster ?? climate.frontDefroster,
		rearDefroster: event.rearDefroster ?? climate.rearDefroster,
		steeringHeater: event.steeringHeater ?? climate.steeringHeater
	};
	const until = isOn(set) && !state.drive ? time + PARKED_CLIMATE : null;
	return {
		...state,
		climate: { ...set, until },
		cabin: { celsius: insideAt(instant), at: time }
	};
}

export function climateOff(instant: Instant): VehicleState {
	const { state, time } = instant;
	const off = { cabin: false, frontDefroster: false, rearDefroster: false, steeringHeater: false };
	return {
		...state,
		climate: { ...state.climate, ...off, until: null },
		cabin: { celsius: insideAt(instant), at: time }
	};
}

/** A vehicle does not sleep while it drives or charges. */
export function fallAsleep(instant: Instant): Applied {
	const { state } = instant;
	if (state.drive) return 'IN_MOTION';
	if (state.charging.session) return 'CHARGING_IN_PROGRESS';
	if (state.power.asleep) return state;
	const off = isOn(state.climate) ? climateOff(instant) : state;
	return { ...off, power: { asleep: true } };
}

function isOn(climate: Omit<VehicleState['climate'], 'until' | 'target'>): boolean {
	const { cabin, frontDefroster, rearDefroster, steeringHeater } = climate;
	return cabin || frontDefroster || rearDefroster || steeringHeater;
}
