import type { Target } from './target.ts';

/** One rule of OAuth and what we hold against it. */
interface Rule {
	/** Number of the row; one row may have several checks. */
	readonly row: number;
	/** A sentence about the rule, which says what has to happen. */
	readonly title: string;
	/** Where the rule stands, e.g. `RFC 6749 §4.1.2.1`. */
	readonly source: string;
}

/** A check that asks the server from outside. It rejects where the rule is broken. */
interface RunnableCheck extends Rule {
	readonly run: (target: Target) => Promise<void>;
}

/** What cannot be seen from outside: it takes a clock, the database or the log. */
interface InProcessCheck extends Rule {
	/** Test file that holds it. */
	readonly testedIn: string;
}

interface NotApplicable extends Rule {
	readonly notApplicable: string;
}

export type Check = RunnableCheck | InProcessCheck | NotApplicable;

export interface CheckGroup {
	readonly title: string;
	readonly checks: readonly Check[];
}

/** Name of a check as test runners and the scorecard print it. */
export function nameOf({ row, source, title }: Check): string {
	return `${row}. ${source}: ${title}`;
}
