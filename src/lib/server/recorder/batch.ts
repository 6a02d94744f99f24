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

/**
 * The newest requests that are not written yet. Of one application no more than are kept: those
 * before would be pruned as soon as they were written.
 */
export class Batch {
	readonly #byAsker = new Map<string, Exchange[]>();
	#waiting = 0;
	#bytes = 0;

	add(exchange: Exchange): void {
		const { clientId = NOBODY } = exchange.envelope;
		const key = isProved(exchange) ? clientId : NOBODY;
		const own = this.#byAsker.get(key) ?? [];
		this.#byAsker.set(key, own);
		own.push(exchange);
		this.#waiting += 1;
		this.#bytes += weigh(exchange);
		// Many in one go, since each time moves all that stays.
		if (own.length >= 2 * MOST_REQUESTS) this.#drop(own, own.length - MOST_REQUESTS);
		while (this.#waiting > MOST_WAITING || this.#bytes > MOST_BYTES) {
			const longest = this.#longest();
			this.#drop(longest, Math.ceil(longest.length / 2));
		}
	}

	#longest(): Exchange[] {
		return [...this.#byAsker.values()].reduce((one, other) =>
			other.length > one.length ? other : one
		);
	}

	#drop(own: Exchange[], many: number): void {
		const dropped = own.splice(0, many);
		this.#waiting -= dropped.length;
		for (const exchange of dropped) this.#bytes -= weigh(exchange);
	}

	/** Takes out all that waits, the oldest of each application first. */
	take(): readonly Exchange[] {
		const taken = [...this.#byAsker.values()].flatMap((own) => own.slice(-MOST_REQUESTS));
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

function weigh({ asked, answered }: Exchange): number {
	return AROUND + (asked.body?.byteLength ?? 0) + (answered.body?.length ?? 0);
}
