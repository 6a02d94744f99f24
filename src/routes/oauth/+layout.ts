/** The owner's pages are plain forms; one small script of their own makes them livelier. */
export const csr = false;
