import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenNeeded } from '../../server/build.ts';
import { ensureChromium } from '../chromium.ts';
import { freePort } from '../temporary-server.ts';
import { readPlaywrightReport, readVitestReport, type Total } from './report.ts';
import { runTool, type ToolRun } from './tool.ts';

/** Nothing could be run. */
const BROKEN: Total = { passed: 0, failed: 1, skipped: 0 };

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

/** Runs the browser tests, after a build and an installation of Chromium where they are needed. */
export function runBrowserTests(): Promise<Total> {
	return withReport(async (report) => {
		await buildWhenNeeded();
		const succeeded = await runTool({
			title: 'Browser tests',
			tool: 'playwright',
			args: ['test', '--reporter=line,json'],
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
		console.error(error instanceof Error ? error.message : error);
		return BROKEN;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
