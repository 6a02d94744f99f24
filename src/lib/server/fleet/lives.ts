import type { Vehicle } from '#lib/vehicles/kept.ts';
import { shifted } from '#lib/vehicles/shift.ts';
import { MINUTE } from '#lib/vehicles/spans.ts';
import { advance, newVehicle } from '#lib/vehicles/vehicle.ts';
import type { Profile } from '#lib/vehicles/profiles/schema.ts';
import { createHash } from 'node:crypto';
import { readJson, StoredJson } from '../db/stored-json.ts';
import { MOST_KEPT } from '../kept-read.ts';

/** What is stored of a vehicle's life, or what it is born with where nothing is. */
export interface LifeRow {
	readonly id: string;
	readonly vin: string;
	readonly profile: Profile;
	readonly bornAt: number;
	readonly life: Vehicle | StoredJson<Vehicle> | null;
}

interface Remembered {
	/** What the life follows from: where that is still the same, so is the life. */
	readonly source: string;
	readonly start: Vehicle;
	/** As it was when somebody last looked, so that its days are not lived again at every look. */
	readonly latest: Vehicle;
	/** How much happened to it between the two. */
	readonly lived: number;
}

/** How much may happen to a vehicle before its kept life is called behind: some days of a routine. */
const BEHIND = 64;

const remembered = new Map<string, Remembered>();

/** The life of a vehicle up to a time, and whether the kept one is far behind it. */
export function lifeAt(
	row: LifeRow,
	time: number
): { readonly life: Vehicle; readonly isBehind: boolean } {
	const { source, start, latest, lived: before } = recall(row);
	const back = notAhead(start, time);
	// Not remembered: a server that has not heard of a clock which was moved on asks by the time before.
	if (back !== start) return { life: advance(back, time).vehicle, isBehind: true };
	const goesOn = latest.state.time <= time;
	const { vehicle, moments } = advance(goesOn ? latest : start, time);
	const lived = (goesOn ? before : 0) + moments.length;
	remembered.delete(row.id);
	remembered.set(row.id, { source, start, latest: vehicle, lived });
	if (remembered.size > MOST_KEPT) forgetOldest();
	return { life: vehicle, isBehind: lived > BEHIND };
}

/** Looked for only where it has to go: the first key of a map stands behind all that were taken out. */
function forgetOldest(): void {
	const [oldest] = remembered.keys();
	if (oldest !== undefined) remembered.delete(oldest);
}

function recall(row: LifeRow): Remembered {
	const source = sourceOf(row);
	const known = remembered.get(row.id);
	if (known?.source === source) return known;
	const start = keptOrBorn(row);
	return { source, start, latest: start, lived: 0 };
}

function sourceOf({ profile, bornAt, life }: LifeRow): string {
	if (life === null) return `${profile.id} ${bornAt}`;
	return life instanceof StoredJson ? life.text : JSON.stringify(life);
}

/** How a vehicle was last kept, or how it was born; never ahead of the time. */
export function startOf(row: LifeRow, time: number): Vehicle {
	return notAhead(keptOrBorn(row), time);
}

/** Clocks of servers may differ by less. */
const SKEW = MINUTE;

/** A vehicle that lived by a clock which was put back since goes on from what it was. */
function notAhead(vehicle: Vehicle, time: number): Vehicle {
	const ahead = vehicle.state.time - time;
	return ahead > SKEW ? shifted(vehicle, -ahead) : vehicle;
}

/**
 * A vehicle after the clock was put back: what it was just before is what it is now. One that was kept
 * since stays: it is ahead by no more than clocks of servers differ, and by less than the clock went back.
 */
export function broughtBack(
	vehicle: Vehicle,
	clock: { readonly from: number; readonly to: number; readonly now: number }
): Vehicle {
	const by = clock.from - clock.to;
	if (vehicle.state.time - clock.now <= Math.min(SKEW, Math.max(by, 0) / 2)) return vehicle;
	return shifted(advance(vehicle, clock.from).vehicle, -by);
}

function keptOrBorn({ id, vin, profile, bornAt, life }: LifeRow): Vehicle {
	if (life !== null) return readJson(life, id);
	return newVehicle({ profile, vin, seed: seedOf(vin), time: bornAt });
}

/** A vehicle with the same VIN has the same life in every sandbox. */
function seedOf(vin: string): number {
	return createHash('sha256').update(vin).digest().readInt32BE();
}
