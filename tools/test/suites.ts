import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenNeeded } from '../../server/build.ts';
import { ensureChromium } from '../chromium.ts';
import { freePort } from '../temporary-server.ts';
import { readPlaywrightReport, readVitestReport } from './report.ts';
import { runTool, type ToolRun } from './tool.ts';
import { noTests, type Total } from './total.ts';

/** Runs tests in Node and in jsdom. */
export function runVitest(run: Pick<ToolRun, 'title' | 'args' | 'apart'>): Promise<Total> {
	return withReport(async (report) => {
		const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
		const succeeded = await runTool({
			...run,
			tool: 'vitest',
			args: ['run', ...run.args, ...reporters]
		});
		return readVitestReport(report, succeeded);
	});
}

/**
 * Runs the browser tests, after a build and an installation of Chromium where they are needed. One that
 * fails is run once more: see docs/decisions/032-second-tries.md.
 */
export function runBrowserTests(): Promise<Total> {
	return withReport(async (report) => {
		await buildWhenNeeded();
		const succeeded = await runTool({
			title: 'Browser tests',
			tool: 'playwright',
			args: ['test', '--retries=1', '--reporter=line,json'],
			env: {
				CHROMIUM_PATH: ensureChromium(),
				E2E_PORT: String(await freePort()),
				PLAYWRIGHT_JSON_OUTPUT_FILE: report
			}
		});
		return readPlaywrightReport(report, succeeded);
	});
}

/** What keeps a suite from running is told, and counted as a failure. */
async function withReport(run: (report: string) => Promise<Total>): Promise<Total> {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-test-'));
	try {
		return await run(join(folder, 'report.json'));
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		console.error(message);
		return { ...noTests, failed: 1, failures: [{ title: 'The run itself', error: message }] };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
