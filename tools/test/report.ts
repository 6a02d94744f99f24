import { existsSync, readFileSync } from 'node:fs';
import { readPlaywright } from './read-playwright.ts';
import { readVitest } from './read-vitest.ts';
import { noTests, type Total } from './total.ts';

/** Counts of a Vitest run; `succeeded` is whether its process ended well. */
export function readVitestReport(path: string, succeeded: boolean): Total {
	return readReport(path, succeeded, readVitest);
}

/** Counts of a Playwright run. */
export function readPlaywrightReport(path: string, succeeded: boolean): Total {
	return readReport(path, succeeded, readPlaywright);
}

function readReport(path: string, succeeded: boolean, count: (json: unknown) => Total): Total {
	if (!existsSync(path)) return { ...noTests, failed: 1 };
	const total = count(JSON.parse(readFileSync(path, 'utf8')));
	// A file that cannot be loaded or a server that cannot start fails the run without a failed test.
	return succeeded || total.failed > 0 ? total : { ...total, failed: 1 };
}
