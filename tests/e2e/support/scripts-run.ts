import type { Browser, Page } from '@playwright/test';

/**
 * Has every page of a browser run its script before the test goes on from an address, and before it
 * presses a key: until then a key reaches nobody.
 */
export function waitForScripts(browser: Browser): void {
	const newContext = browser.newContext.bind(browser);
	browser.newContext = async (options) => {
		const context = await newContext(options);
		context.on('page', waitOnPage);
		return context;
	};
}

function waitOnPage(page: Page): void {
	const { goto, reload, goBack } = page;
	page.goto = async (...given) => {
		const response = await goto.apply(page, given);
		await scriptsRun(page);
		return response;
	};
	page.reload = async (...given) => {
		const response = await reload.apply(page, given);
		await scriptsRun(page);
		return response;
	};
	page.goBack = async (...given) => {
		const response = await goBack.apply(page, given);
		await scriptsRun(page);
		return response;
	};
	const { keyboard } = page;
	const { press, type } = keyboard;
	keyboard.press = async (...given) => {
		await scriptsRun(page);
		await press.apply(keyboard, given);
	};
	keyboard.type = async (...given) => {
		await scriptsRun(page);
		await type.apply(keyboard, given);
	};
}

/** Pages without a framework in the browser have nothing to wait for, nor have those without scripts. */
async function scriptsRun(page: Page): Promise<void> {
	await page.waitForFunction(
		() =>
			document.documentElement.dataset.ready !== undefined ||
			matchMedia('(scripting: none)').matches ||
			![...document.scripts].some(({ text }) => text.includes('__sveltekit'))
	);
}
