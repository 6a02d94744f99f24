import type { DraftEditor } from '#lib/state/draft-editor.svelte.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ODOMETER, pick, RANGE, startEditing, wait } from '../../support/draft-editing.ts';
import type { MemoryStore } from '../../support/draft-store.ts';

let store: MemoryStore;
let editor: DraftEditor;

beforeEach(() => {
	({ store, editor } = startEditing());
});

describe('saves', () => {
	it('are one at a time; those who ask while one is under way share the next', async () => {
		editor.toggle(RANGE);
		const first = editor.flush();
		editor.toggle(ODOMETER);
		await Promise.all([first, ...[1, 2, 3].map(() => editor.flush()), wait()]);
		expect(store.sent).toEqual([pick(RANGE), pick(ODOMETER, RANGE)]);
		expect(store.mostAtOnce).toBe(1);
		expect(editor.saveState.kind).toBe('saved');
		expect(editor.mergeNotice).toBeNull();
	});

	it('include what changed while one was on its way, without anybody asking', async () => {
		editor.toggle(RANGE);
		void editor.flush();
		editor.toggle(ODOMETER);
		await wait();
		expect(store.draft.selection).toEqual(pick(ODOMETER, RANGE));
		expect(editor.saveState.kind).toBe('saved');
	});

	it('are not made where nothing changed', async () => {
		await editor.flush();
		await wait();
		expect(store.sent).toEqual([]);
	});
});

describe('a draft that another window changed', () => {
	it('is merged; neither side is lost', async () => {
		store.change(pick(ODOMETER));
		editor.toggle(RANGE);
		await wait();
		expect(store.draft.selection).toEqual(pick(ODOMETER, RANGE));
		expect(editor.items).toEqual(pick(ODOMETER, RANGE));
		expect(editor.mergeNotice).toBe(
			'The draft was also changed in another window. Both sets of changes are kept.'
		);
		editor.dismissMergeNotice();
		expect(editor.mergeNotice).toBeNull();
	});

	it('is merged with its purposes, and names the one on which the merge had to choose', async () => {
		store.change(pick(RANGE), { read_vin: 'Theirs.', read_battery: 'Theirs.' });
		editor.replace(editor.items, { read_battery: 'Mine.' });
		await wait();
		expect(store.draft).toMatchObject({
			selection: pick(RANGE),
			purposes: { read_vin: 'Theirs.', read_battery: 'Mine.' }
		});
		expect(editor.mergeNotice).toContain('read_battery');
		expect(editor.mergeNotice).not.toContain('read_vin');
	});

	it('names the items on which the merge had to choose', async () => {
		store.change([{ code: RANGE, required: true }]);
		editor.toggle(RANGE);
		await wait();
		expect(store.draft.selection).toEqual(pick(RANGE));
		expect(editor.mergeNotice).toBe(
			`The draft was also changed in another window. Both sets of changes are kept; where they differ, yours stand: ${RANGE}.`
		);
	});

	it('is no news when it was published only, or made the same', async () => {
		store.change([]);
		editor.toggle(RANGE);
		await wait();
		expect(store.draft.selection).toEqual(pick(RANGE));
		expect(editor.mergeNotice).toBeNull();
		store.change(pick(ODOMETER, RANGE));
		editor.toggle(ODOMETER);
		await wait();
		expect(editor.saveState.kind).toBe('saved');
		expect(editor.mergeNotice).toBeNull();
	});

	it('again and again is given up for a while, and told', async () => {
		const save = store.save.bind(store);
		store.save = (base, selection) => {
			store.change(pick(ODOMETER));
			return save(base, selection);
		};
		editor.toggle(RANGE);
		await vi.advanceTimersByTimeAsync(350);
		await vi.dynamicImportSettled();
		await vi.advanceTimersByTimeAsync(500);
		expect(store.sent).toHaveLength(6);
		expect(editor.saveState).toEqual({
			kind: 'failed',
			message: 'Other windows keep changing this draft. Your changes are kept here.'
		});
		expect(editor.isSelected(RANGE)).toBe(true);
		store.save = save;
		await wait();
		expect(store.draft.selection).toEqual(pick(ODOMETER, RANGE));
	});
});

describe('what the server tells', () => {
	it('is taken over, but never over changes it has not seen', () => {
		editor.load({ revision: 8, updatedAt: 0, selection: pick(ODOMETER), purposes: {} }, null);
		expect(editor.items).toEqual(pick(ODOMETER));
		editor.toggle(RANGE);
		editor.load({ revision: 9, updatedAt: 0, selection: [], purposes: {} }, null);
		expect(editor.items).toEqual(pick(ODOMETER, RANGE));
	});

	it('of before the last save is not taken for news', async () => {
		const before = store.draft;
		editor.toggle(RANGE);
		await wait();
		editor.load(before, null);
		expect(editor.items).toEqual(pick(RANGE));
		expect(editor.revision).toBe(store.draft.revision);
	});

	it('of an earlier revision again, in another answer, is what it holds: a backup of then', async () => {
		const before = store.draft;
		editor.toggle(RANGE);
		await wait();
		for (const told of [before, { ...before }, before]) editor.load(told, null);
		expect(editor.items).toEqual(pick(RANGE));
		editor.load({ ...before }, null);
		expect(editor.items).toEqual([]);
		expect(editor.revision).toBe(before.revision);
	});
});
