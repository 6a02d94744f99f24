/** A key with what is held down with it; `key` as in KeyboardEvent, letters in lower case. */
export interface Shortcut {
	readonly key: string;
	/** With the key of commands: ⌘ on Apple's systems, Ctrl elsewhere. */
	readonly mod?: true;
	readonly shift?: true;
}

/** Everywhere, on the pages of an application, on Vehicle Access, or on a row of it. */
export type Place = 'everywhere' | 'application' | 'picker' | 'row';

/** What keys do, and where. */
export interface Keyed {
	readonly id: string;
	readonly shortcuts: readonly Shortcut[];
	readonly where: Place;
}

interface CommandFacts extends Keyed {
	/** The keys also work while a text is edited. */
	readonly inFields?: true;
	/** Not offered in the palette: it leads to a field, or is the palette. */
	readonly keysOnly?: true;
}

/**
 * Everything that can be run by name or by key: palette, shortcut sheet and help show this list, the
 * latter two with the keys of a row (row-keys.ts). Every page loads it, and no name of a command or a
 * key.
 */
export const COMMANDS = [
	{
		id: 'palette',
		shortcuts: [{ key: 'k', mod: true }],
		where: 'everywhere',
		inFields: true,
		keysOnly: true
	},
	{
		id: 'search',
		shortcuts: [{ key: '/' }],
		where: 'everywhere',
		keysOnly: true
	},
	{
		id: 'publish',
		shortcuts: [],
		where: 'application'
	},
	{
		id: 'share',
		shortcuts: [],
		where: 'application'
	},
	{
		id: 'copy-scope',
		shortcuts: [],
		where: 'application'
	},
	{
		id: 'copy-link',
		shortcuts: [],
		where: 'application'
	},
	{
		id: 'undo',
		shortcuts: [{ key: 'z', mod: true }],
		where: 'picker'
	},
	{
		id: 'redo',
		shortcuts: [
			{ key: 'z', mod: true, shift: true },
			{ key: 'y', mod: true }
		],
		where: 'picker'
	},
	{
		id: 'shortcuts',
		shortcuts: [{ key: '?' }],
		where: 'everywhere'
	},
	{
		id: 'theme',
		shortcuts: [],
		where: 'everywhere'
	}
] as const satisfies readonly CommandFacts[];

export type CommandId = (typeof COMMANDS)[number]['id'];
export type Command = CommandFacts & { readonly id: CommandId };

/** What of a key press decides which command it means. */
export interface KeyPress {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
	readonly shiftKey: boolean;
}

export interface KeyContext {
	/** On Apple's systems commands are given with ⌘. */
	readonly apple: boolean;
	/** Whether the focus is where text is edited or a choice is typed. */
	readonly inField: boolean;
	/** Whether a single character may be a shortcut (WCAG 2.1.4). */
	readonly singleKeys: boolean;
}

/** True for a shortcut that is one printed character without a key held down (WCAG 2.1.4). */
export function isSingleKey({ key, mod }: Shortcut): boolean {
	return !mod && key.length === 1 && key !== ' ';
}

/** The command that a key press means on any page. */
export function commandOf(press: KeyPress, context: KeyContext): CommandId | null {
	const command = COMMANDS.find(
		(candidate: Command) =>
			(candidate.inFields || !context.inField) &&
			candidate.shortcuts.some((shortcut) => isPressed(shortcut, press, context))
	);
	return command?.id ?? null;
}

function isPressed(shortcut: Shortcut, press: KeyPress, context: KeyContext): boolean {
	if (press.altKey || press.key.toLowerCase() !== shortcut.key) return false;
	const [mod, other] = context.apple
		? [press.metaKey, press.ctrlKey]
		: [press.ctrlKey, press.metaKey];
	if (other || mod !== (shortcut.mod ?? false)) return false;
	// Which characters need Shift depends on the keyboard, so only letters with Ctrl or ⌘ look at it.
	if (shortcut.mod) return press.shiftKey === (shortcut.shift ?? false);
	return context.singleKeys || !isSingleKey(shortcut);
}
