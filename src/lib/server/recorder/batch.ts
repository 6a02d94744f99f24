import { isProved } from './askers.ts';
import type { Exchange } from './exchange.ts';
import { NewestExchanges } from './newest.ts';

/** Requests that may wait at a time, and bytes of their bodies, whoever asked. */
const MOST_WAITING = 5000;
const MOST_BYTES = 32_000_000;

/** All whose name is only said share one place: anybody may say any number of them. */
const NOBODY = '';

/**
 * The newest requests that are not written yet. Of one application no more than are kept: those
 * before would be pruned as soon as they were written.
 */
export class Batch {
	readonly #byAsker = new Map<string, NewestExchanges>();
	#waiting = 0;
	#bytes = 0;

	add(exchange: Exchange): void {
		const { clientId = NOBODY } = exchange;
		const key = isProved(exchange) ? clientId : NOBODY;
		let newest = this.#byAsker.get(key);
		if (!newest) this.#byAsker.set(key, (newest = new NewestExchanges()));
		this.#change(newest, () => newest.add(exchange));
		while (this.#waiting > MOST_WAITING || this.#bytes > MOST_BYTES) this.#halve();
	}

	#change(newest: NewestExchanges, change: () => void): void {
		const { size, bytes } = newest;
		change();
		this.#waiting += newest.size - size;
		this.#bytes += newest.bytes - bytes;
	}

	/** Drops the older half of the application that has most. */
	#halve(): void {
		const most = [...this.#byAsker.values()].reduce((one, other) =>
			other.size > one.size ? other : one
		);
		this.#change(most, () => most.halve());
	}

	/** Takes out all that waits, the oldest first: of one application some may wait among nobody's. */
	take(): readonly Exchange[] {
		const taken = [...this.#byAsker.values()]
			.flatMap((newest) => newest.take())
			.sort((one, other) => one.machineAt - other.machineAt);
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
