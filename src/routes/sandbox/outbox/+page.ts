/** Read beside the portal, and by those who have no scripts. */
export const csr = false;
