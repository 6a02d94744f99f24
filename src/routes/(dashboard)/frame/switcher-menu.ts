/** Apart from who opens it for the reason that windows.ts tells. */
export const loadSwitcherMenu = () => import('./SwitcherMenu.svelte');
