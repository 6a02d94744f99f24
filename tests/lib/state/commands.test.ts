import { COMMANDS, commandOf, isSingleKey, type Keyed } from '#lib/state/commands.ts';
import { COMMAND_LABELS } from '#lib/state/command-labels.ts';
import { keyNames } from '#lib/state/key-names.ts';
import { ROW_KEYS } from '#lib/state/row-keys.ts';
import { describe, expect, it } from 'vitest';

const press = (key: string, held = '') => ({
	key,
	ctrlKey: held.includes('ctrl'),
	metaKey: held.includes('meta'),
	altKey: held.includes('alt'),
	shiftKey: held.includes('shift')
});
const PC = { apple: false, inField: false, singleKeys: true };
const MAC = { ...PC, apple: true };

describe('commandOf', () => {
	it.each([
		['k', 'ctrl', PC, 'palette'],
		['K', 'ctrl', PC, 'palette'],
		['k', 'meta', MAC, 'palette'],
		['k', 'ctrl', MAC, null],
		['k', 'meta', PC, null],
		['k', '', PC, null],
		['/', '', PC, 'search'],
		['/', 'shift', PC, 'search'],
		['/', 'ctrl', PC, null],
		['/', 'alt', PC, null],
		['?', 'shift', PC, 'shortcuts'],
		['z', 'ctrl', PC, 'undo'],
		['Z', 'ctrl shift', PC, 'redo'],
		['y', 'ctrl', PC, 'redo'],
		['z', 'meta', MAC, 'undo'],
		['z', '', PC, null],
		['q', '', PC, null]
	])('key %s with “%s” means %4$s', (key, held, context, id) => {
		expect(commandOf(press(key, held), context)).toBe(id);
	});

	it.each([
		['/', '', null],
		['?', 'shift', null],
		['z', 'ctrl', null],
		['k', 'ctrl', 'palette']
	])('key %s with “%s” in a field means %s', (key, held, id) => {
		expect(commandOf(press(key, held), { ...PC, inField: true })).toBe(id);
	});

	it.each([
		['/', '', null],
		['?', 'shift', null],
		['z', 'ctrl', 'undo'],
		['k', 'ctrl', 'palette']
	])('key %s with “%s” means %s once single keys are off', (key, held, id) => {
		expect(commandOf(press(key, held), { ...PC, singleKeys: false })).toBe(id);
	});

	it('leaves the keys of a row to the row', () => {
		for (const { key } of ROW_KEYS.flatMap(({ shortcuts }: Keyed) => shortcuts)) {
			expect(commandOf(press(key), PC)).toBeNull();
		}
	});
});

const ALL: readonly Keyed[] = [...COMMANDS, ...ROW_KEYS];

describe('the list of commands', () => {
	it('names every command once, and gives no keys twice in one place', () => {
		expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
		const keys = ALL.flatMap(({ shortcuts }) =>
			shortcuts.map((shortcut) => keyNames(shortcut, false).join(' '))
		);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('counts exactly /, ? and R as single keys', () => {
		const single = ALL.flatMap(({ shortcuts }) => shortcuts).filter(isSingleKey);
		expect(single.map(({ key }) => key)).toEqual(['/', '?', 'r']);
	});

	it('tells all keys of the list of Vehicle Access', () => {
		const told = ROW_KEYS.map(({ id, shortcuts }) => [
			COMMAND_LABELS[id],
			shortcuts.map((shortcut) => keyNames(shortcut, false).join(' ')).join(', ')
		]);
		expect(told).toEqual([
			['Go to the next or the previous row', '↓, ↑'],
			['Go to the first or the last row', 'Home, End'],
			['Go to the next or the previous group', 'Page Down, Page Up'],
			['Fold the group, or unfold it', '←, →'],
			['Pick or drop the item', 'Space'],
			['Mark it Required, or optional again', 'R'],
			['Open or close its details', 'Enter'],
			['Go back to the search field', 'Esc']
		]);
	});
});
