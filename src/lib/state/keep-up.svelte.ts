import type { DraftEditor } from './draft-editor.svelte.ts';

/**
 * Reads a page anew once the editor has saved what the page does not hold yet. To be called while a
 * component is made; what `refresh` reads makes it run again.
 *
 * @param held the revision of the draft that the page holds
 */
export function keepUp(
	editor: Pick<DraftEditor, 'hasUnsavedChanges' | 'revision'>,
	held: () => number,
	refresh: () => void
): void {
	$effect(() => {
		if (!editor.hasUnsavedChanges && editor.revision !== held()) refresh();
	});
}
