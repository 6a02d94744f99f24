import type { Purposes } from '#lib/access/purposes.ts';
import type { Selection } from '#lib/access/selection.ts';
import { sameContent, type DraftContent } from '#lib/access/draft-content.ts';
import type { DraftStore, SavedDraft } from './draft-store.ts';
import {
	forgetUnsaved,
	goesBeyond,
	keepConfirmed,
	keepUnsaved,
	readUnsaved
} from './draft-unsaved.ts';
import * as words from './words.en.ts';

/** Quiet time in milliseconds after the last change before the draft is saved. */
const SAVE_DELAY = 350;

/** Milliseconds until a save that failed is tried again: at first, and at most. */
const FIRST_RETRY = 1000;
const LONGEST_RETRY = 30_000;

/** Merges in one go; whoever saves more often than that is waited for. */
const MAX_MERGES = 5;

type SaveState =
	| { readonly kind: 'saved' }
	| { readonly kind: 'unsaved' }
	| { readonly kind: 'saving' }
	| { readonly kind: 'failed'; readonly message: string };

/** What is edited. */
interface Edited {
	readonly content: DraftContent;
	/** Shows what a merge or an earlier page made of it. */
	show(selection: Selection, purposes: Purposes): void;
}

/**
 * Brings what is edited to the server. One save is under way at a time; one that meets somebody
 * else's is merged with theirs, and one that fails is tried again.
 */
export class DraftSaver {
	state: SaveState = $state.raw({ kind: 'saved' });
	saved: SavedDraft = $state.raw({
		revision: 0,
		updatedAt: 0,
		selection: [],
		purposes: {}
	});
	/** Says what a merge with another tab's changes did; null until one happens. */
	mergeNotice: string | null = $state(null);

	readonly #store: DraftStore;
	readonly #edited: Edited;
	/** Revisions gone on from: an answer that was on its way may still tell of one. */
	readonly #passed = new Set<number>();
	/** Drafts that were told already: a layout hands the same one on again. */
	readonly #told = new WeakSet<SavedDraft>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#retryDelay = FIRST_RETRY;
	#saving: Promise<void> | null = null;
	/** Whether somebody asked for a save since the last one began. */
	#wanted = false;
	/** What was sent since the last answer, the newest last: the server may hold any of it. */
	#unanswered: readonly DraftContent[] = [];
	#ended = false;

	constructor(store: DraftStore, edited: Edited) {
		this.#store = store;
		this.#edited = edited;
	}

	get isDone(): boolean {
		return this.state.kind === 'saved';
	}

	/** @returns whether this is news: neither older than what is known nor beside unsaved changes */
	load(saved: SavedDraft): boolean {
		if (!this.isDone || this.#told.has(saved)) return false;
		this.#told.add(saved);
		// An answer was on its way once at the most: the server that says so again holds a backup.
		if (this.#passed.delete(saved.revision)) return false;
		this.#goOnFrom(saved);
		return true;
	}

	/**
	 * Takes up what an earlier page of this window could not save, or saved after this one was read,
	 * and saves as soon as the connection is back.
	 *
	 * @returns ends it: what is unsaved then is sent once more, and kept for the next page
	 */
	attend(): () => void {
		this.#ended = false;
		this.#takeUp();
		const save = () => void this.flush();
		window.addEventListener('online', save);
		return () => {
			window.removeEventListener('online', save);
			save();
			this.#ended = true;
		};
	}

	/** Something changed; it is saved once no more follows. */
	changed(): void {
		this.state = { kind: 'unsaved' };
		this.#keep();
		this.#saveAfter(SAVE_DELAY);
	}

	/** Saves what is not saved yet; resolves once the server has it or has refused. */
	async flush(): Promise<void> {
		if (this.state.kind === 'failed') this.state = { kind: 'unsaved' };
		await this.#saveAll();
	}

	/**
	 * Sends what is not saved yet, for the page is about to go.
	 *
	 * @returns whether all of it is on its way
	 */
	leave(): boolean {
		if (this.isDone) return true;
		const isReachable = this.state.kind !== 'failed' && navigator.onLine;
		const sent = this.#unanswered.at(-1);
		const isSent = !this.#saving || (sent !== undefined && sameContent(sent, this.#edited.content));
		void this.flush();
		return isReachable && isSent;
	}

	#takeUp(): void {
		const { key } = this.#store;
		const kept = readUnsaved(key);
		if (!kept || !this.isDone) return;
		if (!goesBeyond(kept, this.saved)) {
			forgetUnsaved(key);
			return;
		}
		this.saved = kept.base;
		this.#unanswered = kept.unanswered;
		this.#edited.show(kept.content.selection, kept.content.purposes);
		this.changed();
	}

	#keep(): void {
		const { content } = this.#edited;
		keepUnsaved(this.#store.key, { base: this.saved, content, unanswered: this.#unanswered });
	}

	#saveAfter(delay: number): void {
		clearTimeout(this.#timer);
		if (!this.#ended) this.#timer = setTimeout(() => void this.#saveAll(), delay);
	}

	/** Who asks while a save is under way waits for that and the one after it. */
	#saveAll(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.isDone) return Promise.resolve();
		this.#wanted = true;
		this.#saving ??= this.#saveWhileWanted();
		return this.#saving;
	}

	async #saveWhileWanted(): Promise<void> {
		try {
			for (let merges = 0; this.#wanted && !this.isDone;) {
				this.#wanted = false;
				const theirs = await this.#save();
				if (!theirs) continue;
				merges += 1;
				if (merges <= MAX_MERGES) await this.#mergeWith(theirs);
				else this.#fail(words.otherWindowsChange);
			}
		} finally {
			this.#saving = null;
		}
	}

