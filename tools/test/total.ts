import { stripVTControlCharacters } from 'node:util';

/** A test that failed, or the run itself, and what was wrong at first. */
export interface Failure {
	readonly title: string;
	readonly error: string;
}

/** What came of the tests of a suite. */
export interface Total {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
	readonly failures: readonly Failure[];
	/** Those that failed, and passed when they were run once more. */
	readonly secondTries: readonly Failure[];
	/** Why tests were left out, each reason once. */
	readonly leftOut: readonly string[];
}

export const noTests: Total = {
	passed: 0,
	failed: 0,
	skipped: 0,
	failures: [],
	secondTries: [],
	leftOut: []
};

/** So many may pass on a second try alone; more are no chance, and fail the run. */
export const MOST_SECOND_TRIES = 3;

/** Lines of an error that are told again: what was expected and received stands at its beginning. */
const ERROR_LINES = 12;

/** Lines in which failures are told at most, so that they stand in what is kept of a long log. */
const MOST_LINES = 50;

/** What the last lines of a run say, the totals at their very end. */
export function closingLines(totals: readonly Total[]): readonly string[] {
	const failures = totals.flatMap((total) => total.failures);
	const secondTries = totals.flatMap((total) => total.secondTries);
	return [
		...tell('Failed', failures),
		...tell('Passed on a second try, to be mended', secondTries),
		...(secondTries.length > MOST_SECOND_TRIES
			? [`More than ${MOST_SECOND_TRIES} passed on a second try: that fails the run.`, '']
			: []),
		...new Set(totals.flatMap(({ leftOut }) => leftOut.map((reason) => `Left out: ${reason}`))),
		formatTotal(totals)
	];
}

/** `12 passed, 0 failed`, with others named where there are any. */
function formatTotal(totals: readonly Total[]): string {
	const sum = (key: 'passed' | 'failed' | 'skipped') =>
		totals.reduce((count, total) => count + total[key], 0);
	const again = totals.reduce((count, { secondTries }) => count + secondTries.length, 0);
	const line = `${sum('passed')} passed, ${sum('failed')} failed`;
	return [
		line,
		...(sum('skipped') > 0 ? [`${sum('skipped')} skipped`] : []),
		...(again > 0 ? [`${again} on a second try`] : [])
	].join(', ');
}

function tell(heading: string, failures: readonly Failure[]): readonly string[] {
	if (failures.length === 0) return [];
	const lines = [`${heading}:`];
	for (const [index, { title, error }] of failures.entries()) {
		const room = MOST_LINES - lines.length - (failures.length - index);
		const said = stripVTControlCharacters(error)
			.split('\n')
			.map((line) => line.trimEnd())
			.filter((line) => line !== '');
		lines.push(`  ${title}`);
		lines.push(...said.slice(0, Math.max(0, Math.min(ERROR_LINES, room))).map((l) => `      ${l}`));
	}
	return [...lines, ''];
}
