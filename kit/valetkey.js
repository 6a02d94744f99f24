// @ts-check
import { createRequire } from 'node:module';

/** Not imported: what transforms modules for a test run would transform it, too. */
const kit = createRequire(import.meta.url)('./valetkey.cjs');

/** @type {typeof import('./valetkey.cjs').startValetkey} */
export const startValetkey = kit.startValetkey;
