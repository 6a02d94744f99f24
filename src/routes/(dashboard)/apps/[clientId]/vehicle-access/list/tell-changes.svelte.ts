import type { Announcer } from '#lib/state/announcer.svelte.ts';
import type { DraftEditor } from '#lib/state/draft-editor.svelte.ts';
import { untrack } from 'svelte';

/** Quiet time in milliseconds before something is said. */
const REST = 300;

/** What is searched for, and how much of it there is. */
interface Found {
	readonly query: string;
	readonly says: string;
}

/**
 * Says in one line what a change did, once no more follows, and what a search found. What came of
 * another window is said by its notice alone. To be called while the page is made.
 */
export function tellChanges(
	editor: Pick<DraftEditor, 'items' | 'lastStep' | 'mergeNotice'>,
	announcer: Announcer,
	found: () => Found
): void {
	let told = untrack(() => editor.items);
	let noticed: string | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isOpening = true;

	function afterRest(say: () => unknown): void {
		clearTimeout(timer);
		timer = setTimeout(() => void say(), REST);
	}

	$effect(() => {
		const { items, mergeNotice } = editor;
		if (isOpening) {
			told = items;
			return;
		}
		afterRest(async () => {
			const [before, step] = [told, editor.lastStep];
			told = items;
			const isNew = mergeNotice !== noticed;
			noticed = mergeNotice;
			if (isNew && mergeNotice) {
				announcer.say(mergeNotice);
				return;
			}
			const words = await import('./change-words.ts').catch(() => null);
			const says = words?.describeChange(before, items, step) ?? '';
			if (says !== '') announcer.say(says);
		});
	});

	$effect(() => {
		const { query, says } = found();
		if (!isOpening && query !== '') afterRest(() => announcer.say(says));
	});

	$effect(() => {
		// What the window had kept is taken up by then; nobody did it just now.
		const opened = setTimeout(() => (isOpening = false));
		return () => {
			clearTimeout(opened);
			clearTimeout(timer);
		};
	});
}
