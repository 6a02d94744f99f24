import type { Shortcut } from './commands.ts';
import * as words from './words.en.ts';

const KEY_NAMES: Readonly<Record<string, string>> = {
	' ': words.space,
	ArrowDown: '↓',
	ArrowUp: '↑',
	ArrowLeft: '←',
	ArrowRight: '→',
	PageDown: words.pageDown,
	PageUp: words.pageUp,
	Escape: words.esc
};

/** The keys of a shortcut as they stand on the keyboard: `Ctrl`, `Shift`, `Z`. */
export function keyNames({ key, mod, shift }: Shortcut, apple: boolean): readonly string[] {
	return [
		...(mod && !apple ? [words.ctrl] : []),
		...(shift ? [apple ? '⇧' : words.shift] : []),
		...(mod && apple ? ['⌘'] : []),
		KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)
	];
}
