import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	keepOneStop,
	stopAt,
	stopsOf
} from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/list/one-stop.ts';
import { find, focused, showList } from './list-page.ts';

let list: HTMLElement;
let leave = () => {};

beforeEach(() => {
	list = showList();
	leave = keepOneStop(list);
});

afterEach(() => {
	leave();
	document.body.replaceChildren();
});

/** What Tab would stop at in the list. */
const tabStops = () =>
	[...list.querySelectorAll<HTMLElement>('a, button, input')]
		.filter((element) => element.tabIndex >= 0 && !element.closest('.detail'))
		.map(({ id }) => id);

/** Until what changed in the list was told. */
const told = () => new Promise<void>((resolve) => queueMicrotask(resolve));

describe('the stops of a list', () => {
	it('are the boxes of heads and rows, in order', () => {
		const ids = stopsOf(list).map(({ id }) => id);
		expect(ids).toEqual(['charge', 'amperage', 'voltage', 'doors', 'locked']);
	});

	it('are not in a folded group', () => {
		find('charge').parentElement?.querySelector<HTMLElement>('.fold')?.click();
		expect(stopsOf(list).map(({ id }) => id)).toEqual(['charge', 'doors', 'locked']);
	});

	it.each([
		['.row .more', 'amperage'],
		['.row .price a', 'amperage'],
		['.row .lock button', 'amperage'],
		['header .fold', 'charge'],
		['#locked', 'locked']
	])('%s belongs to %s', (selector, id) => {
		const element = list.querySelector(selector);
		expect(element && stopAt(element)?.id).toBe(id);
	});

	it('do not stand for what an opened row shows, nor for what is elsewhere', () => {
		expect(stopAt(find('amperage-detail'))).toBeNull();
		expect(stopAt(find('after'))).toBeNull();
	});
});

describe('keepOneStop', () => {
	it('leaves the first row as the only stop', () => {
		expect(tabStops()).toEqual(['amperage']);
	});

	it('stops where the focus was last', () => {
		find('voltage').focus();
		expect(tabStops()).toEqual(['voltage']);
		find('after').focus();
		expect(tabStops()).toEqual(['voltage']);
		list.querySelectorAll<HTMLElement>('.more')[2]?.focus();
		expect(tabStops()).toEqual(['locked']);
	});

	it('keeps its stop while the focus is in what a row shows', () => {
		find('voltage').focus();
		find('amperage-detail').focus();
		expect(tabStops()).toEqual(['voltage']);
	});

	it('goes on with the row that takes the place of one with the focus', async () => {
		find('amperage').focus();
		find('amperage').closest('.row')?.remove();
		await told();
		expect(tabStops()).toEqual(['voltage']);
		expect(focused()).toBe('voltage');
	});

	it('goes on with the last row where the last is gone, and takes no focus it had not', async () => {
		find('locked').focus();
		find('after').focus();
		find('after').blur();
		find('locked').closest('.row')?.remove();
		await told();
		expect(tabStops()).toEqual(['doors']);
		expect(focused()).toBe('');
	});

	it('quiets rows that come later', async () => {
		const rows = find('locked').closest('.rows');
		rows?.append(find('voltage').closest('.row')?.cloneNode(true) ?? '');
		await told();
		expect(tabStops()).toEqual(['amperage']);
	});

	it('follows nothing once it has ended', () => {
		leave();
		find('voltage').focus();
		expect(find('amperage').tabIndex).toBe(0);
	});
});
