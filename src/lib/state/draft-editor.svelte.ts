import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { countChanges, diffItems } from '#lib/access/diff.ts';
import type { LintFix } from '#lib/access/lint.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import { formatScope } from '#lib/access/scope-format.ts';
import { normalizeSelection, sameSelection, type Selection } from '#lib/access/selection.ts';
import { createContext } from 'svelte';
import type { DraftStore, SavedDraft } from './draft-store.ts';
import { UndoHistory } from './undo-history.svelte.ts';

/** Quiet time in milliseconds after the last change before the draft is saved. */
const SAVE_DELAY = 350;

type SaveState =
	| { readonly kind: 'saved' }
	| { readonly kind: 'unsaved' }
	| { readonly kind: 'saving' }
	| { readonly kind: 'failed'; readonly message: string };

/**
 * The selection under edit: every change shows at once, is saved by itself, and can be undone.
 * A save that meets somebody else's is merged with theirs and tried again.
 */
export class DraftEditor {
	#selection: ReadonlyMap<string, boolean> = $state.raw(new Map());
	#saved: SavedDraft = $state.raw({ revision: 0, updatedAt: 0, selection: [] });
	#published: Selection = $state.raw([]);
	#history: UndoHistory<Selection>;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#saving: Promise<void> | null = null;

	saveState: SaveState = $state.raw({ kind: 'saved' });
	/** Says what a merge with another tab's changes did; null until one happens. */
	mergeNotice: string | null = $state(null);

	readonly items = $derived(
		normalizeSelection([...this.#selection].map(([code, required]) => ({ code, required })))
	);
	readonly access = $derived(derive(this.items, officialCatalog));
	readonly held: ReadonlySet<PermissionName> = $derived(
		new Set(this.access.map(({ name }) => name))
	);
	readonly locked: ReadonlySet<PermissionName> = $derived(
		new Set(this.access.filter(({ required }) => required).map(({ name }) => name))
	);
	readonly scope = $derived(formatScope(this.access));
	readonly changes = $derived(countChanges(diffItems(this.#published, this.items)));

	readonly #store: DraftStore;

	constructor(store: DraftStore, saved: SavedDraft, published: Selection) {
		this.#store = store;
		this.#history = new UndoHistory(store.key);
		this.load(saved, published);
	}

	/** Takes over what the server holds, unless there are changes it has not seen. */
	load(saved: SavedDraft, published: Selection): void {
		this.#published = published;
		if (this.hasUnsavedChanges) return;
		this.#saved = saved;
		this.#selection = toMap(saved.selection);
	}

	/** Shows a selection that is not saved and shall not be saved by itself. */
	show(selection: Selection): void {
		this.#selection = toMap(selection);
	}

	get savedAt(): number {
		return this.#saved.updatedAt;
	}

	get revision(): number {
		return this.#saved.revision;
	}

	get hasUnsavedChanges(): boolean {
		return this.saveState.kind !== 'saved';
	}

	get canUndo(): boolean {
		return this.#history.canUndo;
	}

	get canRedo(): boolean {
		return this.#history.canRedo;
	}

	isSelected(code: string): boolean {
		return this.#selection.has(code);
	}

	isRequired(code: string): boolean {
		return this.#selection.get(code) === true;
	}

	toggle(code: string): void {
		this.select([code], !this.isSelected(code));
	}

	select(codes: readonly string[], selected: boolean): void {
		const next = new Map(this.#selection);
		for (const code of codes) {
			if (!selected) next.delete(code);
			else if (!next.has(code)) next.set(code, false);
		}
		this.#change(next);
	}

	setRequired(code: string, required: boolean): void {
		if (this.isSelected(code)) this.#change(new Map(this.#selection).set(code, required));
	}

	apply(fix: LintFix): void {
		const next = new Map(this.#selection);
		for (const code of fix.select ?? []) next.set(code, next.get(code) ?? false);
		for (const code of fix.deselect ?? []) next.delete(code);
		for (const code of fix.makeOptional ?? []) if (next.has(code)) next.set(code, false);
		this.#change(next);
	}

	replace(selection: Selection): void {
		this.#change(toMap(selection));
	}

	undo(): void {
		const earlier = this.#history.undo(this.items);
		if (earlier) this.#set(toMap(earlier));
	}

	redo(): void {
		const later = this.#history.redo(this.items);
		if (later) this.#set(toMap(later));
	}

	/** Saves what is not saved yet; resolves once the server has it or has refused. */
	async flush(): Promise<void> {
		clearTimeout(this.#timer);
		await this.#saving;
		if (!this.hasUnsavedChanges) return;
		this.#saving = this.#save().finally(() => (this.#saving = null));
		await this.#saving;
	}

	#change(next: ReadonlyMap<string, boolean>): void {
		this.#history.push(this.items);
		this.#set(next);
	}

	#set(next: ReadonlyMap<string, boolean>): void {
		this.#selection = next;
		this.saveState = { kind: 'unsaved' };
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), SAVE_DELAY);
	}

	async #save(): Promise<void> {
		const mine = this.items;
		this.saveState = { kind: 'saving' };
		const outcome = await this.#store.save(this.#saved.revision, mine);
		if (outcome.kind === 'failed') {
			this.saveState = outcome;
			return;
		}
		if (outcome.kind === 'stale') {
			await this.#mergeWith(outcome.current);
			return;
		}
		this.#saved = { ...outcome.saved, selection: mine };
		this.saveState = { kind: sameSelection(this.items, mine) ? 'saved' : 'unsaved' };
	}

	async #mergeWith(theirs: SavedDraft): Promise<void> {
		const { mergeSelections } = await import('#lib/access/merge.ts');
		const { merged, conflicts } = mergeSelections(
			this.#saved.selection,
			this.items,
			theirs.selection
		);
		this.mergeNotice =
			conflicts.length === 0
				? 'The draft was also changed in another window. Both sets of changes are kept.'
				: `The draft was also changed in another window. Both sets of changes are kept; where they differ, yours stand: ${conflicts.map(({ code }) => code).join(', ')}.`;
		this.#saved = theirs;
		this.#selection = toMap(merged);
		await this.#save();
	}
}

/** Leaves out what the catalog has dropped since; an older step of undo may still hold it. */
function toMap(selection: Selection): ReadonlyMap<string, boolean> {
	const known = selection.filter(({ code }) => officialCatalog.item(code));
	return new Map(known.map(({ code, required }) => [code, required]));
}

export const [getDraftEditor, setDraftEditor] = createContext<DraftEditor>();
