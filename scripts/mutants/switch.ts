/** Turns of loops after which a mutant counts as one that never ends. */
const ENDLESS = 2_000_000;

/** What the instrumented files ask at every mutant: whether it is on. */
export class MutantSwitch {
	/** The mutant that is on; -1 for none. */
	active = -1;
	readonly #reached = new Set<number>();
	#turns = 0;

	on(id: number): boolean {
		if (this.active === -1) this.#reached.add(id);
		return this.active === id;
	}

	tick(): void {
		this.#turns += 1;
		if (this.active !== -1 && this.#turns > ENDLESS) throw new Error('This mutant never ends');
	}

	turnOn(id: number): void {
		this.active = id;
		this.#turns = 0;
	}

	/** What was reached with none on, since the last time this was asked. */
	takeReached(): readonly number[] {
		const reached = [...this.#reached];
		this.#reached.clear();
		return reached;
	}
}
