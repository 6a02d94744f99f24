/** Query parameter that holds what applications are searched by. Alone here: every page loads it. */
export const SEARCH = 'q';
