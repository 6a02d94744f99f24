/**
 * Turns of loops, or of questions here, after which a mutant counts as one that never ends. A test
 * can wait in a loop of its own for a value that never comes, so questions count too.
 */
const ENDLESS = { turns: 2_000_000, questions: 10_000_000 };

const NEVER_ENDS = 'This mutant never ends';

/** What the instrumented files ask at every mutant: whether it is on. */
export class MutantSwitch {
	/** The mutant that is on; -1 for none. */
	active = -1;
	readonly #reached = new Set<number>();
	#turns = 0;
	#questions = 0;

	on(id: number): boolean {
		if (this.active === -1) this.#reached.add(id);
		else if (++this.#questions > ENDLESS.questions) throw new Error(NEVER_ENDS);
		return this.active === id;
	}

	tick(): void {
		if (this.active !== -1 && ++this.#turns > ENDLESS.turns) throw new Error(NEVER_ENDS);
	}

	turnOn(id: number): void {
		this.active = id;
		this.#turns = 0;
		this.#questions = 0;
	}

	/** What was reached with none on, since the last time this was asked. */
	takeReached(): readonly number[] {
		const reached = [...this.#reached];
		this.#reached.clear();
		return reached;
	}
}
