import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumFlags, ensureChromium } from '../tools/chromium.ts';
import { findVehicleAccess } from '../tools/page-weight.ts';
import { startTemporaryServer } from '../tools/temporary-server.ts';
import { quantile } from './figures.ts';
import { printFigure } from './line.ts';
import { toggleEveryItem } from './toggle.ts';

const FRAME = 16.7;

export async function benchBrowser(): Promise<void> {
	const server = await startTemporaryServer();
	const browser = await chromium.launch({
		executablePath: ensureChromium(),
		args: chromiumFlags()
	});
	try {
		console.log(`\nBrowser, Chromium ${browser.version()}`);
		const address = await findVehicleAccess(server.origin);
		await benchFirstLoad(browser, address);
		await benchToggle(browser, address, { throttling: 1, most: FRAME });
		await benchToggle(browser, address, { throttling: 4, most: 50 });
	} finally {
		await browser.close();
		await server.stop();
	}
}

async function benchFirstLoad(browser: Browser, address: string): Promise<void> {
	const page = await openPage(browser, address);
	const { shift, paint } = await page.evaluate(
		() =>
			new Promise<{ shift: number; paint: number }>((resolve) => {
				const seen = { shift: 0, paint: 0 };
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries()) {
						const value: unknown = Reflect.get(entry, 'value');
						if (typeof value === 'number') seen.shift += value;
					}
				}).observe({ type: 'layout-shift', buffered: true });
				new PerformanceObserver((list) => {
					for (const entry of list.getEntries()) seen.paint = entry.startTime;
				}).observe({ type: 'largest-contentful-paint', buffered: true });
				setTimeout(() => resolve(seen), 1000);
			})
	);
	printFigure('first load: cumulative layout shift', shift, '', { most: 0.01 });
	printFigure('first load: largest contentful paint', paint, 'ms');
	await page.context().close();
}

async function benchToggle(
	browser: Browser,
	address: string,
	{ throttling, most }: { throttling: number; most: number }
): Promise<void> {
	const page = await openPage(browser, address);
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: throttling });
	const { toScope, toPaint } = await page.evaluate(toggleEveryItem);
	const slowed = throttling > 1 ? `, CPU slowed ${throttling} ×` : '';
	printFigure(
		`toggle → scope laid out, p95 of ${toScope.length}${slowed}`,
		quantile(toScope, 0.95),
		'ms',
		{ most }
	);
	printFigure('  the same, to the end of the frame', quantile(toPaint, 0.95), 'ms');
	await page.context().close();
}

async function openPage(browser: Browser, address: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	await page.goto(address, { waitUntil: 'networkidle' });
	return page;
}
