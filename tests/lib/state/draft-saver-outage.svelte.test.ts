import { DraftEditor } from '#lib/state/draft-editor.svelte.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ODOMETER, pick, RANGE, startEditing, wait } from '../../support/draft-editing.ts';
import type { MemoryStore } from '../../support/draft-store.ts';

let store: MemoryStore;
let editor: DraftEditor;

beforeEach(() => {
	({ store, editor } = startEditing());
});

describe('without a connection', () => {
	it('changes are kept, the state says why, and they are saved by themselves afterwards', async () => {
		store.weather = 'unreachable';
		editor.toggle(RANGE);
		await wait(10_000);
		expect(editor.saveState).toEqual({ kind: 'failed', message: 'The server cannot be reached.' });
		expect(editor.isSelected(RANGE)).toBe(true);
		store.weather = 'fine';
		await wait(30_000);
		expect(store.draft.selection).toEqual(pick(RANGE));
		expect(editor.saveState.kind).toBe('saved');
	});

	it('it is tried less and less often', async () => {
		store.weather = 'unreachable';
		editor.toggle(RANGE);
		await wait(300_000);
		expect(store.sent.length).toBeGreaterThan(15);
		expect(store.sent.length).toBeLessThan(30);
	});

	it('it is tried at once when the browser says that it is back, and on demand', async () => {
		const end = editor.attend();
		store.weather = 'unreachable';
		editor.toggle(RANGE);
		await wait(60_000);
		store.weather = 'fine';
		window.dispatchEvent(new Event('online'));
		await wait(store.duration);
		expect(editor.saveState.kind).toBe('saved');

		store.weather = 'unreachable';
		editor.toggle(ODOMETER);
		await wait(60_000);
		store.weather = 'fine';
		void editor.flush();
		expect(editor.saveState.kind).toBe('saving');
		await wait(store.duration);
		expect(store.draft.selection).toEqual(pick(ODOMETER, RANGE));
		end();
	});

	it('a save whose answer was lost is recognized; what was taken back since stays so', async () => {
		store.weather = 'answers are lost';
		editor.toggle(RANGE);
		editor.toggle(ODOMETER);
		await vi.advanceTimersByTimeAsync(500);
		expect(editor.saveState.kind).toBe('failed');
		expect(store.draft.selection).toEqual(pick(ODOMETER, RANGE));
		editor.toggle(RANGE);
		store.weather = 'fine';
		await wait();
		expect(store.draft.selection).toEqual(pick(ODOMETER));
		expect(editor.items).toEqual(pick(ODOMETER));
		expect(editor.mergeNotice).toBeNull();
	});

	it('so is one before others that did not arrive', async () => {
		store.weather = 'answers are lost';
		editor.toggle(RANGE);
		editor.toggle(ODOMETER);
		await vi.advanceTimersByTimeAsync(500);
		store.weather = 'unreachable';
		editor.toggle(RANGE);
		await vi.advanceTimersByTimeAsync(500);
		expect(store.draft.selection).toEqual(pick(ODOMETER, RANGE));
		store.weather = 'fine';
		await wait();
		expect(store.draft.selection).toEqual(pick(ODOMETER));
		expect(editor.items).toEqual(pick(ODOMETER));
		expect(editor.mergeNotice).toBeNull();
	});

	it('what the server refuses is not sent again until something changes', async () => {
		store.weather = 'refusing';
		editor.toggle(RANGE);
		await wait(120_000);
		expect(store.sent).toHaveLength(1);
		expect(editor.saveState).toEqual({
			kind: 'failed',
			message: 'This application does not exist.'
		});
		editor.toggle(ODOMETER);
		await wait();
		expect(store.sent).toHaveLength(2);
	});
});

describe('a page that goes', () => {
	it.each([
		['saved', () => {}, true],
		['changed a moment ago', () => editor.toggle(RANGE), true],
		[
			'on its way',
			() => {
				editor.toggle(RANGE);
				void editor.flush();
			},
			true
		],
		[
			'changed while a save is on its way',
			() => {
				editor.toggle(RANGE);
				void editor.flush();
				editor.toggle(ODOMETER);
			},
			false
		]
	])('with a draft that is %s sends what it can', async (_title, prepare, isOnItsWay) => {
		prepare();
		const expected = editor.items;
		expect(editor.leave()).toBe(isOnItsWay);
		await wait();
		expect(store.draft.selection).toEqual(expected);
	});

	it('with a draft that could not be saved says so', async () => {
		store.weather = 'unreachable';
		editor.toggle(RANGE);
		await wait(500);
		expect(editor.leave()).toBe(false);
	});

	it('leaves what it could not save to the next one', async () => {
		const end = editor.attend();
		store.weather = 'unreachable';
		editor.toggle(RANGE);
		await wait(10_000);
		end();
		await wait(10_000);
		const sent = store.sent.length;
		await wait(120_000);
		expect(store.sent).toHaveLength(sent);

		store.weather = 'fine';
		store.change(pick(ODOMETER));
		const next = new DraftEditor(store, store.draft, null);
		expect(next.items).toEqual(pick(ODOMETER));
		next.attend();
		expect(next.items).toEqual(pick(RANGE));
		expect(next.saveState.kind).toBe('unsaved');
		await wait();
		expect(next.items).toEqual(pick(ODOMETER, RANGE));
		expect(store.draft.selection).toEqual(pick(ODOMETER, RANGE));
		const last = new DraftEditor(store, store.draft, null);
		last.attend();
		expect(last.saveState.kind).toBe('saved');
	});

	it('whose last save arrived without an answer leaves nothing to do', async () => {
		editor.attend();
		store.weather = 'answers are lost';
		editor.toggle(RANGE);
		editor.leave();
		await vi.advanceTimersByTimeAsync(store.duration);
		store.weather = 'fine';
		const next = new DraftEditor(
			store,
			{ revision: 7, updatedAt: 0, selection: [], purposes: {} },
			null
		);
		next.attend();
		await wait();
		expect(next.saveState.kind).toBe('saved');
		expect(next.mergeNotice).toBeNull();
		expect(store.draft.selection).toEqual(pick(RANGE));
	});

	it('while its last save is answered hands it on to a page that was read before', async () => {
		const before = store.draft;
		editor.attend();
		editor.toggle(RANGE);
		editor.leave();
		await wait();
		const next = new DraftEditor(store, before, null);
		next.attend();
		expect(next.items).toEqual(pick(RANGE));
		await wait();
		expect(next.saveState.kind).toBe('saved');
		expect(next.mergeNotice).toBeNull();
		expect(store.draft.selection).toEqual(pick(RANGE));
	});

	it('leaves nothing to a page that was read after another window saved', async () => {
		editor.attend();
		editor.toggle(RANGE);
		await wait();
		store.change(pick(ODOMETER));
		const sent = store.sent.length;
		const next = new DraftEditor(store, store.draft, null);
		next.attend();
		expect(next.items).toEqual(pick(ODOMETER));
		await wait();
		expect(store.sent).toHaveLength(sent);
	});
});
