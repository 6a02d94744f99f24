import { curveOf, kWhAt, kWhOfSession, percentAt } from '../instant/battery.ts';
import { spanUntil } from '../instant/charge-curve.ts';
import { chargeLimitOf, mayCharge } from '../instant/charge-windows.ts';
import type { Instant } from '../instant/instant.ts';
import { acVolts } from '../instant/mains.ts';
import { lowVoltageAt } from '../instant/slow.ts';
import { awoken } from './awoken.ts';
import { placeAt } from '../instant/driving.ts';
import { STATION_KW, type ChargeSession } from '../state/charging.ts';
import type { VehicleState } from '../state/schema.ts';
import type { EventOf } from './event.ts';
import type { Applied } from './refusal.ts';

const PAST_CHARGES = 8;
const FULL_LOW_VOLTAGE = 96;
/** Percent below the limit that still count as having reached it. */
const NEAR = 0.01;
const FULL = 99.5;

/** Puts the cable in; most vehicles then charge at once, unless a schedule tells them to wait. */
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
	return goOn({ ...instant, state: plugged });
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

/** The turn of a window: a vehicle on the cable begins in it, and stops after it. */
export function turnWindow(instant: Instant): VehicleState {
	const { state } = instant;
	if (!state.plug.in) return state;
	if (!mayCharge(instant)) return endCharging(instant);
	return state.charging.session ? state : goOn(instant);
}

export function setChargeLimit(
	instant: Instant,
	{ percent }: EventOf<'set-charge-limit'>
): Applied {
	const { state, profile } = instant;
	if (!profile.battery) return 'VEHICLE_NOT_CAPABLE';
	const chargeSettings = { ...state.chargeSettings, limit: percent };
	return reconsidered(instant, { ...state, chargeSettings });
}

/**
 * The state after another limit or schedule: what charged ends above the limit and outside every
 * window, and what waited for either goes on.
 */
export function reconsidered(instant: Instant, changed: VehicleState): VehicleState {
	const after = { ...instant, state: changed };
	if (!changed.plug.in) return changed;
	const closed = mayCharge(instant) && !mayCharge(after);
	if (closed || isAtLimit(after)) return endCharging(after);
	if (changed.charging.session) return reshape(after, changed.charging.session);
	return isAtLimit(instant) || !mayCharge(instant) ? goOn(after) : changed;
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

/** Charges if there is room under the limit and nothing tells the vehicle to wait. */
function goOn(instant: Instant): VehicleState {
	if (isAtLimit(instant) || !mayCharge(instant)) return instant.state;
	return beginCharging(awoken(instant));
}

function beginCharging(instant: Instant): VehicleState {
	const { state, time } = instant;
	const lowVoltage = { percent: lowVoltageAt(instant), at: time };
	const begun = { beganAt: time, beganKWh: kWhAt(instant) };
	return reshape({ ...instant, state: { ...state, lowVoltage } }, begun);
}

/** The session from here on, under the limit and the power of now. */
function reshape(
	instant: Instant,
	{ beganAt, beganKWh }: Pick<ChargeSession, 'beganAt' | 'beganKWh'>
): VehicleState {
	const { state, profile, time } = instant;
	const kWh = kWhAt(instant);
	const how = powerOf(instant);
	const limitKWh = ((profile.battery?.kWh ?? 0) * chargeLimitOf(state)) / 100;
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
	return percentAt(instant) >= chargeLimitOf(instant.state) - NEAR;
}
