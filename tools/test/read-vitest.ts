import { relative } from 'node:path';
import { z } from 'zod';
import type { Failure, Total } from './total.ts';

const Test = z.object({
	fullName: z.string(),
	status: z.string(),
	failureMessages: z.array(z.string()).nullish()
});

const Report = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numPendingTests: z.number(),
	numTodoTests: z.number(),
	testResults: z.array(
		z.object({
			name: z.string(),
			status: z.string(),
			message: z.string().default(''),
			assertionResults: z.array(Test)
		})
	)
});

/** What came of the tests, by Vitest’s report of them in JSON. */
export function readVitest(json: unknown): Total {
	const report = Report.parse(json);
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests,
		skipped: report.numPendingTests + report.numTodoTests,
		failures: report.testResults.flatMap(failuresOf),
		secondTries: [],
		leftOut: []
	};
}

type File = z.infer<typeof Report>['testResults'][number];

/** Of the tests of a file, or of the file itself, which may fail beside them. */
function failuresOf({ name, status, message, assertionResults }: File): readonly Failure[] {
	const file = relative('.', name);
	const failed = assertionResults.filter((test) => test.status === 'failed');
	if (failed.length === 0 && status === 'failed') return [{ title: file, error: message }];
	return failed.map(({ fullName, failureMessages }) => ({
		title: `${file} › ${fullName}`,
		error: failureMessages?.[0] ?? ''
	}));
}
