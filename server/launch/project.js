// @ts-check
import { fileURLToPath } from 'node:url';

/** The folder of the project, from wherever it is started. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Absolute path of something in the project: `inProject('build/static')`.
 *
 * @param {string} path
 */
export function inProject(path) {
	return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
