import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import type { Room } from './room.ts';
import { HEAVY, PARTS } from './parts.ts';
import { ROOMS } from './rooms.ts';

/** One import as the code writes it. */
export interface Import {
	readonly specifier: string;
	/** False for types, which are erased, and for `import()`, which loads when it is reached. */
	readonly atOnce: boolean;
}

const TABLE = 'The rooms and their directions stand in tools/house/rooms.ts.';

/** @param path from the top of the project */
export function roomOf(path: string): Room | null {
	const length = ({ places }: Room) =>
		Math.max(0, ...places.filter((place) => isIn(path, place)).map((place) => place.length));
	const [best] = ROOMS.toSorted((a, b) => length(b) - length(a));
	return best && length(best) > 0 ? best : null;
}

/**
 * What the table says against an import, or null.
 *
 * @param importer from the top of the project
 * @example objectionTo('src/lib/access/scope.ts', { specifier: 'svelte', atOnce: true })
 */
export function objectionTo(importer: string, { specifier, atOnce }: Import): string | null {
	const room = roomOf(importer);
	if (room === null) return null;
	const part = PARTS.find(({ files }) => files.test(importer)) ?? {};
	const { name, may, owes = [], packages, light } = { ...room, ...part };
	const target = resolve(specifier, importer);
	if (light && atOnce && HEAVY.includes(target))
		return `Only types from ${target}, or import() where it is needed: it is too large for what every page loads.`;
	if (!isOurs(specifier))
		return packages.test(target) ? null : `${name} may not import the package ${target}. ${TABLE}`;
	const other = roomOf(target);
	if (other === null) return `${name} imports ${target}, which stands in no room. ${TABLE}`;
	if (other === room || may.includes(other.name) || owes.includes(other.name)) return null;
	return `${name} may not import ${other.name}: it may import ${may.join(', ') || 'no other room'}. ${TABLE}`;
}

/** Path from the top of the project for what is ours, the specifier itself for a package. */
export function resolve(specifier: string, importer: string): string {
	if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice('#lib/'.length)}`;
	if (!specifier.startsWith('.'))
		return builtinModules.includes(specifier) ? `node:${specifier}` : specifier;
	const path = posix.join(posix.dirname(importer), specifier.replace(/\?.*$/, ''));
	const source = path.replace(/\.js$/, '.ts');
	return existsSync(source) ? source : path;
}

export function isOurs(specifier: string): boolean {
	return /^(\.{1,2}\/|#lib\/)/.test(specifier);
}

function isIn(path: string, place: string): boolean {
	return path === place || path.startsWith(`${place}/`);
}
