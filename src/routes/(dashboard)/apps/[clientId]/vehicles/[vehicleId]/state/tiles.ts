import { formatNumber } from '#lib/access/language/english.ts';
import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { kwOfSession, percentAt } from '#lib/vehicles/instant/battery.ts';
import { litersAt } from '#lib/vehicles/instant/driving.ts';
import { instantOf, type Instant } from '#lib/vehicles/instant/instant.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import type { VehicleState } from '#lib/vehicles/state/schema.ts';
import { transition } from '#lib/vehicles/vehicle.ts';
import * as marks from '../../cells/words.en.ts';
import * as page from '../words.en.ts';
import * as words from './words.en.ts';

/** Names of icons; the page draws them. */
type Icon = 'power' | 'motion' | 'plug' | 'charging' | 'locks' | 'openings' | 'fuel' | 'reach';

/** What can be done from a tile by one press, by its name in the form. */
export const ACTS = {
	sleep: { event: 'sleep' },
	wake: { event: 'wake' },
	park: { event: 'park' },
	'plug-in': { event: 'plug-in' },
	unplug: { event: 'unplug' },
	'start-charge': { event: 'start-charge' },
	'stop-charge': { event: 'stop-charge' },
	lock: { event: 'lock' },
	unlock: { event: 'unlock' },
	refuel: { event: 'refuel' },
	'go-online': { event: 'go-online' },
	'go-offline': { event: 'go-offline' }
} as const satisfies Readonly<Record<string, VehicleEvent>>;

type Act = keyof typeof ACTS;

/** A fact of the vehicle, and the act that turns it round. */
export interface Tile {
	readonly icon: Icon;
	readonly label: string;
	readonly value: string;
	/** Something is under way. */
	readonly active: boolean;
	/** An act, or what opens a small form of its own. */
	readonly act: Act | 'drive' | 'openings';
	readonly actLabel: string;
	/** Why it would be refused now, in words; null where it would not. */
	readonly off: string | null;
}

type Draft = Omit<Tile, 'off'>;

/** What a tile says in one of its two states, and the act that leads to the other. */
type Side = readonly [value: string, act: Tile['act'], actLabel: string];

/** The six facts that a vehicle's page begins with; of a vehicle that has lived up to now. */
export function tilesOf(vehicle: Vehicle): readonly Tile[] {
	const instant = instantOf(vehicle.state, vehicle.state.time);
	const { state, profile } = instant;
	const energy = profile.battery
		? [plugTile(state), chargingTile(instant)]
		: [fuelTile(instant), reachTile(state)];
	return [powerTile(state), motionTile(state), ...energy, lockTile(state), openingsTile(state)].map(
		(draft) => ({ ...draft, off: whyOff(vehicle, draft.act) })
	);
}

/** Asks the vehicle itself: whatever refuses the act refuses it here. */
function whyOff(vehicle: Vehicle, act: Tile['act']): string | null {
	// Some things can be opened or closed at any time.
	if (act === 'openings') return null;
	const event = act === 'drive' ? ({ event: 'drive', km: 1 } as const) : ACTS[act];
	const tried = transition(vehicle, event, vehicle.state.time);
	return tried.kind === 'refused' ? marks.REFUSALS[tried.refusal] : null;
}

function tile(icon: Icon, label: string, [value, act, actLabel]: Side, active = false): Draft {
	return { icon, label, value, active, act, actLabel };
}

function powerTile({ power }: VehicleState): Draft {
	const awake: Side = [words.awake, 'sleep', words.putToSleep];
	return tile('power', words.power, power.asleep ? [words.asleep, 'wake', words.wakeUp] : awake);
}

function motionTile({ drive }: VehicleState): Draft {
	const parked: Side = [words.parked, 'drive', words.drive];
	const side: Side = drive ? [words.driving, 'park', words.park] : parked;
	return tile('motion', words.motion, side, drive !== null);
}

function plugTile({ plug }: VehicleState): Draft {
	const out: Side = [words.unplugged, 'plug-in', words.plugIn];
	return tile('plug', words.plug, plug.in ? [words.pluggedIn, 'unplug', words.unplug] : out);
}

function chargingTile(instant: Instant): Draft {
	const { state, profile, time } = instant;
	const { session } = state.charging;
	if (!session) {
		const value = words.notCharging(wholePercent(percentAt(instant)));
		return tile('charging', words.charging, [value, 'start-charge', words.startCharging]);
	}
	const value = words.chargingTo(
		oneDecimal(kwOfSession(profile, session, time)),
		formatNumber(state.chargeSettings.limit)
	);
	return tile('charging', words.charging, [value, 'stop-charge', words.stopCharging], true);
}

function fuelTile(instant: Instant): Draft {
	const full = instant.profile.tank?.liters ?? 0;
	const share = full > 0 ? (litersAt(instant) / full) * 100 : 0;
	return tile('fuel', page.fuel, [page.percent(wholePercent(share)), 'refuel', words.refuel]);
}

function reachTile({ online }: VehicleState): Draft {
	const offline: Side = [words.offline, 'go-online', words.bringOnline];
	const side: Side = online.value ? [words.online, 'go-offline', words.takeOffline] : offline;
	return tile('reach', words.reach, side);
}

function lockTile({ lock }: VehicleState): Draft {
	const open: Side = [words.unlocked, 'lock', words.lock];
	return tile('locks', words.locks, lock.locked ? [words.locked, 'unlock', words.unlock] : open);
}

function openingsTile({ open: { length } }: VehicleState): Draft {
	const closed: Side = [words.allClosed, 'openings', words.open];
	const side: Side = length > 0 ? [words.countOpen(length), 'openings', words.openOrClose] : closed;
	return tile('openings', words.openings, side);
}

function oneDecimal(value: number): string {
	return (Math.round(value * 10) / 10).toString();
}

function wholePercent(value: number): string {
	return formatNumber(Math.round(value));
}
