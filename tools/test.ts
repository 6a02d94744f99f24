import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { buildWhenNeeded } from '../server/fresh-build.ts';
import { findProgram } from '../server/launch/program.js';
import { inProject } from '../server/project.ts';
import { formatTotal, readPlaywrightReport, readVitestReport, type Total } from './test-report.ts';
import { freePort } from './temporary-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'valetkey-test-'));
const vitestReport = join(folder, 'vitest.json');
const playwrightReport = join(folder, 'playwright.json');
const totals: Total[] = [];

try {
	step('Prepare', 'svelte-kit', ['sync']);
	const unit = step('Unit and component tests', 'vitest', [
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${vitestReport}`
	]);
	totals.push(readVitestReport(vitestReport, unit));
	await buildWhenNeeded();
	process.env.CHROMIUM_PATH = ensureChromium();
	process.env.E2E_PORT = String(await freePort());
	process.env.PLAYWRIGHT_JSON_OUTPUT_FILE = playwrightReport;
	const browser = step('Browser tests', 'playwright', ['test', '--reporter=line,json']);
	totals.push(readPlaywrightReport(playwrightReport, browser));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	totals.push({ passed: 0, failed: 1, skipped: 0 });
} finally {
	rmSync(folder, { recursive: true, force: true });
}

console.log(`\n${formatTotal(totals)}`);
process.exitCode = totals.some(({ failed }) => failed > 0) ? 1 : 0;

/** Runs one tool of the package with its output shown; false when it failed. */
function step(title: string, tool: string, args: readonly string[]): boolean {
	console.log(`\n> ${title}: ${tool} ${args.filter((arg) => !arg.includes(folder)).join(' ')}`);
	const { status } = spawnSync(process.execPath, [findProgram(tool), ...args], {
		cwd: inProject('.'),
		stdio: 'inherit'
	});
	return status === 0;
}
