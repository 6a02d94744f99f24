import { UndoHistory } from '#lib/state/undo-history.svelte.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => sessionStorage.clear());

describe('undo and redo', () => {
	it('find nothing at the beginning and at the end, and change nothing there', () => {
		const history = new UndoHistory<string>('a');
		expect([history.canUndo, history.canRedo]).toEqual([false, false]);
		expect([history.undo('now'), history.redo('now')]).toEqual([null, null]);
		expect([history.canUndo, history.canRedo]).toEqual([false, false]);
	});

	it('go back step by step and forward again', () => {
		const history = new UndoHistory<string>('a');
		history.push('first');
		history.push('second');
		expect(history.undo('third')).toBe('second');
		expect([history.canUndo, history.canRedo]).toEqual([true, true]);
		expect(history.undo('second')).toBe('first');
		expect([history.canUndo, history.canRedo]).toEqual([false, true]);
		expect(history.redo('first')).toBe('second');
		expect(history.redo('second')).toBe('third');
		expect([history.canUndo, history.canRedo]).toEqual([true, false]);
		expect(history.undo('third')).toBe('second');
	});

	it('forget what was undone once something else is done', () => {
		const history = new UndoHistory<string>('a');
		history.push('first');
		history.undo('second');
		history.push('first');
		expect(history.redo('other')).toBeNull();
	});

	it('go on after a reload, each key on its own', () => {
		const history = new UndoHistory<string>('a');
		history.push('first');
		history.push('second');
		history.undo('third');
		const reloaded = new UndoHistory<string>('a');
		expect(reloaded.redo('second')).toBe('third');
		expect(new UndoHistory<string>('b').canUndo).toBe(false);
		expect(new UndoHistory<string>('a').canRedo).toBe(false);
	});

	it('start anew where what was kept cannot be read', () => {
		sessionStorage.setItem('valetkey:undo-draft:a', '{');
		const history = new UndoHistory<string>('a');
		expect([history.canUndo, history.canRedo]).toEqual([false, false]);
	});

	it('last until the reload where nothing can be kept', () => {
		const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		const history = new UndoHistory<string>('a');
		history.push('first');
		expect(history.undo('second')).toBe('first');
		full.mockRestore();
	});
});
