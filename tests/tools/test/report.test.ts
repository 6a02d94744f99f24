import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlaywrightReport, readVitestReport } from '../../../tools/test/report.ts';

let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'valetkey-report-'));
	file = join(folder, 'report.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (json: unknown): void => writeFileSync(file, JSON.stringify(json));

const spec = (title: string, status: string, ...messages: string[]) => ({
	title,
	file: 'a.spec.ts',
	line: 7,
	tests: [
		{
			status,
			annotations: status === 'skipped' ? [{ type: 'skip', description: messages[0] }] : [],
			results: [
				...messages.map((message) => ({
					error: { message, location: { file: resolve('tests/e2e/a.spec.ts'), line: 9 } }
				})),
				...(status === 'unexpected' ? [] : [{}])
			]
		}
	]
});

/** What Playwright reports of specs in a group of a file. */
const browserRun = (specs: ReturnType<typeof spec>[], errors: { message: string }[] = []) => {
	const count = (wanted: string) => specs.filter(({ tests }) => tests[0]?.status === wanted).length;
	return {
		config: { rootDir: resolve('tests/e2e') },
		suites: [
			{ title: 'a.spec.ts', specs: [], suites: [{ title: 'in light', specs, suites: undefined }] }
		],
		errors,
		stats: {
			expected: count('expected'),
			unexpected: count('unexpected'),
			flaky: count('flaky'),
			skipped: count('skipped')
		}
	};
};

describe('browser tests', () => {
	it('are counted, and each that failed is told by its first error', () => {
		write(
			browserRun([
				spec('opens', 'expected'),
				spec('closes', 'unexpected', 'too early', 'too late'),
				spec('prints', 'skipped', 'There is no printer.'),
				spec('prints twice', 'skipped', 'There is no printer.'),
				spec('prints never', 'skipped')
			])
		);
		expect(readPlaywrightReport(file, false)).toEqual({
			passed: 1,
			failed: 1,
			skipped: 3,
			failures: [
				{
					title: 'tests/e2e/a.spec.ts:7 › in light › closes',
					error: 'at tests/e2e/a.spec.ts:9\ntoo early'
				}
			],
			secondTries: [],
			leftOut: ['There is no printer.']
		});
	});

	it.each([
		[1, { passed: 2, failed: 0 }],
		[3, { passed: 4, failed: 0 }],
		[4, { passed: 1, failed: 4 }]
	])('of which %i passed on a second try come to %o', (count, counted) => {
		const again = Array.from({ length: count }, () => spec('closes', 'flaky', 'too early'));
		write(browserRun([spec('opens', 'expected'), ...again]));
		const total = readPlaywrightReport(file, true);
		expect(total).toMatchObject({ ...counted, failures: [] });
		expect(total.secondTries).toEqual(
			again.map(() => ({
				title: 'tests/e2e/a.spec.ts:7 › in light › closes',
				error: 'at tests/e2e/a.spec.ts:9\ntoo early'
			}))
		);
	});

	it('that all passed fail where the run failed beside them', () => {
		write(browserRun([spec('opens', 'expected')], [{ message: 'no server' }]));
		expect(readPlaywrightReport(file, false)).toMatchObject({
			passed: 1,
			failed: 1,
			failures: [{ title: 'The run itself', error: 'no server' }]
		});
	});

	it('of which there is no report have failed', () => {
		expect(readPlaywrightReport(file, true)).toMatchObject({ passed: 0, failed: 1 });
	});
});

describe('tests of Vitest', () => {
	const run = (...files: object[]) => ({
		numPassedTests: 3,
		numFailedTests: 1,
		numPendingTests: 1,
		numTodoTests: 1,
		testResults: files
	});

	it('are counted, and each that failed is told', () => {
		const assertionResults = [
			{ fullName: 'a sum adds', status: 'failed', failureMessages: ['not 4', 'again'] },
			{ fullName: 'a sum is kept', status: 'passed', failureMessages: [] }
		];
		write(run({ name: resolve('tests/a.test.ts'), status: 'failed', assertionResults }));
		expect(readVitestReport(file, false)).toEqual({
			passed: 3,
			failed: 1,
			skipped: 2,
			failures: [{ title: 'tests/a.test.ts › a sum adds', error: 'not 4' }],
			secondTries: [],
			leftOut: []
		});
	});

	it('are told by their file where that cannot be loaded', () => {
		const message = 'no such module';
		write(
			run({ name: resolve('tests/a.test.ts'), status: 'failed', message, assertionResults: [] })
		);
		expect(readVitestReport(file, false).failures).toEqual([
			{ title: 'tests/a.test.ts', error: 'no such module' }
		]);
	});
});
