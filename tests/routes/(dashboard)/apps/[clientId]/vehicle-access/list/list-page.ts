import { vi } from 'vitest';

const row = (code: string) =>
	`<li class="row" data-code="${code}">
		<div class="pick"><input class="check" type="checkbox" id="${code}"></div>
		<span class="price"><a href="#why">why</a></span>
		<span class="lock"><button role="switch"></button></span>
		<button class="more"></button>
		<div class="detail"><input class="check" id="${code}-detail"></div>
	</li>`;

const group = (name: string, codes: readonly string[]) =>
	`<section class="group"><header>
		<button class="fold" aria-expanded="true"></button><input class="check" id="${name}">
	</header><ul class="rows">${codes.map(row).join('')}</ul></section>`;

/**
 * A list as Vehicle Access shows it: of two groups, with two rows and one. What folds and opens is
 * told by `aria-expanded`. A page without a layout sees all but what is hidden.
 */
export function showList(): HTMLElement {
	document.body.innerHTML = `<input data-search><div id="list">${group('charge', ['amperage', 'voltage'])}${group('doors', ['locked'])}</div><a id="after" href="#x">x</a>`;
	for (const button of document.querySelectorAll<HTMLElement>('.fold, .more')) {
		button.addEventListener('click', () => {
			const expanded = button.getAttribute('aria-expanded') !== 'true';
			button.setAttribute('aria-expanded', String(expanded));
			const rows = button.closest('.group')?.querySelector<HTMLElement>('.rows');
			if (rows && button.matches('.fold')) rows.hidden = !expanded;
		});
	}
	const list = find('list');
	for (const element of list.querySelectorAll('*')) {
		element.checkVisibility = vi.fn(() => element.closest('[hidden]') === null);
	}
	return list;
}

export function find(id: string): HTMLElement {
	const found = document.getElementById(id);
	if (!found) throw new Error(`There is no ${id}`);
	return found;
}

/** Id of what has the focus. */
export const focused = (): string => document.activeElement?.id ?? '';
