import type { Selection } from '#lib/access/selection.ts';
import { DraftEditor } from '#lib/state/draft-editor.svelte.ts';
import { onTestFinished, vi } from 'vitest';
import { MemoryStore } from './draft-store.ts';

export const RANGE = 'tractionbattery-range';
export const ODOMETER = 'odometer-traveleddistance';

export const pick = (...codes: string[]): Selection =>
	codes.map((code) => ({ code, required: false }));

/** An editor of an empty draft, with time in the test's hand, in a window that holds nothing but its. */
export function startEditing(): { store: MemoryStore; editor: DraftEditor } {
	vi.useFakeTimers();
	onTestFinished(() => {
		vi.useRealTimers();
		sessionStorage.clear();
	});
	const store = new MemoryStore();
	return { store, editor: new DraftEditor(store, store.draft, null) };
}

/** Lets time pass, and the merge load when it is needed. */
export async function wait(milliseconds = 2000): Promise<void> {
	await vi.advanceTimersByTimeAsync(milliseconds);
	await vi.dynamicImportSettled();
	await vi.advanceTimersByTimeAsync(milliseconds);
}
