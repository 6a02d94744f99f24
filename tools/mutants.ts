import { globSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { judge } from './mutants/judge.ts';
import { EQUIVALENT, isEquivalent, isSame } from './mutants/equivalent.ts';
import { findMutants, instrument } from './mutants/instrument.ts';
import { sample } from './mutants/sample.ts';
import { openTests } from './mutants/tests.ts';
import { inProject } from '../server/project.ts';

/** What is changed, and the tests that are to notice. */
const SOURCES = ['src/lib/access/**/*.ts', 'src/lib/connect/**/*.ts', 'src/lib/owners/**/*.ts'];
const TESTS = SOURCES.map((path) => path.replace(/^src(.*)\.ts$/, 'tests$1.test.ts'));
/** They start programs, which load the files as they are. */
const EXCLUDED = ['**/snippets/programs.test.ts'];

/** Words and lists of the platform, which only their own copy could test. */
const DATA = /\/owner-words\/(\w+\/)?(\w+-)?(en|de|fr|es)\.ts$/;

const { values } = parseArgs({
	options: {
		/** Which mutants are drawn. */
		seed: { type: 'string', default: '1' },
		/** How many are drawn; `all` for every one. */
		sample: { type: 'string', default: '500' },
		/** Part of a path, to look at some files only. */
		file: { type: 'string', default: '' },
		/** Part of a path, to let some tests alone notice. */
		tests: { type: 'string', default: '' },
		/** Share in per cent that has to be noticed. */
		bar: { type: 'string', default: '95' }
	}
});

const began = performance.now();
const mutables = globSync(SOURCES, { cwd: inProject('.') })
	.filter((file) => !DATA.test(file) && file.includes(values.file))
	.sort()
	.map((file) => findMutants(file, readFileSync(inProject(file), 'utf8')));
const found = mutables.flatMap(({ mutants }) => mutants);
const judged = found.filter((mutant) => !isEquivalent(mutant));
const size = values.sample === 'all' ? judged.length : Number(values.sample);
const drawn = sample(judged, size, Number(values.seed));
const chosen = drawn.map((mutant, id) => ({ ...mutant, id }));
const idOf = new Map(drawn.map((mutant, id) => [mutant, id]));
const changed = new Map(
	mutables.map((mutable) => [
		inProject(mutable.file),
		instrument(mutable, (edit) => {
			const mutant = mutable.mutants[mutable.edits.indexOf(edit)];
			return mutant && idOf.get(mutant);
		})
	])
);
const include = globSync(TESTS, { cwd: inProject('.') }).filter((file) =>
	file.includes(values.tests)
);
const tests = await openTests({ include, exclude: EXCLUDED }, changed);
try {
	const survivors = await judge(tests, chosen);
	for (const { file, line, column, was, becomes, code } of survivors) {
		const one = (text: string) => text.replace(/\s+/g, ' ').slice(0, 60);
		console.log(`${file}:${line}:${column}  ${one(was)}  →  ${one(becomes) || '(nothing)'}`);
		console.log(`    ${code}`);
	}
	const share = (100 * (chosen.length - survivors.length)) / Math.max(1, chosen.length);
	const seconds = Math.round((performance.now() - began) / 1000);
	console.log(
		`${chosen.length} of ${judged.length} mutants tried (seed ${values.seed}), ${chosen.length - survivors.length} noticed: ${share.toFixed(1)} %; ${EQUIVALENT.length} kinds set aside as equivalent; ${seconds} s`
	);
	const stale =
		values.file === '' ? EQUIVALENT.filter((one) => !found.some((m) => isSame(one, m))) : [];
	for (const { file, code } of stale)
		console.error(`Listed as equivalent, but not found: ${file}: ${code}`);
	if (share < Number(values.bar) || stale.length > 0) process.exitCode = 1;
} finally {
	await tests.close();
}
