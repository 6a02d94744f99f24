import { join, relative } from 'node:path';
import { z } from 'zod';
import { MOST_SECOND_TRIES, type Failure, type Total } from './total.ts';

const ReportedError = z.object({
	message: z.string().default(''),
	location: z.object({ file: z.string(), line: z.number() }).optional()
});

const Spec = z.object({
	title: z.string(),
	file: z.string(),
	line: z.number(),
	tests: z.array(
		z.object({
			status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
			annotations: z
				.array(z.object({ type: z.string(), description: z.string().optional() }))
				.default([]),
			results: z.array(z.object({ error: ReportedError.optional() }))
		})
	)
});

interface Suite {
	readonly title: string;
	readonly specs: readonly z.infer<typeof Spec>[];
	readonly suites?: readonly Suite[] | undefined;
}

const Suite: z.ZodType<Suite> = z.object({
	title: z.string(),
	specs: z.array(Spec),
	suites: z.lazy(() => z.array(Suite)).optional()
});

const Report = z.object({
	config: z.object({ rootDir: z.string() }),
	suites: z.array(Suite),
	errors: z.array(ReportedError),
	stats: z.object({
		expected: z.number(),
		unexpected: z.number(),
		flaky: z.number(),
		skipped: z.number()
	})
});

/**
 * What came of the tests, by Playwright’s report of them in JSON. A test that passed only when it was run
 * once more has passed, unless there are too many of those.
 */
export function readPlaywright(json: unknown): Total {
	const { config, suites, errors, stats } = Report.parse(json);
	const tests = suites.flatMap((suite) => testsOf(suite, config.rootDir));
	const told = (wanted: 'unexpected' | 'flaky') =>
		tests.filter(({ status }) => status === wanted).map(({ failure }) => failure);
	const isTooMany = stats.flaky > MOST_SECOND_TRIES;
	return {
		passed: stats.expected + (isTooMany ? 0 : stats.flaky),
		failed: stats.unexpected + (isTooMany ? stats.flaky : 0),
		skipped: stats.skipped,
		failures: [
			...told('unexpected'),
			...errors.map((error) => ({ title: 'The run itself', error: textOf(error) }))
		],
		secondTries: told('flaky'),
		leftOut: [...new Set(tests.flatMap(({ leftOut }) => leftOut))]
	};
}

interface TestRun {
	readonly status: z.infer<typeof Spec>['tests'][number]['status'];
	/** Why it was skipped, where that is said. */
	readonly leftOut: readonly string[];
	readonly failure: Failure;
}

/** @param within titles of the groups around it; a file is none */
function testsOf(suite: Suite, folder: string, within: readonly string[] = []): readonly TestRun[] {
	const own = suite.specs.flatMap(({ title, file, line, tests }) =>
		tests.map(({ status, annotations, results }) => {
			const place = `${relative('.', join(folder, file))}:${line}`;
			const error = results.find((result) => result.error)?.error;
			return {
				status,
				leftOut: annotations.flatMap(({ type, description }) =>
					type === 'skip' && description ? [description] : []
				),
				failure: {
					title: [place, ...within, title].join(' › '),
					error: error ? textOf(error) : ''
				}
			};
		})
	);
	const inner = (suite.suites ?? []).flatMap((each) =>
		testsOf(each, folder, [...within, each.title])
	);
	return [...own, ...inner];
}

function textOf({ message, location }: z.infer<typeof ReportedError>): string {
	return location ? `at ${relative('.', location.file)}:${location.line}\n${message}` : message;
}
