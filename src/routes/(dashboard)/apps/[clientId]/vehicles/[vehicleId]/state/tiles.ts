import { formatNumber } from '#lib/access/language/english.ts';
import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { kwOfSession, percentAt } from '#lib/vehicles/instant/battery.ts';
import { litersAt } from '#lib/vehicles/instant/driving.ts';
import { instantOf, type Instant } from '#lib/vehicles/instant/instant.ts';
import type { Vehicle } from '#lib/vehicles/kept.ts';
import { transition } from '#lib/vehicles/vehicle.ts';
import * as marks from '../../cells/words.en.ts';
import * as words from '../words.en.ts';

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

/** The six facts that a vehicle's page begins with; of a vehicle that has lived up to now. */
export function tilesOf(vehicle: Vehicle): readonly Tile[] {
	const instant = instantOf(vehicle.state, vehicle.state.time);
	const energy = instant.profile.battery
		? [plugTile(instant), chargingTile(instant)]
		: [fuelTile(instant), reachTile(instant)];
	return [
		powerTile(instant),
		motionTile(instant),
		...energy,
		lockTile(instant),
		openingsTile(instant)
	].map((draft) => ({ ...draft, off: whyOff(vehicle, draft.act) }));
}

/** Asks the vehicle itself: whatever refuses the act refuses it here. */
function whyOff(vehicle: Vehicle, act: Tile['act']): string | null {
	// Some things can be opened or closed at any time.
	if (act === 'openings') return null;
	const event = act === 'drive' ? ({ event: 'drive', km: 1 } as const) : ACTS[act];
	const tried = transition(vehicle, event, vehicle.state.time);
	return tried.kind === 'refused' ? marks.REFUSALS[tried.refusal] : null;
}

function powerTile({ state }: Instant): Draft {
	const { asleep } = state.power;
	return {
		icon: 'power',
		label: words.power,
		value: asleep ? words.asleep : words.awake,
		active: false,
		act: asleep ? 'wake' : 'sleep',
		actLabel: asleep ? words.wakeUp : words.putToSleep
	};
}

function motionTile({ state }: Instant): Draft {
	const { drive } = state;
	return {
		icon: 'motion',
		label: words.motion,
		value: drive ? words.driving : words.parked,
		active: drive !== null,
		act: drive ? 'park' : 'drive',
		actLabel: drive ? words.park : words.drive
	};
}

function plugTile({ state }: Instant): Draft {
	const plugged = state.plug.in !== null;
	return {
		icon: 'plug',
		label: words.plug,
		value: plugged ? words.pluggedIn : words.unplugged,
		active: false,
		act: plugged ? 'unplug' : 'plug-in',
		actLabel: plugged ? words.unplug : words.plugIn
	};
}

function chargingTile(instant: Instant): Draft {
	const { state, profile } = instant;
	const { session } = state.charging;
	return {
		icon: 'charging',
		label: words.charging,
		value: session
			? words.chargingTo(
					oneDecimal(kwOfSession(profile, session, instant.time)),
					formatNumber(state.chargeSettings.limit)
				)
			: words.notCharging(wholePercent(percentAt(instant))),
		active: session !== null,
		act: session ? 'stop-charge' : 'start-charge',
		actLabel: session ? words.stopCharging : words.startCharging
	};
}

function fuelTile(instant: Instant): Draft {
	const full = instant.profile.tank?.liters ?? 0;
	return {
		icon: 'fuel',
		label: words.fuel,
		value: words.percent(wholePercent(full > 0 ? (litersAt(instant) / full) * 100 : 0)),
		active: false,
		act: 'refuel',
		actLabel: words.refuel
	};
}

function reachTile({ state }: Instant): Draft {
	const online = state.online.value;
	return {
		icon: 'reach',
		label: words.reach,
		value: online ? words.online : words.offline,
		active: false,
		act: online ? 'go-offline' : 'go-online',
		actLabel: online ? words.takeOffline : words.bringOnline
	};
}

function lockTile({ state }: Instant): Draft {
	const { locked } = state.lock;
	return {
		icon: 'locks',
		label: words.locks,
		value: locked ? words.locked : words.unlocked,
		active: false,
		act: locked ? 'unlock' : 'lock',
		actLabel: locked ? words.unlock : words.lock
	};
}

function openingsTile({ state }: Instant): Draft {
	const count = state.open.length;
	return {
		icon: 'openings',
		label: words.openings,
		value: count === 0 ? words.allClosed : words.countOpen(count),
		active: false,
		act: 'openings',
		actLabel: count === 0 ? words.open : words.openOrClose
	};
}

function oneDecimal(value: number): string {
	return (Math.round(value * 10) / 10).toString();
}

function wholePercent(value: number): string {
	return formatNumber(Math.round(value));
}
