import type { NumberedMutant } from './instrument.ts';
import type { MutantTests } from './tests.ts';

/** Tries every mutant and returns those that no test notices. */
export async function judge(
	tests: MutantTests,
	mutants: readonly NumberedMutant[]
): Promise<readonly NumberedMutant[]> {
	const alive = new Map(mutants.map((mutant) => [mutant.id, mutant]));
	// The tests of the very file notice most, so that the rest of them has little left to try.
	const own = tests.files.filter((test) => mutants.some(({ file }) => isTestOf(test, file)));
	await attemptAll(tests, alive, own, (test) =>
		[...alive.values()].filter(({ file }) => isTestOf(test, file))
	);
	const loadedBy = await attemptAll(tests, alive, tests.files, () => [...alive.values()]);
	for (const [id, { file }] of alive) {
		const loading = tests.files.filter((test) => loadedBy.get(test)?.has(id));
		const isOwn = (test: string) => isTestOf(test, file);
		for (const files of [loading.filter(isOwn), loading.filter((test) => !isOwn(test))]) {
			if (files.length === 0 || !alive.has(id)) continue;
			if (await tests.failsFromStart(id, files)) alive.delete(id);
		}
	}
	return [...alive.values()];
}

/**
 * Tries in each test file what is to be tried there. A file that a mutant spoiled is tried again
 * without that one, until all have been through.
 *
 * @returns by test file, what has to be judged from the start, since loading the file reaches it
 */
async function attemptAll(
	tests: MutantTests,
	alive: Map<number, NumberedMutant>,
	files: readonly string[],
	triedIn: (test: string) => readonly NumberedMutant[]
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
	const fromStart = new Map(files.map((test) => [test, new Set<number>()]));
	let left = files;
	while (left.length > 0 && alive.size > 0) {
		const tried = left.map((test) => {
			const set = fromStart.get(test);
			return [test, triedIn(test).flatMap(({ id }) => (set?.has(id) ? [] : id))] as const;
		});
		const outcomes = await tests.attempt({ tried: Object.fromEntries(tried) }, left);
		for (const [test, { killed, loaded, spoiler, isSpoiled, tried: all }] of outcomes) {
			for (const id of killed) alive.delete(id);
			const later = [...loaded, ...(spoiler === null ? [] : [spoiler]), ...(isSpoiled ? all : [])];
			for (const id of later) fromStart.get(test)?.add(id);
		}
		left = left.filter((test) => (outcomes.get(test)?.spoiler ?? null) !== null);
	}
	return fromStart;
}

/** Tests mirror the sources by path; several files may stand for one. */
function isTestOf(test: string, source: string): boolean {
	const stem = source.replace(/^src\//, 'tests/').replace(/\.ts$/, '');
	return test.startsWith(`${stem}.`) || test.startsWith(`${stem}-`);
}
