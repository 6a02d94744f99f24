import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { TestRunner, type RunnerTestCase, type SerializedConfig } from 'vitest';
import { FOLDER_VARIABLE, outcomeFile, Plan, PLAN_FILE } from './plan.ts';
import { MutantSwitch } from './switch.ts';

/** Runs every test once as it is, and then once more with each mutant that it reached. */
export default class MutantRunner extends TestRunner {
	readonly #switch = new MutantSwitch();
	readonly #folder = process.env[FOLDER_VARIABLE] ?? '';
	readonly #plan: Plan;
	readonly #tried = new Set<number>();
	readonly #killed = new Set<number>();
	#loaded: readonly number[] = [];
	#spoiler: number | null = null;
	#isSpoiled = false;
	#began = 0;

	constructor(config: SerializedConfig) {
		super(config);
		this.#plan = Plan.parse(JSON.parse(readFileSync(join(this.#folder, PLAN_FILE), 'utf8')));
		Object.assign(globalThis, { __mutants: this.#switch });
		this.#switch.turnOn(this.#plan.fromStart);
		// The same values each time; and what failed once need not fail in its smallest form.
		fc.configureGlobal({ seed: 20261126, endOnFailure: true });
	}

	onBeforeRunFiles(): void {
		this.#began = performance.now();
		this.#loaded = this.#switch.takeReached();
	}

	async runTask(test: RunnerTestCase): Promise<void> {
		if (this.#spoiler !== null || this.#isSpoiled) return;
		const run = TestRunner.getTestFn(test);
		if (this.#plan.fromStart === -1) this.#switch.turnOn(-1);
		try {
			await run();
		} catch (error) {
			if (this.#tried.size === 0) throw error;
			this.#isSpoiled = true;
			return;
		}
		if (this.#plan.fromStart !== -1) return;
		const { steps } = this.#switch;
		const chosen = new Set(this.#plan.tried[this.#fileOf(test)]);
		const reached = this.#switch
			.takeReached()
			.filter((id) => chosen.has(id) && !this.#killed.has(id));
		if (reached.length === 0 || !(await passesAgain(run))) return;
		for (const id of reached) {
			this.#tried.add(id);
			this.#switch.tryOut(id, steps);
			const survives = await passesAgain(run);
			this.#switch.turnOn(-1);
			if (survives) continue;
			if (await passesAgain(run)) this.#killed.add(id);
			else {
				this.#spoiler = id;
				return;
			}
		}
		this.#switch.takeReached();
	}

	override onAfterRunFiles(files: Parameters<TestRunner['onAfterRunFiles']>[0]): void {
		super.onAfterRunFiles(files);
		for (const { filepath } of files) {
			const outcome = {
				loaded: this.#loaded,
				tried: [...this.#tried],
				killed: [...this.#killed],
				spoiler: this.#spoiler,
				isSpoiled: this.#isSpoiled,
				milliseconds: performance.now() - this.#began
			};
			const name = outcomeFile(relative(this.config.root, filepath));
			writeFileSync(join(this.#folder, name), JSON.stringify(outcome));
		}
	}

	#fileOf(test: RunnerTestCase): string {
		return relative(this.config.root, test.file.filepath);
	}
}

async function passesAgain(run: () => unknown): Promise<boolean> {
	try {
		await run();
		return true;
	} catch {
		return false;
	}
}
