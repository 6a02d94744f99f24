import { defineConfig } from '@playwright/test';
import { holdAnswers } from './tests/e2e/support/answers-held.ts';
import { chromiumFlags, findChromium } from './tools/chromium.ts';

holdAnswers();

const port = process.env.E2E_PORT ?? '4173';
const baseURL = `http://127.0.0.1:${port}`;
const executablePath = findChromium() ?? undefined;

export default defineConfig({
	testDir: 'tests/e2e',
	globalTeardown: './tests/e2e/support/answers-held.ts',
	outputDir: 'test-results',
	snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
	fullyParallel: true,
	forbidOnly: true,
	retries: 0,
	workers: 2,
	// A page is opened and searched for faults several times in one test, on machines of two cores too.
	timeout: 180_000,
	// Patience costs nothing where a page is quick, and a busy machine fails no test.
	expect: { timeout: 40_000 },
	reporter: 'line',
	use: {
		baseURL,
		browserName: 'chromium',
		launchOptions: { executablePath, args: chromiumFlags() },
		contextOptions: { reducedMotion: 'reduce' },
		locale: 'en-GB',
		// Recorded on demand alone, `--trace on`: it takes a fifth of the time, and slows what is raced.
		trace: 'off'
	},
	webServer: {
		command: 'node tests/e2e/support/serve.ts',
		url: `${baseURL}/healthz`,
		env: { HOST: '127.0.0.1', PORT: port, ORIGIN: baseURL, RATE_LIMITS: 'off', LOG_LEVEL: 'error' },
		reuseExistingServer: false,
		// By hand a build may come first, on a busy machine.
		timeout: 600_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		stdout: 'ignore',
		stderr: 'pipe'
	}
});
