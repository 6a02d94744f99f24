export const unreachable =
	'The server cannot be reached. Try again in a moment, or reload the page.';
export const searchEverything = 'Search everything';
export const toSearchField = 'Go to the search field of the page';
export const publish = 'Publish…';
export const shareConnectLink = 'Share Connect Link';
export const copyScope = 'Copy scope';
export const copyLink = 'Copy link';
export const undo = 'Undo';
export const redo = 'Redo';
export const showKeyboardShortcuts = 'Show keyboard shortcuts';
export const toggleTheme = 'Toggle theme';
export const toOtherRow = 'Go to the next or the previous row';
export const toFirstOrLast = 'Go to the first or the last row';
export const toOtherGroup = 'Go to the next or the previous group';
export const foldOrUnfold = 'Fold the group, or unfold it';
export const pickOrDrop = 'Pick or drop the item';
export const markRequired = 'Mark it Required, or optional again';
export const openOrClose = 'Open or close its details';
export const backToSearchField = 'Go back to the search field';
export const space = 'Space';
export const pageDown = 'Page Down';
export const pageUp = 'Page Up';
export const esc = 'Esc';
export const ctrl = 'Ctrl';
export const shift = 'Shift';
export const merged =
	'The draft was also changed in another window. Both sets of changes are kept.';
export const mergedWithConflicts = (codes: string) =>
	`The draft was also changed in another window. Both sets of changes are kept; where they differ, yours stand: ${codes}.`;
export const otherWindowsChange =
	'Other windows keep changing this draft. Your changes are kept here.';
export const unreachableKept =
	'The server cannot be reached. Your changes are kept in this window.';
