import { nameOf } from './check.ts';
import { countResults, type Judged, type JudgedGroup, type Result } from './judge.ts';

const WORDS: Readonly<Record<Result['kind'], string>> = {
	passed: 'pass',
	failed: 'FAIL',
	elsewhere: 'in a test',
	'not-applicable': 'not applicable'
};

/** One line of a terminal; a failure says why below it. */
export function formatLine({ check, result }: Judged): string {
	const line = `${WORDS[result.kind].padEnd(15)} ${nameOf(check)}`;
	const more = remarkOf(result);
	return more === '' ? line : `${line}\n${' '.repeat(16)}${more}`;
}

/** What the result needs said beside its word. */
function remarkOf(result: Result): string {
	switch (result.kind) {
		case 'passed':
			return '';
		case 'elsewhere':
			return result.testedIn;
		default:
			return result.reason;
	}
}

export function formatTotals(groups: readonly JudgedGroup[]): string {
	const counts = countResults(groups);
	return `${counts.passed} passed, ${counts.failed} failed, ${counts.elsewhere} in tests of their own, ${counts['not-applicable']} not applicable`;
}

/** The scorecard as a page of the documentation. */
export function formatMarkdown(
	groups: readonly JudgedGroup[],
	{ date, version }: { readonly date: string; readonly version: string }
): string {
	const tables = groups.map(({ title, judged }) =>
		[
			`## ${title}`,
			'',
			'| row | source | rule | result |',
			'| --: | ------ | ---- | ------ |',
			...judged.map(({ check, result }) => {
				const { row, source, title: rule } = check;
				return `| ${row} | ${source} | ${cell(rule)} | ${cell(resultCell(result))} |`;
			})
		].join('\n')
	);
	return `${[
		'# Protocol scorecard',
		`Valetkey ${version}, ${date}: ${formatTotals(groups)}.`,
		'Attacks and faults that an authorization server meets, and what ours does. Each is a check from outside over HTTP, in `tools/scorecard/rows`, run by `npm run scorecard` and by `tests/e2e/scorecard.spec.ts`. What takes a clock, the database or the log to see has a test in the process instead, which is named. Rows are judged against an application that follows the strict protocol; a row of the platform, where that differs, against one that follows the platform.',
		...tables
	].join('\n\n')}\n`;
}

function resultCell(result: Result): string {
	switch (result.kind) {
		case 'elsewhere':
			return `\`${result.testedIn}\``;
		case 'not-applicable':
			return `not applicable: ${result.reason}`;
		case 'failed':
			return `**fail**: ${result.reason.split('\n')[0] ?? ''}`;
		case 'passed':
			return 'pass';
	}
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|');
}
