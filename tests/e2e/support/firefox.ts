import { accessSync, constants } from 'node:fs';
import { expect } from '@playwright/test';
import { launch, type Browser, type Page } from 'puppeteer-core';

/** Debian's; one in a sandbox of its own (snap) cannot be driven. */
const DEBIAN = '/usr/bin/firefox-esr';

/** Path of the Firefox to test with, `FIREFOX_PATH` or Debian's; null where there is none. */
export function findFirefox(): string | null {
	const path = process.env.FIREFOX_PATH ?? DEBIAN;
	try {
		accessSync(path, constants.X_OK);
		return path;
	} catch {
		return null;
	}
}

/** Starts Firefox without a window and with a profile of its own, driven by WebDriver BiDi. */
export function startFirefox(executablePath: string, scripts: boolean): Promise<Browser> {
	return launch({
		browser: 'firefox',
		executablePath,
		defaultViewport: null,
		extraPrefsFirefox: {
			'javascript.enabled': scripts,
			// Lets a test read what was copied.
			'dom.events.testing.asyncClipboard': true,
			'ui.prefersReducedMotion': 1,
			// It is to find nothing but this machine.
			'network.dns.disabled': true
		}
	});
}

const MISSED = /error loading dynamically imported module|Unable to preload CSS/;

/** Makes a page as large as a window of that width. */
export async function setWidth(page: Page, width: number): Promise<void> {
	try {
		await page.setViewport({ width, height: 720 });
	} catch (error) {
		// A Firefox of before 2026 takes the size, but knows no orientation that comes with it.
		if (!String(error).includes('setScreenOrientationOverride')) throw error;
	}
	await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

/** What went wrong in the windows of one visitor. */
export class Faults {
	readonly #told: string[] = [];
	#isCutOff = false;

	tell(fault: string): void {
		this.#told.push(fault);
	}

	/** One went on while a page fetched ahead, which it tells of as it ends. */
	cutOff(): void {
		this.#isCutOff = true;
	}

	/** What is missing for another reason has an answer that failed, or is a request that did. */
	list(): readonly string[] {
		return this.#told.filter((fault) => !(this.#isCutOff && MISSED.test(fault)));
	}
}

/**
 * Notes what page and console tell of faults and of what the policy forbids, answers that failed, and
 * requests to other hosts.
 */
export async function watchFirefox(page: Page, origin: string, faults: Faults): Promise<void> {
	page.on('console', (message) => {
		if (message.type() === 'error') faults.tell(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => faults.tell(`page error: ${String(error)}`));
	page.on('requestfailed', (request) => {
		const error = request.failure()?.errorText ?? '';
		if (error === 'NS_BINDING_ABORTED') faults.cutOff();
		else faults.tell(`request failed: ${request.url()} ${error}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) faults.tell(`answered ${response.status()}: ${response.url()}`);
	});
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (url.origin !== origin && url.protocol.startsWith('http'))
			faults.tell(`request to another host: ${url.href}`);
	});
	await page.evaluateOnNewDocument(() => {
		const { console: told } = globalThis;
		const { error } = told;
		// Of an error that is told as such, no text comes over.
		told.error = (...words) => error(...words.map(String));
	});
}
