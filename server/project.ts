import { fileURLToPath } from 'node:url';

/** Absolute path of something in the package, from its root: `inProject('build/static')`. */
export function inProject(path: string): string {
	return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
