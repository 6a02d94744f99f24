import { draw, drawBetween } from '../draw.ts';
import { litersAt, odometerAt, placeAt } from '../instant/driving.ts';
import { kWhAt } from '../instant/battery.ts';
import type { Instant } from '../instant/instant.ts';
import { insideAt, lowVoltageAt, outsideAt } from '../instant/slow.ts';
import { placeAway, roadKm, type Point } from '../places.ts';
import { HOUR, MINUTE } from '../spans.ts';
import type { Drive, VehicleState } from '../state/schema.ts';
import { openRefusal } from './closures.ts';
import type { EventOf } from './event.ts';
import type { Applied } from './refusal.ts';

const LEAST_KM = 0.5;
/** Nobody gets there faster on average, however little time was given. */
const MOST_KM_PER_HOUR = 120;
const FULL_LOW_VOLTAGE = 96;

export function driveOff(instant: Instant, event: EventOf<'drive'>): Applied {
	const { state, time } = instant;
	if (state.drive) return 'IN_MOTION';
	if (state.plug.in) return 'CHARGING_PLUG_CONNECTED';
	const refusal = openRefusal(state);
	if (refusal) return refusal;
	const drive = planDrive(instant, event);
	if (!drive) return 'EMPTY';
	return {
		...state,
		drive,
		lock: { locked: true },
		open: state.open.filter((what) => what !== 'charge-port'),
		lowVoltage: { percent: lowVoltageAt(instant), at: time },
		climate: { ...state.climate, cabin: true, until: null },
		cabin: { celsius: insideAt(instant), at: time }
	};
}

/** The end of a drive, where it leads to or wherever the vehicle is by then. */
export function park(instant: Instant): VehicleState {
	const { state, time } = instant;
	if (!state.drive) return state;
	const charged = lowVoltageAt(instant) + (time - state.drive.startedAt) / (2 * MINUTE);
	const off = { cabin: false, frontDefroster: false, rearDefroster: false, steeringHeater: false };
	return {
		...state,
		drive: null,
		place: placeAt(instant),
		odometer: { km: odometerAt(instant) },
		battery: { kWh: kWhAt(instant) },
		tank: { liters: litersAt(instant) },
		lowVoltage: {
			percent: Math.max(lowVoltageAt(instant), Math.min(charged, FULL_LOW_VOLTAGE)),
			at: time
		},
		climate: { ...state.climate, ...off, until: null },
		cabin: { celsius: insideAt(instant), at: time },
		destination: null
	};
}

/** @returns null where there is nothing left to drive with. */
function planDrive(instant: Instant, event: EventOf<'drive'>): Drive | null {
	const { state, profile, time } = instant;
	const from = state.place.at;
	const to = event.to ?? state.destination ?? somewhere(instant);
	const routeKm = event.km ?? Math.max(roadKm(from, to), LEAST_KM);
	const kWhPerKm = ((profile.battery?.kWhPer100Km ?? 0) / 100) * coldFactor(outsideAt(instant));
	const litersPerKm = (profile.tank?.litersPer100Km ?? 0) / 100;
	const electricReach = kWhPerKm > 0 ? kWhAt(instant) / kWhPerKm : 0;
	const reach = electricReach + (litersPerKm > 0 ? state.tank.liters / litersPerKm : 0);
	if (reach < LEAST_KM) return null;
	const km = Math.min(routeKm, reach);
	const wanted = event.minutes ? event.minutes * MINUTE : (routeKm / averageSpeed(routeKm)) * HOUR;
	const span = Math.max(wanted, (routeKm / MOST_KM_PER_HOUR) * HOUR);
	return {
		startedAt: time,
		endsAt: time + Math.max(Math.round((span * km) / routeKm), MINUTE),
		from,
		to,
		bow: drawBetween(-0.35, 0.35, state.seed, 'bow', Math.floor(time / MINUTE)),
		routeKm,
		km,
		electricKm: Math.min(electricReach, km),
		kWhPerKm,
		litersPerKm
	};
}

function somewhere({ state: { place, seed }, time }: Instant): Point {
	const minute = Math.floor(time / MINUTE);
	const km = drawBetween(5, 18, seed, 'somewhere', minute);
	return placeAway(place.at, km, draw(seed, 'direction', minute) * 360);
}

/** Kilometres an hour: short ways lead through towns. */
function averageSpeed(km: number): number {
	return 26 + 74 * (1 - Math.exp(-km / 45));
}

function coldFactor(celsius: number): number {
	return 1 + Math.min(Math.max((18 - celsius) * 0.012, 0), 0.4);
}
