import { sameContent, type DraftContent } from '#lib/access/draft-content.ts';
import type { SavedDraft } from './draft-store.ts';

/**
 * What was edited last, as a window keeps it over a reload: changes that the server has not
 * confirmed, or a save so young that the next page may have been read before it.
 */
export interface UnsavedDraft {
	/** The saved draft that they were made on. */
	readonly base: SavedDraft;
	readonly content: DraftContent;
	/** What was sent since the last answer, the newest last: the server may hold any of it. */
	readonly unanswered: readonly DraftContent[];
}

/** Another form takes another name: what an earlier version of the page wrote is not read. */
const nameOf = (key: string) => `valetkey:unsaved-draft:${key}`;

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
	if (kept && sameContent(kept.content, saved)) {
		keepUnsaved(key, { base: saved, content: saved, unanswered: [] });
	}
}

export function forgetUnsaved(key: string): void {
	sessionStorage.removeItem(nameOf(key));
}

/** Whether what is kept goes beyond the draft that a page was made of. */
export function goesBeyond({ base, content, unanswered }: UnsavedDraft, page: SavedDraft): boolean {
	if (sameContent(content, page)) return false;
	const isConfirmed = unanswered.length === 0 && sameContent(content, base);
	return !isConfirmed || base.revision > page.revision;
}
