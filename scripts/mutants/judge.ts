import type { NumberedMutant } from './instrument.ts';
import type { MutantTests } from './tests.ts';

/** Tries every mutant and returns those that no test notices. */
export async function judge(
	tests: MutantTests,
	mutants: readonly NumberedMutant[]
): Promise<readonly NumberedMutant[]> {
	const alive = new Map(mutants.map((mutant) => [mutant.id, mutant]));
	// The tests of the very file notice most, so that the rest of them has little left to try.
	const own = Object.fromEntries(
		tests.files.map((test) => [
			test,
			mutants.filter(({ file }) => isTestOf(test, file)).map(({ id }) => id)
		])
	);
	const first = tests.files.filter((test) => (own[test] ?? []).length > 0);
	let outcomes = await tests.attempt({ tried: own, others: [] }, first);
	const drop = () => {
		for (const { killed } of outcomes.values()) for (const id of killed) alive.delete(id);
	};
	drop();
	if (alive.size === 0) return [];
	outcomes = await tests.attempt({ tried: {}, others: [...alive.keys()] }, tests.files);
	drop();
	for (const [id, { file }] of alive) {
		const loading = [...outcomes].flatMap(([test, { loaded }]) =>
			loaded.includes(id) ? test : []
		);
		const isOwn = (test: string) => isTestOf(test, file);
		for (const files of [loading.filter(isOwn), loading.filter((test) => !isOwn(test))]) {
			if (files.length === 0 || !alive.has(id)) continue;
			if (await tests.failsFromStart(id, files)) alive.delete(id);
		}
	}
	return [...alive.values()];
}

/** Tests mirror the sources by path; several files may stand for one. */
function isTestOf(test: string, source: string): boolean {
	const stem = source.replace(/^src\//, 'tests/').replace(/\.ts$/, '');
	return test.startsWith(`${stem}.`) || test.startsWith(`${stem}-`);
}
