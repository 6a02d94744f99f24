/**
 * The windows of the commands. A module between them and the frame: the framework sends the styles
 * of a component that is fetched later with each page, those of one behind such a module it does not.
 */
export const loadPalette = () => import('./CommandPalette.svelte');
export const loadShortcuts = () => import('./ShortcutSheet.svelte');
