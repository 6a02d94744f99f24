import type { Purposes } from '#lib/access/purposes.ts';
import type { Selection } from '#lib/access/selection.ts';
import type { DraftContent } from '#lib/access/draft-content.ts';
import type { DraftStore, SaveOutcome, SavedDraft } from '#lib/state/draft-store.ts';

type Weather = 'fine' | 'unreachable' | 'refusing' | 'answers are lost';

/** A server with one draft, which can be changed behind the editor's back, and the way to it. */
export class MemoryStore implements DraftStore {
	readonly key = 'test';
	draft: SavedDraft = { revision: 7, updatedAt: 0, selection: [], purposes: {} };
	weather: Weather = 'fine';
	/** Selections that arrived, in order. */
	readonly sent: Selection[] = [];
	/** Milliseconds that a save takes. */
	duration = 50;
	under = 0;
	mostAtOnce = 0;

	async save(baseRevision: number, content: DraftContent): Promise<SaveOutcome> {
		this.sent.push(content.selection);
		this.under += 1;
		this.mostAtOnce = Math.max(this.mostAtOnce, this.under);
		await new Promise((resolve) => setTimeout(resolve, this.duration));
		this.under -= 1;
		if (this.weather === 'unreachable') {
			return { kind: 'failed', message: 'The server cannot be reached.', passing: true };
		}
		if (this.weather === 'refusing') {
			return { kind: 'failed', message: 'This application does not exist.', passing: false };
		}
		if (baseRevision !== this.draft.revision) return { kind: 'stale', current: this.draft };
		this.change(content.selection, content.purposes);
		if (this.weather === 'answers are lost') {
			return { kind: 'failed', message: 'The server cannot be reached.', passing: true };
		}
		return { kind: 'saved', saved: { revision: this.draft.revision, updatedAt: 0 } };
	}

	change(selection: Selection, purposes: Purposes = this.draft.purposes): void {
		const revision = this.draft.revision + 1;
		this.draft = { revision, updatedAt: 0, selection, purposes };
	}
}
