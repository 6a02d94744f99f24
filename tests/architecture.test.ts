import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Import {
	readonly specifier: string;
	/** False for types, which are erased, and for `import()`, which loads when it is reached. */
	readonly atOnce: boolean;
}

const STATEMENT =
	/^[ \t]*(import|export)\s+(type\s+)?(?:[^'"`;()]*?\bfrom\s*)?['"]([^'"]+)['"]|\b(import)\(\s*['"]([^'"]+)['"]/gm;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.map((path) => join('src', path))
	.filter((path) => /\.(ts|svelte)$/.test(path));

const imports = new Map(files.map((path) => [path, importsOf(readFileSync(path, 'utf8'))]));

/** Room, and what it may import besides itself: folders of src and packages. */
const ROOMS: readonly [room: string, allowed: RegExp][] = [
	['src/lib/access', /^(zod|@leeoniya\/ufuzzy)$/],
	['src/lib/connect', /^(src\/lib\/access\/.*|node:crypto)$/],
	['src/lib/state', /^(src\/lib\/access\/.*|svelte(\/.*)?|\$app\/.*)$/],
	['src/lib/server', /^(?!src\/(routes|lib\/components|lib\/state)\/)/],
	['src/lib/components', /^(?!src\/(routes|lib\/server)\/|node:|drizzle-|better-sqlite3)/],
	['src/routes', /^(?!drizzle-|better-sqlite3)/],
	['src/cli', /^(?!src\/(routes|lib\/server|lib\/components|lib\/state)\/)/]
];

describe('imports point from routes to server to access', () => {
	test.each(ROOMS)('%s imports nothing that is below it', (room, allowed) => {
		const broken = files
			.filter((path) => path.startsWith(`${room}/`))
			.flatMap((path) =>
				(imports.get(path) ?? [])
					.map(({ specifier }) => resolve(specifier, path))
					.filter((target) => !target.startsWith(`${room}/`) && !allowed.test(target))
					.map((target) => `${path} imports ${target}`)
			);
		expect(broken).toEqual([]);
	});

	test('no module of the core waits for itself', () => {
		const core = files.filter((path) => path.startsWith('src/lib/access/'));
		const cycles = core.filter((path) => reach(runtimeTargets(path)).has(path));
		expect(cycles).toEqual([]);
	});
});

describe('what a page loads first', () => {
	const pages = files.filter(
		(path) => path.startsWith('src/routes/') && /\.svelte$|\+(page|layout)\.ts$/.test(path)
	);
	const reached = [...reach(pages)];

	test('never holds the server, the database or Node', () => {
		const forbidden = /^src\/lib\/server\/|^node:|^drizzle-|^better-sqlite3$/;
		const builtin = new Set(builtinModules);
		expect(reached.filter((target) => forbidden.test(target) || builtin.has(target))).toEqual([]);
	});

	test('never holds zod, which is too large for it', () => {
		const users = reached.filter((path) => runtimeTargets(path).includes('zod'));
		expect(users).toEqual([]);
	});
});

describe('the reader of imports', () => {
	test.each([
		["import { a } from './a.ts';", [['./a.ts', true]]],
		["import a, {\n\tb\n} from '#lib/b.ts';", [['#lib/b.ts', true]]],
		["import './a.css';", [['./a.css', true]]],
		["import type { A } from './a.ts';", [['./a.ts', false]]],
		["export { a } from './a.ts';", [['./a.ts', true]]],
		["export type { A } from './a.ts';", [['./a.ts', false]]],
		["const a = await import('./a.ts');", [['./a.ts', false]]],
		["export const from = 'here';", []],
		["\timport { x } from 'zod'", [['zod', true]]]
	])('%s', (source, expected) => {
		const found = importsOf(source).map(({ specifier, atOnce }) => [specifier, atOnce]);
		expect(found).toEqual(expected);
	});
});

function importsOf(source: string): readonly Import[] {
	return [...source.matchAll(STATEMENT)].map(([, , type, from, dynamic, later]) => ({
		specifier: from ?? later ?? '',
		atOnce: type === undefined && dynamic === undefined
	}));
}

function runtimeTargets(path: string): readonly string[] {
	return (imports.get(path) ?? [])
		.filter(({ atOnce }) => atOnce)
		.map(({ specifier }) => resolve(specifier, path));
}

/** Everything that loading some modules loads, themselves included. */
function reach(start: readonly string[]): ReadonlySet<string> {
	const seen = new Set<string>();
	const open = [...start];
	for (let path = open.pop(); path !== undefined; path = open.pop()) {
		if (seen.has(path)) continue;
		seen.add(path);
		open.push(...runtimeTargets(path));
	}
	return seen;
}

/** Path below the package for our own modules, the specifier itself for packages. */
function resolve(specifier: string, importer: string): string {
	if (specifier.startsWith('#lib/')) return `src/lib/${specifier.slice('#lib/'.length)}`;
	if (!specifier.startsWith('.')) return specifier;
	const path = join(importer, '..', specifier);
	const source = path.replace(/\.js$/, '.ts');
	return existsSync(source) ? source : path;
}
