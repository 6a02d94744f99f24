import { isField, keyboard } from '#lib/state/keyboard.svelte.ts';
import { afterEach, describe, expect, it } from 'vitest';

afterEach(() => {
	localStorage.clear();
	document.body.replaceChildren();
});

describe('keyboard', () => {
	it('remembers that single keys are off', () => {
		keyboard.allowSingleKeys(false);
		keyboard.singleKeys = true;
		keyboard.adopt();
		expect(keyboard.singleKeys).toBe(false);
		keyboard.allowSingleKeys(true);
		keyboard.adopt();
		expect(keyboard.singleKeys).toBe(true);
	});
});

describe('isField', () => {
	it.each([
		['<input type="search">', true],
		['<input>', true],
		['<input type="number">', true],
		['<textarea></textarea>', true],
		['<select></select>', true],
		['<p contenteditable="true"></p>', true],
		['<input type="checkbox">', false],
		['<input type="radio">', false],
		['<button></button>', false],
		['<a href="/"></a>', false]
	])('%s: %s', (html, expected) => {
		document.body.innerHTML = html;
		expect(isField(document.body.firstElementChild)).toBe(expected);
	});

	it('is false without an element', () => expect(isField(null)).toBe(false));
});
