import type { DraftEditor } from '#lib/state/draft-editor.svelte.ts';

/** Where Ctrl Z belongs to what is being typed. */
const TEXT_FIELDS = 'input:not([type="checkbox"], [type="radio"]), textarea, select';

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
	else if (key === 'r' || key === 'R') toggleRequired(row.dataset.code ?? '', editor);
	else if (key === 'Enter') row.querySelector<HTMLElement>('.more')?.click();
	else if (key === 'Escape') document.querySelector<HTMLElement>('[data-search]')?.focus();
	else return;
	event.preventDefault();
}

function moveFocus(from: HTMLElement, step: number): void {
	const boxes = [
		...document.querySelectorAll<HTMLElement>('details[open] .row input[type="checkbox"]')
	];
	boxes[boxes.indexOf(from) + step]?.focus();
}

function toggleRequired(code: string, editor: DraftEditor): void {
	if (!editor.isSelected(code)) editor.toggle(code);
	editor.setRequired(code, !editor.isRequired(code));
}

/** Ctrl or ⌘ with Z or Y, unless a text field has its own undo. */
export function handleUndoKey(event: KeyboardEvent, editor: DraftEditor): void {
	if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
	const { target } = event;
	if (target instanceof Element && target.matches(TEXT_FIELDS)) return;
	const key = event.key.toLowerCase();
	if (key === 'y' || (key === 'z' && event.shiftKey)) editor.redo();
	else if (key === 'z') editor.undo();
	else return;
	event.preventDefault();
}
