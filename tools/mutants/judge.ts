import type { NumberedMutant } from './instrument.ts';
import type { Outcome } from './plan.ts';
import type { MutantTests } from './tests.ts';

/** Tries every mutant and returns those that no test notices. */
export async function judge(
	tests: MutantTests,
	mutants: readonly NumberedMutant[]
): Promise<readonly NumberedMutant[]> {
	const alive = new Map(mutants.map((mutant) => [mutant.id, mutant]));
	const dry = await tests.attempt({ tried: {} }, tests.files);
	const fromStart = new Map([...dry].map(([test, { loaded }]) => [test, new Set(loaded)]));
	const [quick, slow] = partedByTime(dry);
	const attempt = (files: readonly string[], isTried: IsTried = () => true) =>
		attemptAll(tests, alive, fromStart, files, isTried);
	// The tests of the very file notice most, and quick ones most of the rest, so that those that
	// take long have little left to try.
	const ofSome = quick.filter((test) => mutants.some(({ file }) => isTestOf(test, file)));
	await attempt(ofSome, (test, { file }) => isTestOf(test, file));
	await attempt(quick);
	await attempt(slow);
	for (const [id, { file }] of alive) {
		const loading = tests.files.filter((test) => fromStart.get(test)?.has(id));
		const parts = [
			loading.filter((test) => isTestOf(test, file)),
			loading.filter((test) => !isTestOf(test, file) && quick.includes(test)),
			loading.filter((test) => !isTestOf(test, file) && slow.includes(test))
		];
		for (const files of parts) {
			if (files.length === 0 || !alive.has(id)) continue;
			if (await tests.failsFromStart(id, files)) alive.delete(id);
		}
	}
	return [...alive.values()];
}

/** The many test files that take half of the time together, and the few that take the other. */
function partedByTime(outcomes: ReadonlyMap<string, Outcome>): [string[], string[]] {
	const files = [...outcomes].sort(([, a], [, b]) => a.milliseconds - b.milliseconds);
	const half = files.reduce((sum, [, { milliseconds }]) => sum + milliseconds, 0) / 2;
	const parts: [string[], string[]] = [[], []];
	let sum = 0;
	for (const [test, { milliseconds }] of files) {
		sum += milliseconds;
		parts[sum <= half ? 0 : 1].push(test);
	}
	return parts;
}

type IsTried = (test: string, mutant: NumberedMutant) => boolean;

/**
 * Tries in each test file what is to be tried there. A file that a mutant spoiled is tried again
 * without that one, until all have been through.
 *
 * @param fromStart by test file, what has to be judged from the start: loading the file reaches it,
 * or it spoils what comes after
 */
async function attemptAll(
	tests: MutantTests,
	alive: Map<number, NumberedMutant>,
	fromStart: ReadonlyMap<string, Set<number>>,
	files: readonly string[],
	isTried: IsTried
): Promise<void> {
	let left = files;
	while (left.length > 0 && alive.size > 0) {
		const tried = left.map((test) => {
			const chosen = [...alive.values()].filter((mutant) => isTried(test, mutant));
			return [test, chosen.flatMap(({ id }) => (fromStart.get(test)?.has(id) ? [] : id))] as const;
		});
		const outcomes = await tests.attempt({ tried: Object.fromEntries(tried) }, left);
		for (const [test, { killed, spoiler, isSpoiled, tried: all }] of outcomes) {
			for (const id of killed) alive.delete(id);
			const later = [...(spoiler === null ? [] : [spoiler]), ...(isSpoiled ? all : [])];
			for (const id of later) fromStart.get(test)?.add(id);
		}
		left = left.filter((test) => (outcomes.get(test)?.spoiler ?? null) !== null);
	}
}

/** Tests mirror the sources by path; several files may stand for one. */
function isTestOf(test: string, source: string): boolean {
	const stem = source.replace(/^src\//, 'tests/').replace(/\.ts$/, '');
	return test.startsWith(`${stem}.`) || test.startsWith(`${stem}-`);
}
