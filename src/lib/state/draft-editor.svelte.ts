import { officialCatalog } from '#lib/access/catalog/official.ts';
import { derive } from '#lib/access/derive.ts';
import { countUnpublished, type LockedSelection } from '#lib/access/diff.ts';
import type { LintFix } from '#lib/access/lint.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import { purposesOf, type Purposes } from '#lib/access/purposes.ts';
import { formatScope } from '#lib/access/scope-format.ts';
import { normalizeSelection, type Selection } from '#lib/access/selection.ts';
import { createContext } from 'svelte';
import type { DraftContent } from '#lib/access/draft-content.ts';
import { DraftSaver } from './draft-saver.svelte.ts';
import type { DraftStore, SavedDraft } from './draft-store.ts';
import { UndoHistory } from './undo-history.svelte.ts';

/**
 * The draft of one application under edit: every change shows at once, is saved by itself, and can
 * be undone.
 */
export class DraftEditor {
	#selection: ReadonlyMap<string, boolean> = $state.raw(new Map());
	#purposes: Purposes = $state.raw({});
	#published: LockedSelection | null = $state.raw(null);
	readonly #history: UndoHistory<DraftContent>;
	readonly #saver: DraftSaver;

	/** What led to the selection as it is. */
	lastStep: 'edit' | 'undo' | 'redo' = 'edit';

	readonly items = $derived(
		normalizeSelection([...this.#selection].map(([code, required]) => ({ code, required })))
	);
	/** As it is saved: of permissions that are not asked for as well. */
	readonly content: DraftContent = $derived({ selection: this.items, purposes: this.#purposes });
	readonly access = $derived(derive(this.items, officialCatalog));
	readonly held: ReadonlySet<PermissionName> = $derived(
		new Set(this.access.map(({ name }) => name))
	);
	readonly locked: ReadonlySet<PermissionName> = $derived(
		new Set(this.access.filter(({ required }) => required).map(({ name }) => name))
	);
	readonly scope = $derived(formatScope(this.access));
	/** What owners are told that each permission is for. */
	readonly purposes = $derived(purposesOf(this.access, this.#purposes));
	readonly changes = $derived(
		countUnpublished(this.#published, { selection: this.items, purposes: this.purposes })
	);

	constructor(store: DraftStore, saved: SavedDraft, published: LockedSelection | null) {
		this.#saver = new DraftSaver(store, this);
		this.#history = new UndoHistory(store.key);
		this.load(saved, published);
	}

	/** Takes over what the server holds, unless there are changes it has not seen. */
	load(saved: SavedDraft, published: LockedSelection | null): void {
		this.#published = published;
		if (this.#saver.load(saved)) this.show(saved.selection, saved.purposes);
	}

	/** Takes up what is unsaved and looks after it until the returned function is called. */
	attend(): () => void {
		return this.#saver.attend();
	}

	/** Shows what is not saved and shall not be saved by itself; what is not given stays. */
	show(selection: Selection, purposes = this.#purposes): void {
		this.#selection = toMap(selection);
		this.#purposes = purposes;
	}

	get saveState(): DraftSaver['state'] {
		return this.#saver.state;
	}

	get savedAt(): number {
		return this.#saver.saved.updatedAt;
	}

	get revision(): number {
		return this.#saver.saved.revision;
	}

	get hasUnsavedChanges(): boolean {
		return !this.#saver.isDone;
	}

	/** Says what a merge with another window's changes did; null until one happens. */
	get mergeNotice(): string | null {
		return this.#saver.mergeNotice;
	}

	dismissMergeNotice(): void {
		this.#saver.mergeNotice = null;
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

	/** Without purposes, those that there are stay. */
	replace(selection: Selection, purposes?: Purposes): void {
		this.#change(toMap(selection), purposes);
	}

	undo(): void {
		const earlier = this.#history.undo(this.content);
		this.lastStep = 'undo';
		if (earlier) this.#set(toMap(earlier.selection), earlier.purposes);
	}

	redo(): void {
		const later = this.#history.redo(this.content);
		this.lastStep = 'redo';
		if (later) this.#set(toMap(later.selection), later.purposes);
	}

	/** Saves what is not saved yet; resolves once the server has it or has refused. */
	flush(): Promise<void> {
		return this.#saver.flush();
	}

	/** Sends what is not saved yet before the page goes; false when not all of it is on its way. */
	leave(): boolean {
		return this.#saver.leave();
	}

	#change(next: ReadonlyMap<string, boolean>, purposes?: Purposes): void {
		this.#history.push(this.content);
		this.lastStep = 'edit';
		this.#set(next, purposes);
	}

	#set(next: ReadonlyMap<string, boolean>, purposes = this.#purposes): void {
		this.#selection = next;
		this.#purposes = purposes;
		this.#saver.changed();
	}
}

/** Leaves out what the catalog has dropped since; an older step of undo may still hold it. */
function toMap(selection: Selection): ReadonlyMap<string, boolean> {
	const known = selection.filter(({ code }) => officialCatalog.item(code));
	return new Map(known.map(({ code, required }) => [code, required]));
}

export const [getDraftEditor, setDraftEditor] = createContext<DraftEditor>();
