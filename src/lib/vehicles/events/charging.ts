import { curveOf, kWhAt, kWhOfSession, percentAt } from '../instant/battery.ts';
import { spanUntil } from '../instant/charge-curve.ts';
import type { Instant } from '../instant/instant.ts';
import { acVolts } from '../instant/mains.ts';
import { placeAt } from '../instant/driving.ts';
import type { ChargeSession } from '../state/charging.ts';
import type { VehicleState } from '../state/schema.ts';
import type { EventOf } from './event.ts';
import type { Applied } from './refusal.ts';

const STATION_KW = { AC: 11, DC: 150 };
const PAST_CHARGES = 8;
const FULL_LOW_VOLTAGE = 96;
/** Percent below the limit that still count as having reached it. */
const NEAR = 0.01;
const FULL = 99.5;

/** Puts the cable in; most vehicles then charge at once. */
export function plugIn(instant: Instant, { kind = 'AC', kw }: EventOf<'plug-in'>): Applied {
	const { state, profile } = instant;
	if (!profile.battery) return 'VEHICLE_NOT_CAPABLE';
	if (kind === 'DC' && !profile.battery.fast) return 'VEHICLE_NOT_CAPABLE';
	if (state.drive) return 'IN_MOTION';
	if (state.plug.in) return 'CHARGING_PLUG_CONNECTED';
	const open = state.open.includes('charge-port')
		? state.open
		: [...state.open, 'charge-port' as const];
	const plugged = { ...state, open, plug: { in: kind, stationKw: kw ?? STATION_KW[kind] } };
	return isAtLimit(instant) ? plugged : beginCharging({ ...instant, state: plugged });
}

export function unplug(instant: Instant): Applied {
	const { state } = instant;
	if (!state.plug.in) return state;
	return {
		...endCharging(instant),
		plug: { in: null, stationKw: 0 },
		open: state.open.filter((what) => what !== 'charge-port')
	};
}

export function startCharge(instant: Instant): Applied {
	const { state, profile } = instant;
	if (!profile.battery) return 'VEHICLE_NOT_CAPABLE';
	if (!state.plug.in) return 'CHARGING_PLUG_NOT_CONNECTED';
	if (state.charging.session) return state;
	return isAtLimit(instant) ? 'FULLY_CHARGED' : beginCharging(instant);
}

export function stopCharge(instant: Instant): Applied {
	const { state, profile } = instant;
	if (!profile.battery) return 'VEHICLE_NOT_CAPABLE';
	if (!state.plug.in) return 'CHARGING_PLUG_NOT_CONNECTED';
	return state.charging.session ? endCharging(instant) : 'NOT_CHARGING';
}

/** A limit below the charge ends charging; one that is raised lets a vehicle that waited go on. */
export function setChargeLimit(
	instant: Instant,
	{ percent }: EventOf<'set-charge-limit'>
): Applied {
	const { state, profile } = instant;
	if (!profile.battery) return 'VEHICLE_NOT_CAPABLE';
	const waited = state.plug.in !== null && !state.charging.session && isAtLimit(instant);
	const limited = { ...state, chargeSettings: { ...state.chargeSettings, limit: percent } };
	const after = { ...instant, state: limited };
	if (isAtLimit(after)) return endCharging(after);
	if (waited) return beginCharging(after);
	return state.charging.session ? reshape(after, state.charging.session) : limited;
}

export function setAmperage(instant: Instant, { amperes }: EventOf<'set-amperage'>): Applied {
	const { state, profile } = instant;
	if (!profile.battery) return 'VEHICLE_NOT_CAPABLE';
	const set = { ...state, chargeSettings: { ...state.chargeSettings, amperes } };
	const { session } = state.charging;
	return session ? reshape({ ...instant, state: set }, session) : set;
}

/** Puts the battery to a level; what charges goes on from there. */
export function setCharge(instant: Instant, percent: number): Applied {
	const { state, profile } = instant;
	if (!profile.battery) return 'VEHICLE_NOT_CAPABLE';
	if (state.drive) return 'IN_MOTION';
	const { session, past } = state.charging;
	const kWh = (profile.battery.kWh * percent) / 100;
	const charging = session ? { session: null, past } : state.charging;
	const put = { ...instant, state: { ...state, battery: { kWh }, charging } };
	return session && !isAtLimit(put) ? beginCharging(put) : put.state;
}

/** Ends what is charging, if anything is, with what is in the battery now. */
export function endCharging(instant: Instant): VehicleState {
	const { state, profile, time } = instant;
	const { session, past } = state.charging;
	if (!session) return state;
	const kWh = kWhOfSession(profile, session, time);
	const ended = { session, endedAt: time, kWh, at: placeAt(instant).at };
	const full = percentAt(instant) >= FULL;
	return {
		...state,
		battery: { kWh },
		charging: { session: null, past: [ended, ...past].slice(0, PAST_CHARGES) },
		fullCharges: full ? { count: state.fullCharges.count + 1 } : state.fullCharges,
		lowVoltage: { percent: FULL_LOW_VOLTAGE, at: time }
	};
}

function beginCharging(instant: Instant): VehicleState {
	return reshape(instant, { beganAt: instant.time, beganKWh: kWhAt(instant) });
}

/** The session from here on, under the limit and the power of now. */
function reshape(
	instant: Instant,
	{ beganAt, beganKWh }: Pick<ChargeSession, 'beganAt' | 'beganKWh'>
): VehicleState {
	const { state, profile, time } = instant;
	const kWh = kWhAt(instant);
	const how = powerOf(instant);
	const limitKWh = ((profile.battery?.kWh ?? 0) * state.chargeSettings.limit) / 100;
	const endsAt = time + spanUntil(curveOf(profile, how), kWh, limitKWh);
	const session = { beganAt, beganKWh, startedAt: time, kWh, ...how, limitKWh, endsAt };
	return { ...state, charging: { ...state.charging, session } };
}

/** The least of what station, vehicle and the chosen current allow. */
function powerOf({ state, profile }: Instant): Pick<ChargeSession, 'kind' | 'kw'> {
	const { plug, chargeSettings } = state;
	const { battery, region } = profile;
	if (plug.in === 'DC') return { kind: 'DC', kw: Math.min(plug.stationKw, battery?.fast?.kw ?? 0) };
	const chosen = chargeSettings.amperes;
	const chosenKw =
		chosen === null ? Infinity : (chosen * acVolts(region) * (battery?.phases ?? 1)) / 1000;
	return { kind: 'AC', kw: Math.min(plug.stationKw, battery?.acKw ?? 0, chosenKw) };
}

function isAtLimit(instant: Instant): boolean {
	return percentAt(instant) >= instant.state.chargeSettings.limit - NEAR;
}
