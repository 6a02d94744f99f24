/** Query parameter of the list of applications that holds the search. */
export const SEARCH = 'q';
