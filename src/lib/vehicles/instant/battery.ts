import type { Profile } from '../profiles/schema.ts';
import { HOUR } from '../spans.ts';
import type { ChargeSession } from '../state/charging.ts';
import type { VehicleState } from '../state/schema.ts';
import { kWhAfter, kwAt, type Curve } from './charge-curve.ts';
import { kWhDriven } from './driving.ts';
import type { Instant } from './instant.ts';

/** What warming or cooling draws while nothing is plugged in. */
const CLIMATE_KW = 1.6;
/** What a vehicle draws day and night. One that only stands where it was put draws nothing. */
const STANDBY_KW = 0.008;

export function kWhAt(instant: Instant): number {
	const { state, profile, time } = instant;
	const { battery, drive, charging } = state;
	if (drive) return Math.max(battery.kWh - kWhDriven(drive, time), 0);
	if (charging.session) return kWhOfSession(profile, charging.session, time);
	const hours = (time - state.happenedAt) / HOUR;
	return Math.max(battery.kWh - loadKw(state) * hours, 0);
}

export function percentAt(instant: Instant): number {
	const full = instant.profile.battery?.kWh;
	return full === undefined ? 0 : Math.min((kWhAt(instant) / full) * 100, 100);
}

/** What is in the battery while it charges; the limit is never passed. */
export function kWhOfSession(profile: Profile, session: ChargeSession, time: number): number {
	const reached = kWhAfter(curveOf(profile, session), session.kWh, time - session.startedAt);
	return Math.min(reached, session.limitKWh);
}

export function kwOfSession(profile: Profile, session: ChargeSession, time: number): number {
	return kwAt(curveOf(profile, session), kWhOfSession(profile, session, time));
}

/** @throws {TypeError} for a vehicle without a battery to charge. */
export function curveOf({ battery, id }: Profile, how: Pick<ChargeSession, 'kind' | 'kw'>): Curve {
	if (!battery) throw new TypeError(`${id} has no battery`);
	return { fullKWh: battery.kWh, kind: how.kind, kw: how.kw };
}

function loadKw({ plug, climate, routine }: VehicleState): number {
	if (plug.in) return 0;
	const warming = climate.cabin || climate.frontDefroster || climate.rearDefroster;
	return (warming ? CLIMATE_KW : 0) + (routine === 'none' ? 0 : STANDBY_KW);
}
