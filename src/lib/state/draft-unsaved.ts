import { sameSelection, type Selection } from '#lib/access/selection.ts';
import type { SavedDraft } from './draft-store.ts';

/**
 * What was edited last, as a window keeps it over a reload: changes that the server has not
 * confirmed, or a save so young that the next page may have been read before it.
 */
export interface UnsavedDraft {
	/** The saved draft that they were made on. */
	readonly base: SavedDraft;
	readonly selection: Selection;
	/** What was sent since the last answer, the newest last: the server may hold any of it. */
	readonly unanswered: readonly Selection[];
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

/** Keeps that the server confirmed a save; what another editor of this window left later stays. */
export function keepConfirmed(key: string, saved: SavedDraft): void {
	const kept = readUnsaved(key);
	if (kept && sameSelection(kept.selection, saved.selection)) {
		keepUnsaved(key, { base: saved, selection: saved.selection, unanswered: [] });
	}
}

export function forgetUnsaved(key: string): void {
	sessionStorage.removeItem(nameOf(key));
}

/** Whether what is kept goes beyond the draft that a page was made of. */
export function goesBeyond(
	{ base, selection, unanswered }: UnsavedDraft,
	page: SavedDraft
): boolean {
	if (sameSelection(selection, page.selection)) return false;
	const isConfirmed = unanswered.length === 0 && sameSelection(selection, base.selection);
	return !isConfirmed || base.revision > page.revision;
}
