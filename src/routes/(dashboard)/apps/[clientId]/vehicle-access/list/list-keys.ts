import type { DraftEditor } from '#lib/state/draft-editor.svelte.ts';
import { keyboard } from '#lib/state/keyboard.svelte.ts';

/**
 * Keys of the list while one of its check boxes has the focus: arrows move, R turns Required,
 * Enter opens or closes the row, Escape goes back to the search field. Space is the box's own.
 */
export function handleListKey(event: KeyboardEvent, editor: DraftEditor): void {
	const { target, key } = event;
	if (!(target instanceof HTMLElement) || !target.matches('.row input[type="checkbox"]')) return;
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	const row = target.closest('li');
	if (!row) return;
	if (key === 'ArrowDown' || key === 'ArrowUp') moveFocus(target, key === 'ArrowDown' ? 1 : -1);
	else if (key.toLowerCase() === 'r' && keyboard.singleKeys)
		toggleRequired(row.dataset.code ?? '', editor);
	else if (key === 'Enter') row.querySelector<HTMLElement>('.more')?.click();
	else if (key === 'Escape') document.querySelector<HTMLElement>('[data-search]')?.focus();
	else return;
	event.preventDefault();
}

function moveFocus(from: HTMLElement, step: number): void {
	const boxes = [
		...document.querySelectorAll<HTMLElement>('.rows:not([hidden]) > .row input[type="checkbox"]')
	];
	boxes[boxes.indexOf(from) + step]?.focus();
}

function toggleRequired(code: string, editor: DraftEditor): void {
	if (!editor.isSelected(code)) editor.toggle(code);
	editor.setRequired(code, !editor.isRequired(code));
}
