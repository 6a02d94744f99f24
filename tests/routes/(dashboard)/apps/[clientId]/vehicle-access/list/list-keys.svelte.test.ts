import { keyboard } from '#lib/state/keyboard.svelte.ts';
import { ROW_KEYS } from '#lib/state/row-keys.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handleListKey } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/list/list-keys.ts';
import { find, focused, showList } from './list-page.ts';

let list: HTMLElement;
const setRequired = vi.fn();
const isRequired = vi.fn(() => false);

beforeEach(() => {
	list = showList();
	keyboard.singleKeys = true;
	setRequired.mockClear();
	list.addEventListener('keydown', (event) =>
		handleListKey(event, list, { isRequired, setRequired })
	);
});

afterEach(() => document.body.replaceChildren());

/** Whether the key meant something there. */
function press(key: string, on: HTMLElement, held: KeyboardEventInit = {}): boolean {
	on.focus();
	return !on.dispatchEvent(
		new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
	);
}

const fold = (id: string) => find(id).closest('.group')?.querySelector<HTMLElement>('.fold');
const isOpen = (id: string) => fold(id)?.getAttribute('aria-expanded') === 'true';

describe('handleListKey', () => {
	it.each([
		['ArrowDown', 'charge', 'amperage'],
		['ArrowDown', 'amperage', 'voltage'],
		['ArrowDown', 'voltage', 'doors'],
		['ArrowDown', 'locked', 'locked'],
		['ArrowUp', 'locked', 'doors'],
		['ArrowUp', 'charge', 'charge'],
		['Home', 'locked', 'charge'],
		['End', 'amperage', 'locked'],
		['PageDown', 'amperage', 'doors'],
		['PageDown', 'locked', 'locked'],
		['PageUp', 'locked', 'doors'],
		['PageUp', 'doors', 'charge'],
		['PageUp', 'charge', 'charge'],
		['ArrowRight', 'charge', 'amperage'],
		['ArrowRight', 'amperage', 'amperage'],
		['ArrowLeft', 'amperage', 'charge']
	])('%s goes from %s to %s', (key, from, to) => {
		expect(press(key, find(from))).toBe(true);
		expect(focused()).toBe(to);
	});

	it('goes past the rows of a folded group, and folds and unfolds it', () => {
		press('ArrowLeft', find('voltage'));
		expect(isOpen('charge')).toBe(false);
		press('ArrowLeft', find('charge'));
		expect(isOpen('charge')).toBe(false);
		press('ArrowDown', find('charge'));
		expect(focused()).toBe('doors');
		press('ArrowRight', find('charge'));
		expect(isOpen('charge')).toBe(true);
		expect(focused()).toBe('charge');
	});

	it('opens a row with Enter, and a group by its head', () => {
		const more = find('voltage').closest('.row')?.querySelector('.more');
		expect(press('Enter', find('voltage'))).toBe(true);
		expect(more?.getAttribute('aria-expanded')).toBe('true');
		press('Enter', find('doors'));
		expect(isOpen('doors')).toBe(false);
	});

	it('leaves Enter to other controls of a row, which the arrows know all the same', () => {
		const why = list.querySelector<HTMLElement>('.price a');
		expect(why && press('Enter', why)).toBe(false);
		expect(why && press('ArrowDown', why)).toBe(true);
		expect(focused()).toBe('voltage');
	});

	it('goes to the search with Escape', () => {
		press('Escape', find('locked'));
		expect(document.activeElement?.hasAttribute('data-search')).toBe(true);
	});

	it.each(['r', 'R'])('turns Required with %s on a row, and only there', (key) => {
		expect(press(key, find('voltage'))).toBe(true);
		expect(setRequired).toHaveBeenCalledExactlyOnceWith('voltage', true);
		expect(press(key, find('charge'))).toBe(false);
		expect(setRequired).toHaveBeenCalledOnce();
	});

	it('turns nothing by a letter where letters are off', () => {
		keyboard.singleKeys = false;
		expect(press('r', find('voltage'))).toBe(false);
		expect(setRequired).not.toHaveBeenCalled();
		keyboard.singleKeys = true;
	});

	it('means nothing with another key held, nor in what an opened row shows', () => {
		for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
			expect(press('Home', find('voltage'), held)).toBe(false);
		}
		expect(press('ArrowDown', find('amperage-detail'))).toBe(false);
	});

	it('knows the keys that the sheet of shortcuts tells, and no others', () => {
		const told = ROW_KEYS.flatMap(({ shortcuts }) => shortcuts.map(({ key }) => key));
		const others = ['a', 'Tab', 'Delete', 'F2', '/', '?', 'x'];
		const meant = [...told, ...others].filter((key) => press(key, find('voltage')));
		// The box takes Space by itself.
		expect(meant).toEqual(told.filter((key) => key !== ' '));
	});
});
