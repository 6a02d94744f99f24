import type { Problem } from '../configuration.ts';
import { describeScopeFinding } from '../scope-words.ts';
import type { ParsedScope } from '../scope.ts';

/** More faults than this are not listed. */
const MAX_PROBLEMS = 20;

export function problemsOf({ problems }: ParsedScope, path: string): readonly Problem[] {
	return problems
		.slice(0, MAX_PROBLEMS)
		.map((problem) => ({ path, message: describeScopeFinding(problem) }));
}
