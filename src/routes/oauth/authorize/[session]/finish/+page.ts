/** It may have to report to the page that opened it. */
export const csr = true;
