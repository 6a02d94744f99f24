import { pushState } from '$app/navigation';

/** Pages of an application that can be shown over the current one. */
export type PageDialogKind = 'share' | 'publish';

export function showDialog(dialog: PageDialogKind): void {
	pushState('', { dialog });
}

/**
 * Opens one of the application's own pages as a dialog over the current page.
 * A press with a modifier key keeps its meaning: open in another tab or window.
 */
export function openAsDialog(
	event: MouseEvent & { currentTarget: HTMLAnchorElement },
	dialog: PageDialogKind
): void {
	if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0)
		return;
	event.preventDefault();
	showDialog(dialog);
}
