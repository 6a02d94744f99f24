import type { Vehicle } from '#lib/vehicles/kept.ts';
import type { Moment } from '#lib/vehicles/life/live.ts';
import { DAY } from '#lib/vehicles/spans.ts';
import { advance } from '#lib/vehicles/vehicle.ts';
import type { LifeChange } from './change-life.ts';
import type { Ended } from '../connect/ended/ended-within.ts';

/** Something that happened while the clock was moved on: to a vehicle, or to what came to its end. */
export type Fired = FiredOfVehicle | Ended;

interface FiredOfVehicle {
	readonly at: number;
	/** The vehicle's own id. */
	readonly vehicleId: string;
	readonly event: Moment['happening'];
}

/** Most that are listed. */
export const MOST_FIRED = 1000;

/** Days that a vehicle lives at once: each of them leaves a state behind for as long. */
const STEP = 30 * DAY;

/** What happened within a span, in order: the first of it as a list, the rest as a number. */
export class FiredList {
	#listed: Fired[] = [];
	#count = 0;
	readonly #after: number;
	readonly #until: number;

	/** @param after what happened by then is not listed */
	constructor(after: number, until: number) {
		this.#after = after;
		this.#until = until;
	}

	get listed(): readonly Fired[] {
		return this.#listed;
	}

	get count(): number {
		return this.#count;
	}

	/**
	 * Adds what else happened within the span.
	 *
	 * @param fired the first of it, in order: as many as are listed, where there are so many
	 * @param count how much it is in all
	 */
	add(fired: readonly Fired[], count: number): void {
		this.#count += count;
		this.#list(fired);
	}

	/** Lets a vehicle live to the end of the span; null where nothing happened to it. */
	live(vehicleId: string, vehicle: Vehicle): LifeChange | null {
		const fired: FiredOfVehicle[] = [];
		let living = vehicle;
		const moments: LifeChange['moments'][number][] = [];
		while (living.state.time < this.#until) {
			const advanced = advance(living, Math.min(living.state.time + STEP, this.#until));
			living = advanced.vehicle;
			for (const { time, happening } of advanced.moments) {
				moments.push({ time, happening });
				if (time <= this.#after) continue;
				this.#count += 1;
				if (fired.length < MOST_FIRED) fired.push({ at: time, vehicleId, event: happening });
			}
		}
		this.#list(fired);
		return moments.length > 0 ? { vehicle: living, moments, changed: [] } : null;
	}

	#list(fired: readonly Fired[]): void {
		const last = this.#listed.at(-1);
		const [first] = fired;
		if (!first || (this.#listed.length === MOST_FIRED && last && first.at > last.at)) return;
		this.#listed = [...this.#listed, ...fired].sort(inOrder).slice(0, MOST_FIRED);
	}
}

/** What happened at one moment comes in the order of its names, and of one vehicle as it came. */
function inOrder(one: Fired, other: Fired): number {
	if (one.at !== other.at) return one.at - other.at;
	const [first, second] = [nameOf(one), nameOf(other)];
	if (first === second) return 0;
	return first < second ? -1 : 1;
}

function nameOf(fired: Fired): string {
	return 'vehicleId' in fired ? fired.vehicleId : fired.event;
}
