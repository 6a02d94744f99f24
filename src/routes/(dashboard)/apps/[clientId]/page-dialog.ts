import { pushState } from '$app/navigation';
import { page } from '$app/state';
import { onceArrived } from '../../once-arrived.ts';
import { writeSearch } from '../../search-address.ts';

/** Pages of an application that can be shown over the current one. */
export type PageDialogKind = 'share' | 'publish';

/** Arriving anywhere closes a dialog, also one that was opened on the way: it opens once the page is there. */
export async function showDialog(dialog: PageDialogKind): Promise<void> {
	await writeSearch();
	await onceArrived(() => {
		if (page.state.dialog !== dialog) pushState('', { dialog });
	});
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
	void showDialog(dialog);
}
