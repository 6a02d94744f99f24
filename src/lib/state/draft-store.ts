import type { DraftContent } from '#lib/access/draft-content.ts';
import * as words from './words.en.ts';

/** A draft as the server holds it; `updatedAt` in milliseconds since 1970. */
export interface SavedDraft extends DraftContent {
	/** Names this state of this draft and no other. */
	readonly revision: number;
	readonly updatedAt: number;
}

export type SaveOutcome =
	| { readonly kind: 'saved'; readonly saved: Omit<SavedDraft, keyof DraftContent> }
	/** Somebody saved in between; nothing was written. */
	| { readonly kind: 'stale'; readonly current: SavedDraft }
	| {
			readonly kind: 'failed';
			readonly message: string;
			/** Whether the same may succeed at another time. */
			readonly passing: boolean;
	  };

export interface DraftStore {
	/** Names the draft among all that this browser edits. */
	readonly key: string;
	save(baseRevision: number, content: DraftContent): Promise<SaveOutcome>;
}

/** What the draft's address answers: the saved draft, the current one, or what is wrong. */
interface Answer extends Omit<SavedDraft, keyof DraftContent> {
	readonly current: SavedDraft;
	readonly message: string;
}

/** Milliseconds after which a save counts as unanswered; the server gives one up sooner. */
const ANSWER_TIME = 15_000;

/** Saves through the draft's own address. Never rejects: a lost network is an outcome too. */
export function httpDraftStore(key: string, url: string): DraftStore {
	return {
		key,
		async save(baseRevision, { selection, purposes }) {
			try {
				const response = await fetch(url, {
					method: 'PUT',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ baseRevision, selection, purposes }),
					keepalive: true,
					signal: AbortSignal.timeout(ANSWER_TIME)
				});
				// Our own server's answer, of the shape that its endpoint states.
				const body = (await response.json()) as Answer;
				if (response.ok) return { kind: 'saved', saved: body };
				if (response.status === 409) return { kind: 'stale', current: body.current };
				return { kind: 'failed', message: body.message, passing: isPassing(response.status) };
			} catch {
				return {
					kind: 'failed',
					message: words.unreachableKept,
					passing: true
				};
			}
		}
	};
}

/** Too slow, too often, or a fault of the server. */
function isPassing(status: number): boolean {
	return status === 408 || status === 429 || status >= 500;
}
