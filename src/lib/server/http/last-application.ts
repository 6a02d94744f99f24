/** Cookie that holds the id of the application whose pages a browser was on last. */
export const LAST_APPLICATION = 'application';
