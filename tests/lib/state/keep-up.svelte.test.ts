import { keepUp } from '#lib/state/keep-up.svelte.ts';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const editor = $state({ hasUnsavedChanges: false, revision: 3 });
const page = $state({ held: 3, leaving: false });
const read = vi.fn();
let stop: () => void;

beforeEach(() => {
	Object.assign(editor, { hasUnsavedChanges: false, revision: 3 });
	Object.assign(page, { held: 3, leaving: false });
	read.mockReset();
	stop = $effect.root(() =>
		keepUp(
			editor,
			() => page.held,
			() => {
				if (!page.leaving) read();
			}
		)
	);
	flushSync();
});

afterEach(() => stop());

describe('a page beside the editor', () => {
	it('is left alone while it holds what is saved', () => {
		page.held = 3;
		flushSync();
		expect(read).not.toHaveBeenCalled();
	});

	it('is read anew when a change is saved, not before', () => {
		editor.hasUnsavedChanges = true;
		flushSync();
		expect(read).not.toHaveBeenCalled();
		Object.assign(editor, { hasUnsavedChanges: false, revision: 4 });
		flushSync();
		expect(read).toHaveBeenCalledOnce();
		page.held = 4;
		flushSync();
		expect(read).toHaveBeenCalledOnce();
	});

	it('asks again when what it waited for has passed', () => {
		page.leaving = true;
		editor.revision = 4;
		flushSync();
		expect(read).not.toHaveBeenCalled();
		page.leaving = false;
		flushSync();
		expect(read).toHaveBeenCalledOnce();
	});

	it('hears nothing once it is left', () => {
		stop();
		editor.revision = 4;
		flushSync();
		expect(read).not.toHaveBeenCalled();
	});
});
