import type { DraftEditor } from '#lib/state/draft-editor.svelte.ts';
import { keyboard } from '#lib/state/keyboard.svelte.ts';
import { stopAt, stopsOf } from './one-stop.ts';

/** What keys turn. */
type Turned = Pick<DraftEditor, 'isRequired' | 'setRequired'>;

/**
 * Keys of the list while something of a row, or a group's head, has the focus. Space is the box's
 * own, and other controls keep their Enter.
 */
export function handleListKey(event: KeyboardEvent, list: HTMLElement, editor: Turned): void {
	const { target, key } = event;
	if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
	const stop = stopAt(target);
	if (!stop || (key === 'Enter' && stop !== target)) return;
	if (act(key, stop, list, editor)) event.preventDefault();
}

/** @returns false for a key that means nothing here */
function act(key: string, stop: HTMLElement, list: HTMLElement, editor: Turned): boolean {
	const row = stop.closest<HTMLElement>('.row');
	const fold = stop.closest('.group')?.querySelector<HTMLElement>('header > button');
	const isFolded = fold?.getAttribute('aria-expanded') === 'false';
	switch (key) {
		case 'ArrowDown':
		case 'ArrowUp':
			go(list, stop, key === 'ArrowDown' ? 1 : -1);
			return true;
		case 'Home':
		case 'End':
			stopsOf(list)
				.at(key === 'Home' ? 0 : -1)
				?.focus();
			return true;
		case 'PageDown':
		case 'PageUp':
			goToGroup(list, stop, key === 'PageDown' ? 1 : -1);
			return true;
		case 'ArrowLeft':
			if (!isFolded) fold?.click();
			if (row) stop.closest('.group')?.querySelector<HTMLElement>('header > .check')?.focus();
			return true;
		case 'ArrowRight':
			if (isFolded) fold?.click();
			else if (!row) go(list, stop, 1);
			return true;
		case 'Enter':
			(row?.querySelector<HTMLElement>('.more') ?? fold)?.click();
			return true;
		case 'Escape':
			document.querySelector<HTMLElement>('[data-search]')?.focus();
			return true;
		default:
			if (key.toLowerCase() !== 'r' || !row || !keyboard.singleKeys) return false;
			turnRequired(row.dataset.code ?? '', editor);
			return true;
	}
}

function go(list: HTMLElement, from: HTMLElement, step: number): void {
	const stops = stopsOf(list);
	stops[stops.indexOf(from) + step]?.focus();
}

/** To the head of the next group, or of this one and then of the one before. */
function goToGroup(list: HTMLElement, from: HTMLElement, step: number): void {
	const heads = [...list.querySelectorAll<HTMLElement>('header > .check')];
	const own = from.closest('.group')?.querySelector<HTMLElement>('header > .check');
	const at = own ? heads.indexOf(own) : -1;
	const next = step < 0 && from !== own ? own : heads[at + step];
	next?.focus();
}

function turnRequired(code: string, editor: Turned): void {
	editor.setRequired(code, !editor.isRequired(code));
}
