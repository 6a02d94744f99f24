import { MOST_REQUESTS } from '#lib/access/recorded.ts';
import { beginningOf } from './beginning.ts';
import type { Exchange } from './exchange.ts';

/** How much is held of answers: the last so many whole, and so many bytes of those before. */
interface Held {
	readonly whole: number;
	readonly most: number;
}

/** As long as all are kept that come, and where more come at once than are kept. */
const FEW: Held = { whole: 50, most: 1024 };
const MANY: Held = { whole: 10, most: 256 };

/** Characters of an answer from which on it is shortened as it waits, and not when it is taken. */
const LONG = 4096;

/** What it weighs that all else of a request is held. */
const AROUND = 2000;

/** The newest requests of one application, of which each takes the place of the oldest. */
export class NewestExchanges {
	#held: Exchange[] = [];
	/** Place of the next. */
	#next = 0;
	#bytes = 0;

	get size(): number {
		return this.#held.length;
	}

	/** What all of them weigh, about. */
	get bytes(): number {
		return this.#bytes;
	}

	add(exchange: Exchange): void {
		const { whole, most } = this.#rule;
		const replaced = this.#held[this.#next];
		this.#held[this.#next] = exchange;
		this.#bytes += weigh(exchange) - (replaced ? weigh(replaced) : 0);
		const before = this.#held[(this.#next - whole + MOST_REQUESTS) % MOST_REQUESTS];
		if (before?.answer && before.answer.length > LONG) this.#shorten(before, most);
		this.#next = (this.#next + 1) % MOST_REQUESTS;
	}

	get #rule(): Held {
		return this.size < MOST_REQUESTS ? FEW : MANY;
	}

	/** What is told of the rest of its answer is read in all of it: why it was refused, and what is secret. */
	#shorten(exchange: Exchange, most: number): void {
		const { answer, dialect, status } = exchange;
		if (answer === null || answer.length <= most) return;
		if (status >= 400 || dialect === 'oauth') return;
		exchange.answer = beginningOf(answer, most);
		this.#bytes -= answer.length - exchange.answer.length;
	}

	/** Takes out all of them, the oldest first. */
	take(): readonly Exchange[] {
		const { whole, most } = this.#rule;
		const taken = this.#inOrder();
		for (const exchange of taken.slice(0, -whole)) this.#shorten(exchange, most);
		return taken;
	}

	#inOrder(): readonly Exchange[] {
		if (this.size < MOST_REQUESTS) return this.#held;
		return [...this.#held.slice(this.#next), ...this.#held.slice(0, this.#next)];
	}

	/** Drops the older half. */
	halve(): void {
		this.#held = this.#inOrder().slice(Math.ceil(this.size / 2));
		this.#next = this.size;
		this.#bytes = this.#held.reduce((sum, exchange) => sum + weigh(exchange), 0);
	}
}

function weigh({ body, answer }: Exchange): number {
	return AROUND + (body?.byteLength ?? 0) + (answer?.length ?? 0);
}
