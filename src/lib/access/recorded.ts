/** Requests that are kept of each application, and of those that named none: the newest. */
export const MOST_REQUESTS = 1000;

/** What stands for all of a body among the fields that nobody read. */
export const WHOLE_BODY = '';
