import { sameSelection, type Selection } from '#lib/access/selection.ts';
import type { SavedDraft } from './draft-store.ts';

/** Changes that the server has not confirmed, as a window keeps them over a reload. */
export interface UnsavedDraft {
	/** The saved draft that they were made on. */
	readonly base: SavedDraft;
	readonly selection: Selection;
	/** What was sent last without an answer: the server may hold it. */
	readonly sent: Selection | null;
}

const nameOf = (key: string) => `valetkey:unsaved:${key}`;

export function keepUnsaved(key: string, draft: UnsavedDraft): void {
	try {
		sessionStorage.setItem(nameOf(key), JSON.stringify(draft));
	} catch {
		// Storage may be full or forbidden; what is unsaved then lasts as long as the page.
	}
}

export function readUnsaved(key: string): UnsavedDraft | null {
	try {
		const text = sessionStorage.getItem(nameOf(key));
		// What this module itself wrote.
		return text === null ? null : (JSON.parse(text) as UnsavedDraft);
	} catch {
		return null;
	}
}

/** Forgets what is saved now; what another editor of this window left later stays. */
export function forgetUnsaved(key: string, saved: Selection): void {
	const kept = readUnsaved(key);
	if (kept && sameSelection(kept.selection, saved)) sessionStorage.removeItem(nameOf(key));
}
