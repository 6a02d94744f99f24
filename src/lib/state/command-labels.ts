import type { CommandId } from './commands.ts';
import type { RowKeysId } from './row-keys.ts';
import * as words from './words.en.ts';

export const COMMAND_LABELS: Readonly<Record<CommandId | RowKeysId, string>> = {
	palette: words.searchEverything,
	search: words.toSearchField,
	publish: words.publish,
	share: words.shareConnectLink,
	'copy-scope': words.copyScope,
	'copy-link': words.copyLink,
	undo: words.undo,
	redo: words.redo,
	shortcuts: words.showKeyboardShortcuts,
	theme: words.toggleTheme,
	move: words.toOtherRow,
	ends: words.toFirstOrLast,
	group: words.toOtherGroup,
	fold: words.foldOrUnfold,
	pick: words.pickOrDrop,
	require: words.markRequired,
	open: words.openOrClose,
	leave: words.backToSearchField
};
