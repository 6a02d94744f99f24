import { nearest } from '../nearest.ts';
import type { Make } from './schema.ts';

/** The brand that a text names, whatever its case and with spaces, hyphens or underscores. */
export function findMake(text: string, makes: readonly Make[]): Make | null {
	const key = makeKey(text);
	return makes.find((make) => make.key === key || makeKey(make.name) === key) ?? null;
}

/** The key of the brand that was probably meant. */
export function nearestMake(text: string, makes: readonly Make[]): string | null {
	return nearest(
		makeKey(text),
		makes.map(({ key }) => key)
	);
}

function makeKey(text: string): string {
	return text
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.trim()
		.toUpperCase()
		.replace(/[\s_-]+/g, '_');
}
