/** Owners' pages are plain forms; the small script of Connect makes them livelier. */
export const csr = false;
