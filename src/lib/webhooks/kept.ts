/** Events that are kept of each webhook: the newest. What is yet to be sent is kept beside them. */
export const MOST_EVENTS = 2000;
