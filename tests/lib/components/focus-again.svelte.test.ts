import { focusAgain } from '#lib/components/focus-again.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const find = (selector: string) => document.querySelector<HTMLElement>(selector);

beforeEach(() => {
	document.body.innerHTML = `<main><h1 tabindex="-1">Page</h1><input />
		<section><button id="first"></button><button id="second"></button></section></main>`;
	find('#first')?.focus();
});
afterEach(() => document.body.replaceChildren());

describe('the focus of what went with its own press', () => {
	it('goes to what is left of its place', async () => {
		find('#first')?.remove();
		await focusAgain(find('section'));
		expect(document.activeElement).toBe(find('#second'));
	});

	it('goes to the heading where nothing is left, or the place is gone too', async () => {
		const place = find('section');
		place?.remove();
		await focusAgain(place);
		expect(document.activeElement).toBe(find('h1'));
	});

	it('stays where it is otherwise', async () => {
		await focusAgain(find('section'));
		expect(document.activeElement).toBe(find('#first'));
		find('input')?.focus();
		find('#first')?.remove();
		await focusAgain(find('section'));
		expect(document.activeElement).toBe(find('input'));
	});
});