	/** @returns the draft that somebody else saved meanwhile, if that is why nothing was saved */
	async #save(): Promise<SavedDraft | null> {
		const mine = this.#edited.content;
		const unanswered = this.#unanswered;
		// A save that is tried again by itself says that it failed until it does not.
		if (this.state.kind !== 'failed') this.state = { kind: 'saving' };
		this.#unanswered = [...unanswered.filter((sent) => !sameContent(sent, mine)), mine];
		this.#keep();
		const outcome = await this.#store.save(this.saved.revision, mine);
		if (outcome.kind === 'failed') {
			const isWorthIt = outcome.passing || !sameContent(this.#edited.content, mine);
			this.#fail(outcome.message, isWorthIt);
			return null;
		}
		this.#retryDelay = FIRST_RETRY;
		this.#unanswered = [];
		if (outcome.kind === 'saved') {
			this.#settle({ ...outcome.saved, ...mine });
			return null;
		}
		const { current } = outcome;
		const isOurs = unanswered.some((sent) => sameContent(sent, current));
		if (!isOurs && !sameContent(current, this.#edited.content)) return current;
		// An earlier save arrived although its answer did not.
		this.#settle(current);
		this.#wanted = true;
		return null;
	}

	#fail(message: string, isWorthAnotherTry = true): void {
		this.state = { kind: 'failed', message };
		if (!isWorthAnotherTry) return;
		this.#saveAfter(this.#retryDelay);
		this.#retryDelay = Math.min(this.#retryDelay * 2, LONGEST_RETRY);
	}

	/** The server holds this now; what changed meanwhile is still to be saved. */
	#settle(saved: SavedDraft): void {
		this.#goOnFrom(saved);
		const isAll = sameContent(this.#edited.content, saved);
		this.state = { kind: isAll ? 'saved' : 'unsaved' };
		if (isAll) keepConfirmed(this.#store.key, saved);
		else this.#keep();
	}

	#goOnFrom(saved: SavedDraft): void {
		this.#passed.add(this.saved.revision);
		this.#passed.delete(saved.revision);
		this.saved = saved;
	}

	async #mergeWith(theirs: SavedDraft): Promise<void> {
		const merging = await import('./draft-merge.ts').catch(() => null);
		if (!merging) {
			this.#fail(words.unreachableKept);
			return;
		}
		const base = this.saved;
		const { merged, conflicts } = merging.mergeDrafts(base, this.#edited.content, theirs);
		// Somebody may have published only: then nothing of the draft changed.
		if (!sameContent(base, theirs)) this.mergeNotice = merging.describeMerge(conflicts);
		this.#edited.show(merged.selection, merged.purposes);
		this.#settle(theirs);
		this.#wanted = true;
	}
}
