import { tiresAt } from '../instant/slow.ts';
import { odometerAt } from '../instant/driving.ts';
import type { Instant } from '../instant/instant.ts';
import type { EventOf } from './event.ts';
import type { Applied } from './refusal.ts';

const VISITS = 12;
const TROUBLES = 20;

export function refuel({ state, profile }: Instant): Applied {
	if (!profile.tank) return 'VEHICLE_NOT_CAPABLE';
	if (state.drive) return 'IN_MOTION';
	return { ...state, tank: { liters: profile.tank.liters } };
}

/** A visit to the workshop: oil, tires, and what was stored of troubles. */
export function service(instant: Instant): Applied {
	const { state, profile, time } = instant;
	if (state.drive) return 'IN_MOTION';
	const km = odometerAt(instant);
	const visit = { at: time, km: Math.round(km), task: 'Inspection' };
	return {
		...state,
		service: { visits: [visit, ...state.service.visits].slice(0, VISITS), km },
		tires: { kPa: tiresAt(instant).map((kPa) => Math.max(kPa, profile.tireKPa)), at: time },
		troubles: []
	};
}

export function trouble({ state, time }: Instant, { code }: EventOf<'trouble'>): Applied {
	if (state.troubles.some((known) => known.code === code)) return state;
	return { ...state, troubles: [{ code, at: time }, ...state.troubles].slice(0, TROUBLES) };
}
