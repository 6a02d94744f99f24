import type { Selection } from '#lib/access/selection.ts';
import { Announcer } from '#lib/state/announcer.svelte.ts';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tellChanges } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/vehicle-access/list/tell-changes.svelte.ts';

const BATTERY: Selection = [{ code: 'tractionbattery-stateofcharge', required: false }];
const BOTH: Selection = [...BATTERY, { code: 'odometer-traveleddistance', required: false }];
const MERGED = 'The draft was also changed in another window. Both sets of changes are kept.';

class Editor {
	items: Selection = $state.raw([]);
	mergeNotice: string | null = $state(null);
	lastStep: 'edit' | 'undo' | 'redo' = 'edit';
}

let editor: Editor;
let said: string[];
let end = () => {};
let found = $state.raw({ query: '', says: '' });

beforeEach(async () => {
	editor = new Editor();
	said = [];
	found = { query: '', says: '' };
	const announcer = new Announcer();
	vi.spyOn(announcer, 'say').mockImplementation((line) => void said.push(line));
	vi.useFakeTimers();
	end = $effect.root(() => tellChanges(editor, announcer, () => found));
	flushSync();
	await vi.advanceTimersByTimeAsync(1);
});

afterEach(() => {
	end();
	vi.useRealTimers();
});

/** Changes something, and waits until all was said of it. */
async function change(make: () => void): Promise<readonly string[]> {
	said = [];
	make();
	flushSync();
	await vi.advanceTimersByTimeAsync(1000);
	// The words are fetched.
	await vi.dynamicImportSettled();
	return said;
}

describe('tellChanges', () => {
	it('says of a change of many items one line', async () => {
		expect(await change(() => (editor.items = BOTH))).toEqual([
			'2 items added; adds read_battery, read_odometer'
		]);
	});

	it('says of what follows at once one line for all of it', async () => {
		const lines = await change(() => {
			editor.items = BATTERY;
			flushSync();
			editor.items = BOTH;
		});
		expect(lines).toEqual(['2 items added; adds read_battery, read_odometer']);
	});

	it('says what an undo took back', async () => {
		await change(() => (editor.items = BATTERY));
		const lines = await change(() => {
			editor.lastStep = 'undo';
			editor.items = [];
		});
		expect(lines).toHaveLength(1);
		expect(lines[0]).toMatch(/^Undone: State of charge added/);
	});

	it('says of a merge its notice and nothing else, and of what is changed next what it did', async () => {
		const lines = await change(() => {
			editor.items = BATTERY;
			editor.mergeNotice = MERGED;
		});
		expect(lines).toEqual([MERGED]);
		expect(await change(() => (editor.items = BOTH))).toEqual([
			'Traveled distance added; adds read_odometer'
		]);
		expect(await change(() => (editor.mergeNotice = null))).toEqual([]);
	});

	it('says what a search found', async () => {
		expect(await change(() => (found = { query: 'fuel', says: '3 found' }))).toEqual(['3 found']);
		expect(await change(() => (found = { query: '', says: '93 found' }))).toEqual([]);
	});
});
