import { test as base, expect, type Page } from '@playwright/test';
import { createApplication, type TestApplication } from './application.ts';

export { expect };

interface Fixtures {
	/** An application of this test alone. */
	application: TestApplication;
}

/**
 * The test function of every browser test. It fails a test that passed when the page wrote an
 * error to the console, threw, broke its own Content Security Policy, or asked another host.
 */
export const test = base.extend<Fixtures>({
	page: async ({ page, baseURL }, use) => {
		const faults = await watchFaults(page, new URL(baseURL ?? 'http://127.0.0.1').origin);
		await use(page);
		expect(faults, 'console errors, page errors, policy violations, foreign requests').toEqual([]);
	},
	application: async ({ page }, use, { title, workerIndex }) => {
		await use(await createApplication(page, `${title.slice(0, 40)} ${workerIndex}`));
	}
});

/** A refusal the test provokes on purpose: Chromium writes every 4xx to the console. */
const PROVOKED_STATUS = /^Failed to load resource: the server responded with a status of 4\d\d/;
/** Likewise for a test that takes the network away. */
const PROVOKED_OFFLINE = /net::ERR_INTERNET_DISCONNECTED/;

async function watchFaults(page: Page, origin: string): Promise<readonly string[]> {
	const faults: string[] = [];
	const context = page.context();
	context.on('console', (message) => {
		const text = message.text();
		if (PROVOKED_STATUS.test(text) || PROVOKED_OFFLINE.test(text)) return;
		if (message.type() === 'error' || text.includes('Content Security Policy')) {
			faults.push(`console ${message.type()}: ${text}`);
		}
	});
	context.on('weberror', (webError) => faults.push(`page error: ${webError.error().message}`));
	context.on('request', (request) => {
		const url = new URL(request.url());
		if (url.origin !== origin && url.protocol.startsWith('http')) {
			faults.push(`request to another host: ${request.url()}`);
		}
	});
	await context.exposeBinding('reportPolicyViolation', (_source, text: string) => {
		faults.push(`policy violation: ${text}`);
	});
	await context.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const report: unknown = Reflect.get(window, 'reportPolicyViolation');
			const text = `${event.violatedDirective} ${event.blockedURI}`;
			if (typeof report === 'function') Reflect.apply(report, window, [text]);
		});
	});
	return faults;
}
