import { COMMANDS, commandOf, isSingleKey, type Command } from '#lib/state/commands.ts';
import { keyNames } from '#lib/state/key-names.ts';
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
		for (const key of ['r', ' ', 'Enter', 'Escape', 'ArrowDown']) {
			expect(commandOf(press(key), PC)).toBeNull();
		}
	});
});

describe('the list of commands', () => {
	it('names every command once, and gives no keys twice in one place', () => {
		expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
		const keys = COMMANDS.flatMap(({ shortcuts }: Command) =>
			shortcuts.map((shortcut) => keyNames(shortcut, false).join(' '))
		);
		expect(new Set(keys).size).toBe(keys.length);
	});

	it('counts exactly /, ? and R as single keys', () => {
		const single = COMMANDS.flatMap(({ shortcuts }: Command) => shortcuts).filter(isSingleKey);
		expect(single.map(({ key }) => key)).toEqual(['/', '?', 'r']);
	});
});
