/** How much more than without a mutant a test may do with one, before it counts as endless. */
const ENDLESS = { times: 30, more: 50_000 };

const NEVER_ENDS = 'This mutant never ends';

/** What the instrumented files ask at every mutant: whether it is on. */
export class MutantSwitch {
	/** The mutant that is on; -1 for none. */
	active = -1;
	readonly #reached = new Set<number>();
	/** Turns of loops, and questions here: a test can wait in a loop of its own as well. */
	#steps = 0;
	#most = Infinity;

	on(id: number): boolean {
		if (this.active === -1) this.#reached.add(id);
		this.tick();
		return this.active === id;
	}

	tick(): void {
		if (++this.#steps > this.#most) throw new Error(NEVER_ENDS);
	}

	turnOn(id: number): void {
		this.active = id;
		this.#steps = 0;
		this.#most = Infinity;
	}

	/** Turns a mutant on for what took some steps without it. */
	tryOut(id: number, steps: number): void {
		this.turnOn(id);
		this.#most = ENDLESS.times * steps + ENDLESS.more;
	}

	/** Steps since a mutant was last turned on or off. */
	get steps(): number {
		return this.#steps;
	}

	/** What was reached with none on, since the last time this was asked. */
	takeReached(): readonly number[] {
		const reached = [...this.#reached];
		this.#reached.clear();
		return reached;
	}
}
