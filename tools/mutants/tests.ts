import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { createVitest, type TestSpecification } from 'vitest/node';
import { inProject } from '../../server/project.ts';
import { FOLDER_VARIABLE, outcomeFile, Outcome, PLAN_FILE, type Plan } from './plan.ts';

/** The tests over files that were changed, ready to be run again and again. */
export interface MutantTests {
	/** Paths of the test files, from the root of the package. */
	readonly files: readonly string[];
	/** Tries the mutants of a plan in some test files and tells what came of each. */
	attempt(
		plan: Omit<Plan, 'fromStart'>,
		files: readonly string[]
	): Promise<ReadonlyMap<string, Outcome>>;
	/** Whether some test of the files fails with a mutant that is on before they are loaded. */
	failsFromStart(mutant: number, files: readonly string[]): Promise<boolean>;
	close(): Promise<void>;
}

/**
 * @param patterns which files are tests
 * @param changed text of each changed file, by absolute path
 */
export async function openTests(
	patterns: { readonly include: readonly string[]; readonly exclude: readonly string[] },
	changed: ReadonlyMap<string, string>
): Promise<MutantTests> {
	const root = inProject('.');
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-mutants-'));
	const vitest = await createVitest(
		{
			config: false,
			root,
			watch: false,
			include: [...patterns.include],
			exclude: [...patterns.exclude],
			runner: inProject('tools/mutants/runner.ts'),
			env: { [FOLDER_VARIABLE]: folder },
			reporters: [{}],
			pool: 'threads',
			// It would keep the changed text for the next run, whose mutants are others.
			fsModuleCache: false,
			bail: 1,
			testTimeout: 120_000
		},
		{
			logLevel: 'error',
			// Left to Node, the imports of the package would lead past the changed text.
			resolve: { alias: { '#lib': inProject('src/lib') } },
			plugins: [
				{
					name: 'mutants',
					enforce: 'pre',
					transform: (_, id) => changed.get(id.split('?')[0] ?? id)
				}
			]
		}
	);
	const specifications = await vitest.globTestSpecifications();
	const pathOf = ({ moduleId }: TestSpecification) => relative(root, moduleId);
	const among = (files: readonly string[]) =>
		specifications.filter((specification) => files.includes(pathOf(specification)));
	const run = async (plan: Plan, chosen: TestSpecification[]) => {
		writeFileSync(join(folder, PLAN_FILE), JSON.stringify(plan));
		return vitest.runTestSpecifications(chosen);
	};
	return {
		files: specifications.map(pathOf),
		async attempt(plan, files) {
			const chosen = among(files);
			const { testModules, unhandledErrors } = await run({ ...plan, fromStart: -1 }, chosen);
			const failed = testModules.filter((module) => !module.ok());
			if (failed.length > 0 || unhandledErrors.length > 0) {
				const faults = failed.flatMap((module) => [
					...module.errors(),
					...[...module.children.allTests('failed')].flatMap((test) => test.result().errors ?? [])
				]);
				const names = failed.map(({ relativeModuleId }) => relativeModuleId).join(', ');
				throw new Error(`Tests fail without any mutant: ${names}`, {
					cause: faults[0] ?? unhandledErrors[0]
				});
			}
			const names = new Set(readdirSync(folder));
			return new Map(
				files.flatMap((file) => {
					const name = outcomeFile(file);
					return names.has(name) ? [[file, readOutcome(join(folder, name))] as const] : [];
				})
			);
		},
		async failsFromStart(mutant, files) {
			const { testModules, unhandledErrors } = await run(
				{ tried: {}, fromStart: mutant },
				among(files)
			);
			return unhandledErrors.length > 0 || testModules.some((module) => !module.ok());
		},
		async close() {
			await vitest.close();
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

function readOutcome(file: string): Outcome {
	return Outcome.parse(JSON.parse(readFileSync(file, 'utf8')));
}
