import type { Selection } from '#lib/access/selection.ts';

/** A draft as the server holds it; `updatedAt` in milliseconds since 1970. */
export interface SavedDraft {
	readonly revision: number;
	readonly updatedAt: number;
	readonly selection: Selection;
}

export type SaveOutcome =
	| { readonly kind: 'saved'; readonly saved: Omit<SavedDraft, 'selection'> }
	/** Somebody saved in between; nothing was written. */
	| { readonly kind: 'stale'; readonly current: SavedDraft }
	| { readonly kind: 'failed'; readonly message: string };

export interface DraftStore {
	/** Names the draft among all that this browser edits. */
	readonly key: string;
	save(baseRevision: number, selection: Selection): Promise<SaveOutcome>;
}

/** What the draft's address answers: the saved draft, the current one, or what is wrong. */
interface Answer extends Omit<SavedDraft, 'selection'> {
	readonly current: SavedDraft;
	readonly message: string;
}

/** Saves through the draft's own address. Never rejects: a lost network is an outcome too. */
export function httpDraftStore(key: string, url: string): DraftStore {
	return {
		key,
		async save(baseRevision, selection) {
			try {
				const response = await fetch(url, {
					method: 'PUT',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ baseRevision, selection }),
					keepalive: true
				});
				// Our own server's answer, of the shape that its endpoint states.
				const body = (await response.json()) as Answer;
				if (response.ok) return { kind: 'saved', saved: body };
				if (response.status === 409) return { kind: 'stale', current: body.current };
				return { kind: 'failed', message: body.message };
			} catch {
				return {
					kind: 'failed',
					message: 'The server cannot be reached. Your changes are kept in this window.'
				};
			}
		}
	};
}
