/** Exchanges with one receiver at a time. */
const AT_ONCE = 16;
/** Events of one receiver in hand: at first, at most, and while it does not answer. */
const FIRST = 8;
const WIDEST = 128;
const NARROWEST = 1;

interface Lane {
	running: number;
	inHand: number;
	width: number;
	readonly waiting: (() => Promise<unknown>)[];
}

/**
 * What goes to each receiver, so that one which is silent keeps no other waiting: it has few events in
 * hand, and one that answers has many.
 */
export class Lanes {
	readonly #lanes = new Map<string, Lane>();
	#inHand = 0;

	/** Of all receivers. */
	get inHand(): number {
		return this.#inHand;
	}

	/** How many more may be taken for an address. */
	room(uri: string): number {
		const lane = this.#lanes.get(originOf(uri));
		return lane ? lane.width - lane.inHand : FIRST;
	}

	/**
	 * Has something be sent when its turn comes.
	 *
	 * @param work tells whether the receiver answered
	 */
	add(uri: string, work: () => Promise<boolean>): void {
		const lane = this.#laneOf(uri);
		lane.inHand += 1;
		this.#inHand += 1;
		lane.waiting.push(async () => {
			try {
				const answered = await work();
				lane.width = answered ? Math.min(lane.width + 1, WIDEST) : NARROWEST;
			} finally {
				lane.inHand -= 1;
				this.#inHand -= 1;
			}
		});
		this.#next(uri, lane);
	}

	#laneOf(uri: string): Lane {
		const origin = originOf(uri);
		const known = this.#lanes.get(origin);
		if (known) return known;
		const lane = { running: 0, inHand: 0, width: FIRST, waiting: [] };
		this.#lanes.set(origin, lane);
		if (this.#lanes.size > MOST_LANES) this.#forget();
		return lane;
	}

	#next(uri: string, lane: Lane): void {
		while (lane.running < AT_ONCE) {
			const work = lane.waiting.shift();
			if (!work) return;
			lane.running += 1;
			void work().finally(() => {
				lane.running -= 1;
				this.#next(uri, lane);
			});
		}
	}

	#forget(): void {
		for (const [origin, lane] of this.#lanes) if (lane.inHand === 0) this.#lanes.delete(origin);
	}
}

/** Receivers that are remembered without anything in hand. */
const MOST_LANES = 1000;

/** What leads to the same receiver shares a lane. */
export function originOf(uri: string): string {
	return URL.parse(uri)?.origin ?? uri;
}
