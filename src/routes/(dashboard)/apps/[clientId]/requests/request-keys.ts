/** Rows, from the keyboard: Up and Down move, C copies the opened one as curl, Escape closes it. */
export function requestKeys(list: HTMLElement): () => void {
	const links = () => [...list.querySelectorAll<HTMLAnchorElement>('tr[data-request] a')];

	function onKey(event: KeyboardEvent): void {
		if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return move(event);
		const opened = links().find((link) => link.getAttribute('aria-expanded') === 'true');
		if (event.key === 'Escape' && opened) {
			opened.focus();
			opened.click();
		}
		if (event.key.toLowerCase() === 'c') {
			list.querySelector<HTMLButtonElement>('[data-curl] button')?.click();
		}
	}

	function move(event: KeyboardEvent): void {
		const all = links();
		const at = all.findIndex((link) => link === document.activeElement);
		const next = all[at + (event.key === 'ArrowDown' ? 1 : -1)];
		if (!next || (at < 0 && event.key === 'ArrowUp')) return;
		event.preventDefault();
		next.focus();
	}

	document.addEventListener('keydown', onKey);
	return () => document.removeEventListener('keydown', onKey);
}

/** Keys mean something else where text is written, or in a dialog. */
function isTyping(target: EventTarget | null): boolean {
	return (
		target instanceof Element && target.closest('input, select, textarea, dialog, pre') !== null
	);
}
