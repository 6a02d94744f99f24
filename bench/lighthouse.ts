import { chromium, type Browser } from '@playwright/test';
import { spawn } from 'node:child_process';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { chromiumFlags, ensureChromium } from '../tools/chromium.ts';
import { findVehicleAccess } from '../tools/page-weight.ts';
import { startTemporaryServer } from '../tools/temporary-server.ts';
import { median, quantile } from './figures.ts';
import { printFigure } from './line.ts';

/** Fetched by npm when this is run: 200 packages that no other work needs. */
const LIGHTHOUSE = 'lighthouse@12.8.2';

const RUNS = 5;
const THEMES = ['light', 'dark'] as const;

/** The telephone that Lighthouse stands for, and how much slower it is. */
const PHONE = { viewport: { width: 412, height: 823 }, isMobile: true, hasTouch: true };
const SLOWER = 4;

const AUDITS = {
	'first-contentful-paint': 'ms',
	'speed-index': 'ms',
	'largest-contentful-paint': 'ms',
	'total-blocking-time': 'ms',
	'cumulative-layout-shift': ''
} as const;

const Report = z.object({
	categories: z.object({ performance: z.object({ score: z.number() }) }),
	audits: z.record(z.string(), z.object({ numericValue: z.number().optional() }))
});

/** Lighthouse on a phone, and the tasks that keep one from answering. */
export async function benchLighthouse(): Promise<void> {
	const server = await startTemporaryServer();
	const executablePath = ensureChromium();
	const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
	try {
		console.log('\nVehicle Access on a phone');
		const address = await findVehicleAccess(server.origin);
		const longest: number[] = [];
		for (let run = 0; run < RUNS; run++) longest.push(await longestTask(browser, address));
		const name = `longest task, CPU slowed ${SLOWER} ×`;
		printFigure(name, median(longest), 'ms', { most: 200 });
		printFigure('  the best run', quantile(longest, 0), 'ms');
		for (const theme of THEMES) await benchTheme(address, theme, executablePath);
	} finally {
		await browser.close();
		await server.stop();
	}
}

async function longestTask(browser: Browser, address: string): Promise<number> {
	const context = await browser.newContext(PHONE);
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
	await page.goto(address);
	await page.locator('.row .check[tabindex="0"]').waitFor();
	const longest = await page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let most = 0;
				new PerformanceObserver((list) => {
					most = Math.max(most, ...list.getEntries().map(({ duration }) => duration));
				}).observe({ type: 'longtask', buffered: true });
				setTimeout(() => resolve(most), 500);
			})
	);
	await context.close();
	return longest;
}

async function benchTheme(
	address: string,
	theme: (typeof THEMES)[number],
	chrome: string
): Promise<void> {
	const reports: z.infer<typeof Report>[] = [];
	for (let run = 0; run < RUNS; run++) {
		const report = await askLighthouse(address, theme, chrome);
		if (report === null) {
			console.log(`  Lighthouse was not run: npm could not fetch or start ${LIGHTHOUSE}.`);
			return;
		}
		reports.push(report);
	}
	const scores = reports.map(({ categories }) => categories.performance.score * 100);
	printFigure(`Lighthouse, ${theme}: median of ${RUNS}`, median(scores), '', { least: 97 });
	for (const [audit, unit] of Object.entries(AUDITS)) {
		const values = reports.map(({ audits }) => audits[audit]?.numericValue ?? NaN);
		printFigure(`  ${audit}`, median(values), unit);
	}
}

async function askLighthouse(address: string, theme: string, chrome: string) {
	const flags = ['--headless=new', ...chromiumFlags()].join(' ');
	const child = spawn(
		'npm',
		[
			'exec',
			'--yes',
			`--package=${LIGHTHOUSE}`,
			'--',
			'lighthouse',
			address,
			'--quiet',
			'--only-categories=performance',
			'--output=json',
			`--chrome-flags=${flags}`,
			`--extra-headers=${JSON.stringify({ Cookie: `theme=${theme}` })}`
		],
		{ stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, CHROME_PATH: chrome } }
	);
	const answer = await json(child.stdout).catch(() => null);
	return Report.safeParse(answer).data ?? null;
}
