import { test as base, expect, type Page } from '@playwright/test';
import { startAppServer, type AppServer } from './app-server.ts';
import { createApplication, removeApplication, type TestApplication } from './application.ts';
import { OwnServer } from './own-server.ts';
import { waitForScripts } from './scripts-run.ts';

export { expect };

interface Fixtures {
	/** An application of this test alone. */
	application: TestApplication;
	/** Another one, with the name of the first and ` B`. */
	otherApplication: TestApplication;
	/** A server of this test alone, which it may stop and start. */
	ownServer: OwnServer;
	/** An app outside of ours, which the browser may visit in this test. */
	appServer: AppServer;
	/** Origins that the browser may ask. */
	allowedOrigins: Set<string>;
	/**
	 * Console errors that a test provokes on purpose, as Chromium words them:
	 * `test.use({ provoked: /status of 404/ })`.
	 */
	provoked: RegExp;
}

/** Matches nothing. */
const NOTHING = /(?!)/;

/**
 * The test function of every browser test. It fails a test that passed when the page wrote an
 * error to the console, threw, broke its own Content Security Policy, or asked another host.
 */
export const test = base.extend<Fixtures, object>({
	browser: [
		async ({ browser }, use) => {
			waitForScripts(browser);
			await use(browser);
		},
		{ scope: 'worker' }
	],
	provoked: [NOTHING, { option: true }],
	allowedOrigins: async ({ baseURL }, use) => {
		await use(new Set([new URL(baseURL ?? 'http://127.0.0.1').origin]));
	},
	appServer: async ({ allowedOrigins }, use) => {
		const server = await startAppServer();
		allowedOrigins.add(server.origin);
		await use(server);
		await server.close();
	},
	page: async ({ page, allowedOrigins, provoked }, use) => {
		const faults = await watchFaults(page, allowedOrigins);
		await use(page);
		const unexpected = faults.filter((fault) => !provoked.test(fault));
		expect(unexpected, 'console errors, page errors, policy violations, foreign requests').toEqual(
			[]
		);
	},
	ownServer: async ({ allowedOrigins, context }, use) => {
		const server = new OwnServer();
		await server.start();
		allowedOrigins.add(server.origin);
		await use(server);
		// What a page would still fetch by and by is not refused by a server that is gone.
		await Promise.all(context.pages().map((page) => page.goto('about:blank')));
		await server.remove();
	},
	application: async ({ page, request, baseURL }, use, { title, workerIndex }) => {
		const application = await createApplication(
			page,
			`${title.slice(0, 40).trim()} ${workerIndex}`
		);
		await use(application);
		await removeApplication(request, application, baseURL);
	},
	otherApplication: async ({ page, request, baseURL, application }, use) => {
		const other = await createApplication(page, `${application.name} B`);
		await use(other);
		await removeApplication(request, other, baseURL);
	}
});

async function watchFaults(
	page: Page,
	allowedOrigins: ReadonlySet<string>
): Promise<readonly string[]> {
	const faults: string[] = [];
	const context = page.context();
	context.on('console', (message) => {
		const text = message.text();
		if (message.type() === 'error' || text.includes('Content Security Policy')) {
			faults.push(`console ${message.type()}: ${text}`);
		}
	});
	context.on('weberror', (webError) => faults.push(`page error: ${webError.error().message}`));
	context.on('request', (request) => {
		const url = new URL(request.url());
		if (!allowedOrigins.has(url.origin) && url.protocol.startsWith('http')) {
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
