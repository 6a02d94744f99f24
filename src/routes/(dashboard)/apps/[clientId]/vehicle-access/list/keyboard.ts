import type { DraftEditor } from '#lib/state/draft-editor.svelte.ts';
import { handleListKey } from './list-keys.ts';
import { keepOneStop } from './one-stop.ts';

/**
 * Makes a list one stop of the Tab key, with keys of its own inside.
 *
 * @returns ends it
 */
export function takeKeys(list: HTMLElement, editor: DraftEditor): () => void {
	const leaveStops = keepOneStop(list);
	const press = (event: KeyboardEvent) => handleListKey(event, list, editor);
	list.addEventListener('keydown', press);
	return () => {
		leaveStops();
		list.removeEventListener('keydown', press);
	};
}
