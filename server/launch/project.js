// @ts-check
import { fileURLToPath } from 'node:url';

/** The folder of the project, from wherever it is started. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));
