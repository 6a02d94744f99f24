import { expect } from '@playwright/test';
import { ElementHandle, type KeyInput, type Page } from 'puppeteer-core';
import { orElse, reach, type Target, type Visitor } from './visitor.ts';

/**
 * A visitor whose browser puppeteer drives. Whatever is asked of a page is answered at once: where
 * scripts are off, nothing comes later.
 */
export async function inFirefox(newPage: () => Promise<Page>, origin: string): Promise<Visitor> {
	const page = await newPage();
	const click = async (target: Target): Promise<void> => {
		await eventually(async () => {
			const element = await find(page, target);
			const { x, y } = await element.evaluate(pointOf);
			await page.mouse.move(x, y);
			// Rows that come near are laid out meanwhile.
			expect(await element.evaluate(pointOf)).toEqual({ x, y });
		});
		await page.mouse.down();
		await page.mouse.up();
	};
	const press = async (...keys: string[]): Promise<void> => {
		for (const chord of keys) {
			const names = chord.split('+').map(keyNamed);
			for (const name of names) await page.keyboard.down(name);
			for (const name of names.toReversed()) await page.keyboard.up(name);
		}
	};
	const open = async (address: string): Promise<void> => {
		await page.goto(new URL(address, origin).href);
		await expect.poll(() => page.evaluate(scriptsRun)).toBe(true);
	};
	return {
		open,
		openBeside: async (address) => {
			const beside = await inFirefox(newPage, origin);
			await beside.open(address);
			return beside;
		},
		address: () => page.url(),
		click,
		fill: async (target, text) => {
			await click(target);
			await press('Control+a');
			await page.keyboard.type(text);
		},
		press,
		type: (text) => page.keyboard.type(text),
		tabTo: async (target, key = 'Tab') => {
			const element = await eventually(() => find(page, target));
			await reach(
				() => press(key),
				() => element.evaluate((each) => each === document.activeElement)
			);
		},
		textOf: (selector) =>
			orElse('', () =>
				page.evaluate((wanted) => {
					const found = document.querySelector(wanted);
					return found instanceof HTMLElement ? found.innerText : '';
				}, selector)
			),
		leadsTo: (target) =>
			eventually(async () => {
				const element = await find(page, target);
				return element.evaluate((each) => each.getAttribute('href') ?? '');
			}),
		copied: () => page.evaluate(() => navigator.clipboard.readText()),
		overflow: () =>
			orElse(Infinity, () =>
				page.evaluate(
					() => document.documentElement.scrollWidth - document.documentElement.clientWidth
				)
			)
	};
}

const KEYS: Readonly<Record<string, KeyInput>> = {
	Control: 'Control',
	Shift: 'Shift',
	Tab: 'Tab',
	Enter: 'Enter',
	Space: ' ',
	Escape: 'Escape',
	'/': '/',
	a: 'a',
	r: 'r',
	z: 'z'
};

/** @throws {Error} when no journey has pressed it yet: it is written in above. */
function keyNamed(name: string): KeyInput {
	const key = KEYS[name];
	if (!key) throw new Error(`The key ${name} is not known`);
	return key;
}

const ROLES: Readonly<Record<Target['role'], string>> = {
	button: 'button:not([role])',
	link: 'a[href]',
	textbox: 'textarea, input:is([type="text"], [type="email"], [type="password"], :not([type]))',
	searchbox: 'input[type="search"]',
	checkbox: 'input[type="checkbox"]:not([role])',
	switch: '[role="switch"]'
};

async function find(page: Page, target: Target): Promise<ElementHandle<Element>> {
	const { role, name = /(?:)/, within = 'body' } = target;
	const pattern = typeof name === 'string' ? `^${RegExp.escape(name)}$` : name.source;
	const found = await page.evaluateHandle(findOnPage, within, ROLES[role], pattern);
	if (found instanceof ElementHandle) return found;
	throw new Error(`There is no ${role} ${String(name)} in ${within}`);
}

/** The first in sight with a role and a name; what Firefox tells of names takes it seconds on a long page. */
function findOnPage(within: string, role: string, pattern: string): Element | null {
	const name = new RegExp(pattern);
	const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ').trim();
	const said = (element: Element): string => {
		const copy = document.createElement('div');
		copy.innerHTML = element.innerHTML;
		for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
		return plain(copy.textContent);
	};
	const nameOf = (element: Element): string => {
		const labels = 'labels' in element && element.labels instanceof NodeList ? element.labels : [];
		const [label] = [...labels].filter((each) => each instanceof Element);
		return plain(element.ariaLabel) || said(label ?? element);
	};
	const all = document.querySelector(within)?.querySelectorAll(role) ?? [];
	const wanted = [...all].find((each) => each.checkVisibility() && name.test(nameOf(each)));
	return wanted ?? null;
}

/** Where the mouse meets an element. @throws {Error} where it meets something else. */
function pointOf(element: Element): { readonly x: number; readonly y: number } {
	element.scrollIntoView({ block: 'center', behavior: 'instant' });
	const { left, top, width, height } = element.getBoundingClientRect();
	const [x, y] = [left + width / 2, top + height / 2];
	const met = document.elementFromPoint(x, y);
	if (!met || !(element.contains(met) || met.contains(element)))
		throw new Error(`${met?.outerHTML.slice(0, 200)} is in its place`);
	return { x, y };
}

/** As for Chromium: support/scripts-run.ts. */
function scriptsRun(): boolean {
	return (
		document.documentElement.dataset.ready !== undefined ||
		matchMedia('(scripting: none)').matches ||
		![...document.scripts].some(({ text }) => text.includes('__sveltekit'))
	);
}

/** Asks until there is an answer. */
async function eventually<T>(ask: () => Promise<T>): Promise<T> {
	let answer: { readonly value: T } | undefined;
	await expect(async () => {
		answer = { value: await ask() };
	}).toPass({ timeout: 40_000 });
	if (!answer) throw new Error('There is no answer');
	return answer.value;
}
