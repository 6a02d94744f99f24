import type { Check, CheckGroup } from './check.ts';
import type { Target } from './target.ts';

export type Result =
	| { readonly kind: 'passed' }
	| { readonly kind: 'failed'; readonly reason: string }
	| { readonly kind: 'elsewhere'; readonly testedIn: string }
	| { readonly kind: 'not-applicable'; readonly reason: string };

export interface Judged {
	readonly check: Check;
	readonly result: Result;
}

export interface JudgedGroup {
	readonly title: string;
	readonly judged: readonly Judged[];
}

/** Runs every check, one after the other, and tells each result as it comes. */
export async function judge(
	groups: readonly CheckGroup[],
	target: Target,
	tell: (judged: Judged) => void
): Promise<readonly JudgedGroup[]> {
	const all: JudgedGroup[] = [];
	for (const { title, checks } of groups) {
		const judged: Judged[] = [];
		for (const check of checks) {
			const one = { check, result: await resultOf(check, target) };
			judged.push(one);
			tell(one);
		}
		all.push({ title, judged });
	}
	return all;
}

async function resultOf(check: Check, target: Target): Promise<Result> {
	if ('notApplicable' in check) return { kind: 'not-applicable', reason: check.notApplicable };
	if ('testedIn' in check) return { kind: 'elsewhere', testedIn: check.testedIn };
	try {
		await check.run(target);
		return { kind: 'passed' };
	} catch (error) {
		return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
	}
}

/** How many checks had each result. */
export function countResults(
	groups: readonly JudgedGroup[]
): Readonly<Record<Result['kind'], number>> {
	const counts = { passed: 0, failed: 0, elsewhere: 0, 'not-applicable': 0 };
	for (const { judged } of groups) for (const { result } of judged) counts[result.kind] += 1;
	return counts;
}
