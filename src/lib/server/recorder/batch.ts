import { MOST_REQUESTS } from '#lib/access/recorded.ts';
import { isProved } from './askers.ts';
import type { Exchange } from './exchange.ts';

/** Requests that may wait at a time, and bytes of their bodies, whoever asked. */
const MOST_WAITING = 5000;
const MOST_BYTES = 32_000_000;

/** What it weighs that all else of a request is kept. */
const AROUND = 2000;

/** All whose name is only said share one place: anybody may say any number of them. */
const NOBODY = '';

/** The newest of one application; once there are enough, each takes the place of the oldest. */
interface Ring {
	readonly held: Exchange[];
	/** Place of the oldest. */
	oldest: number;
}

/**
 * The newest requests that are not written yet. Of one application no more than are kept: those
 * before would be pruned as soon as they were written.
 */
export class Batch {
	readonly #byAsker = new Map<string, Ring>();
	#waiting = 0;
	#bytes = 0;

	add(exchange: Exchange): void {
		const { clientId = NOBODY } = exchange.envelope;
		const key = isProved(exchange) ? clientId : NOBODY;
		const ring = this.#byAsker.get(key) ?? { held: [], oldest: 0 };
		this.#byAsker.set(key, ring);
		this.#bytes += weigh(exchange);
		const replaced = ring.held.length < MOST_REQUESTS ? undefined : ring.held[ring.oldest];
		if (replaced) {
			this.#bytes -= weigh(replaced);
			ring.held[ring.oldest] = exchange;
			ring.oldest = (ring.oldest + 1) % MOST_REQUESTS;
		} else {
			ring.held.push(exchange);
			this.#waiting += 1;
		}
		while (this.#waiting > MOST_WAITING || this.#bytes > MOST_BYTES) this.#halve();
	}

	/** Drops the older half of the application that has most. */
	#halve(): void {
		const [key, ring] = [...this.#byAsker].reduce((one, other) =>
			other[1].held.length > one[1].held.length ? other : one
		);
		const held = inOrder(ring);
		const dropped = held.splice(0, Math.ceil(held.length / 2));
		this.#byAsker.set(key, { held, oldest: 0 });
		this.#waiting -= dropped.length;
		for (const exchange of dropped) this.#bytes -= weigh(exchange);
	}

	/** Takes out all that waits, the oldest of each application first. */
	take(): readonly Exchange[] {
		const taken = [...this.#byAsker.values()].flatMap(inOrder);
		this.#byAsker.clear();
		this.#waiting = 0;
		this.#bytes = 0;
		return taken;
	}

	/** Puts back what could not be written, before what came since. */
	putBack(taken: readonly Exchange[]): void {
		const since = this.take();
		for (const exchange of [...taken, ...since]) this.add(exchange);
	}
}

function inOrder({ held, oldest }: Ring): Exchange[] {
	return [...held.slice(oldest), ...held.slice(0, oldest)];
}

function weigh({ asked, answered }: Exchange): number {
	return AROUND + (asked.body?.byteLength ?? 0) + (answered.body?.length ?? 0);
}
