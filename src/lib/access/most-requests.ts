/** Requests that are kept of each application, and of those that named none: the newest. */
export const MOST_REQUESTS = 1000;
