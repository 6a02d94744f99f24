import { z } from 'zod';

const ids = z.array(z.number()).readonly();

/** What the tests of one run are to try, written by the main process. */
export const Plan = z.strictObject({
	/** Mutants to try in each test that reaches them, by test file. */
	tried: z.record(z.string(), ids).readonly(),
	/** A mutant that is on from the start, before anything is loaded; -1 for none. */
	fromStart: z.number()
});

/** What came of one test file. */
export const Outcome = z.strictObject({
	/** Mutants that loading the file reaches; switching them on later comes too late. */
	loaded: ids,
	tried: ids,
	killed: ids,
	/**
	 * A mutant that left something behind, such as a wrong entry of a cache, so that tests fail
	 * without it too. Nothing was tried after it; it has to be judged from the start.
	 */
	spoiler: z.number().nullable(),
	/** Whether it may have been any of those tried. */
	isSpoiled: z.boolean(),
	/** Time that the tests of the file took. */
	milliseconds: z.number()
});

export type Plan = z.infer<typeof Plan>;
export type Outcome = z.infer<typeof Outcome>;

/** Folder through which the two sides talk, as a variable of the environment. */
export const FOLDER_VARIABLE = 'MUTANTS_FOLDER';

export const PLAN_FILE = 'plan.json';

/** Name of the outcome of a test file, by its path from the root of the package. */
export function outcomeFile(testFile: string): string {
	return `${testFile.replaceAll('/', '~')}.json`;
}
