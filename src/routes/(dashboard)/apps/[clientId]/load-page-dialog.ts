/** Apart from who opens it, so that no page is sent its styles before. */
export const loadPageDialog = () => import('./PageDialog.svelte');
