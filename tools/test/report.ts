import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Total {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

const VitestReport = z.object({
	numPassedTests: z.number(),
	numFailedTests: z.number(),
	numPendingTests: z.number(),
	numTodoTests: z.number()
});

const PlaywrightReport = z.object({
	stats: z.object({
		expected: z.number(),
		unexpected: z.number(),
		flaky: z.number(),
		skipped: z.number()
	})
});

/** Counts of a Vitest run; `succeeded` is whether its process ended well. */
export function readVitestReport(path: string, succeeded: boolean): Total {
	return readReport(path, succeeded, (json) => {
		const report = VitestReport.parse(json);
		return {
			passed: report.numPassedTests,
			failed: report.numFailedTests,
			skipped: report.numPendingTests + report.numTodoTests
		};
	});
}

/** Counts of a Playwright run; a test that passed only on a second try counts as failed. */
export function readPlaywrightReport(path: string, succeeded: boolean): Total {
	return readReport(path, succeeded, (json) => {
		const { stats } = PlaywrightReport.parse(json);
		return {
			passed: stats.expected,
			failed: stats.unexpected + stats.flaky,
			skipped: stats.skipped
		};
	});
}

/** `12 passed, 0 failed`, with the skipped ones named where there are any. */
export function formatTotal(totals: readonly Total[]): string {
	const sum = (key: keyof Total) => totals.reduce((count, total) => count + total[key], 0);
	const skipped = sum('skipped');
	const line = `${sum('passed')} passed, ${sum('failed')} failed`;
	return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

function readReport(path: string, succeeded: boolean, count: (json: unknown) => Total): Total {
	if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
	const total = count(JSON.parse(readFileSync(path, 'utf8')));
	// A file that cannot be loaded or a server that cannot start fails the run without a failed test.
	return succeeded || total.failed > 0 ? total : { ...total, failed: 1 };
}
