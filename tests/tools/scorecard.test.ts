import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nameOf } from '../../tools/scorecard/check.ts';
import { CHECK_GROUPS } from '../../tools/scorecard/groups.ts';
import type { JudgedGroup } from '../../tools/scorecard/judge.ts';
import { formatLine, formatMarkdown, formatTotals } from '../../tools/scorecard/report.ts';

const ROWS = 89;

const checks = CHECK_GROUPS.flatMap((group) => group.checks);

describe('the table of checks', () => {
	test('every row from 1 on is judged, in order', () => {
		const rows = checks.map(({ row }) => row);
		expect(rows).toEqual(rows.toSorted((a, b) => a - b));
		expect([...new Set(rows)]).toEqual(Array.from({ length: ROWS }, (_, index) => index + 1));
	});

	test('no two checks have the same name', () => {
		const names = checks.map(nameOf);
		expect(names).toEqual([...new Set(names)]);
	});

	test('a check that is tested elsewhere names a file that exists', () => {
		const files = checks.flatMap((check) => ('testedIn' in check ? [check.testedIn] : []));
		expect(files.filter((file) => !existsSync(file))).toEqual([]);
	});
});

describe('the report', () => {
	const rule = { row: 1, title: 'a rule', source: 'RFC 1 §1' };
	const groups: readonly JudgedGroup[] = [
		{
			title: 'Rules',
			judged: [
				{ check: { ...rule, run: async () => {} }, result: { kind: 'passed' } },
				{
					check: { ...rule, row: 2, run: async () => {} },
					result: { kind: 'failed', reason: 'was | wrong\nat length' }
				},
				{
					check: { ...rule, row: 3, testedIn: 'tests/a.test.ts' },
					result: { kind: 'elsewhere', testedIn: 'tests/a.test.ts' }
				},
				{
					check: { ...rule, row: 4, notApplicable: 'none here' },
					result: { kind: 'not-applicable', reason: 'none here' }
				}
			]
		}
	];

	test('a failure says why below its line', () => {
		expect(groups[0]?.judged.slice(0, 2).map(formatLine)).toEqual([
			'pass            1. RFC 1 §1: a rule',
			'FAIL            2. RFC 1 §1: a rule\n                was | wrong\nat length'
		]);
	});

	test('the totals count every kind of result', () => {
		expect(formatTotals(groups)).toBe(
			'1 passed, 1 failed, 1 in tests of their own, 1 not applicable'
		);
	});

	test('the page has a table a group, with the first line of a failure', () => {
		const page = formatMarkdown(groups, { date: '2026-11-23', version: '0.1.0' });
		expect(page).toContain('Valetkey 0.1.0, 2026-11-23: 1 passed, 1 failed');
		expect(page).toContain('## Rules');
		expect(page).toContain('| 2 | RFC 1 §1 | a rule | **fail**: was \\| wrong |');
		expect(page).toContain('| 3 | RFC 1 §1 | a rule | `tests/a.test.ts` |');
		expect(page).toContain('| 4 | RFC 1 §1 | a rule | not applicable: none here |');
	});
});
