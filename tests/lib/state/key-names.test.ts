import { keyNames } from '#lib/state/key-names.ts';
import { describe, expect, it } from 'vitest';

describe('keyNames', () => {
	it.each([
		[{ key: 'z', mod: true, shift: true }, 'Ctrl Shift Z', '⇧ ⌘ Z'],
		[{ key: 'k', mod: true }, 'Ctrl K', '⌘ K'],
		[{ key: ' ' }, 'Space', 'Space'],
		[{ key: 'ArrowUp' }, '↑', '↑'],
		[{ key: 'Escape' }, 'Esc', 'Esc'],
		[{ key: '?' }, '?', '?']
	] as const)('%o is %s, on Apple %s', (shortcut, names, appleNames) => {
		expect(keyNames(shortcut, false).join(' ')).toBe(names);
		expect(keyNames(shortcut, true).join(' ')).toBe(appleNames);
	});
});
