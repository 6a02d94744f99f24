import { DraftEditor } from '#lib/state/draft-editor.svelte.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ODOMETER, pick, RANGE, startEditing, wait } from '../../support/draft-editing.ts';
import type { MemoryStore } from '../../support/draft-store.ts';

let store: MemoryStore;
let editor: DraftEditor;

beforeEach(() => {
	({ store, editor } = startEditing());
});

describe('DraftEditor', () => {
	it('derives scope and number of changes from every toggle at once', () => {
		editor.toggle(RANGE);
		editor.toggle(ODOMETER);
		editor.setRequired(RANGE, true);
		expect(editor.scope).toBe('required:read_battery read_odometer');
		expect(editor.changes).toBe(2);
		editor.toggle(RANGE);
		expect(editor.scope).toBe('read_odometer');
	});

	it('saves by itself once the developer pauses, and once only', async () => {
		const save = vi.spyOn(store, 'save');
		editor.toggle(RANGE);
		editor.toggle(ODOMETER);
		expect(editor.saveState.kind).toBe('unsaved');
		await wait();
		expect(save).toHaveBeenCalledTimes(1);
		expect(editor.saveState.kind).toBe('saved');
		expect(store.draft.selection).toEqual(pick(ODOMETER, RANGE));
	});

	it('undoes and redoes step by step', () => {
		editor.toggle(RANGE);
		editor.toggle(ODOMETER);
		editor.undo();
		expect(editor.items).toEqual(pick(RANGE));
		editor.undo();
		expect(editor.items).toEqual([]);
		expect(editor.canUndo).toBe(false);
		editor.redo();
		editor.redo();
		expect(editor.items).toEqual(pick(ODOMETER, RANGE));
		expect(editor.canRedo).toBe(false);
	});

	it('saves and undoes a purpose as any change, and counts it where its permission is asked for', async () => {
		editor.toggle(RANGE);
		editor.replace(editor.items, { read_battery: 'We plan by it.' });
		editor.replace(editor.items, { read_battery: 'We plan by it.', read_vin: 'Of nothing.' });
		expect(editor.purposes).toEqual({ read_battery: 'We plan by it.' });
		expect(editor.changes).toBe(2);
		await wait();
		expect(store.draft.purposes).toEqual({
			read_battery: 'We plan by it.',
			read_vin: 'Of nothing.'
		});
		editor.undo();
		editor.undo();
		expect(editor.content).toEqual({ selection: pick(RANGE), purposes: {} });
		editor.redo();
		expect(editor.purposes).toEqual({ read_battery: 'We plan by it.' });
		expect(editor.scope).toBe('read_battery');
		editor.toggle(RANGE);
		expect(editor.purposes).toEqual({});
		editor.toggle(RANGE);
		expect(editor.purposes).toEqual({ read_battery: 'We plan by it.' });
	});

	it('keeps undo over a reload of the window', async () => {
		editor.toggle(RANGE);
		await wait();
		const reloaded = new DraftEditor(store, store.draft, null);
		reloaded.undo();
		expect(reloaded.items).toEqual([]);
	});

	it('forgets what was undone once something else is done', () => {
		editor.toggle(RANGE);
		editor.undo();
		editor.toggle(ODOMETER);
		expect(editor.canRedo).toBe(false);
	});

	it('applies the fix of a note as one step', () => {
		editor.replace([{ code: RANGE, required: true }]);
		editor.apply({ label: '', makeOptional: [RANGE, 'make'], select: [ODOMETER] });
		expect(editor.items).toEqual(pick(ODOMETER, RANGE));
		editor.undo();
		expect(editor.isRequired(RANGE)).toBe(true);
	});

	it('goes on when the catalog has dropped an item that was published or undone', () => {
		const dropped = pick('odometer-of-yesterday');
		const published = { selection: dropped, access: [], purposes: {} };
		const old = new DraftEditor(store, { ...store.draft, selection: dropped }, published);
		expect(old.items).toEqual([]);
		expect(old.changes).toBe(1);
		old.toggle(RANGE);
		old.replace(dropped);
		expect(old.scope).toBe('');
	});
});
