import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { resolve, type Import } from './directions.ts';

const SCRIPT = /<script\b[^>]*>(.*?)<\/script>/gs;
const LATER = /\bimport\(\s*['"]([^'"]+)['"]/g;

/** Every module of the rooms, from the top of the project, in the order of their names. */
export function modules(): readonly string[] {
	return globSync('{src,server,tools}/**/*.{ts,js,svelte}')
		.map((path) => path.replaceAll('\\', '/'))
		.sort();
}

export function readImports(path: string): readonly Import[] {
	return importsOf(readFileSync(path, 'utf8'), path);
}

/** @param path decides whether the source is a component */
export function importsOf(source: string, path: string): readonly Import[] {
	const scripts = path.endsWith('.svelte')
		? [...source.matchAll(SCRIPT)].map(([, script = '']) => script)
		: [source];
	return [
		...scripts.flatMap(statementsOf),
		// In the markup of a component, and in types, too.
		...[...source.matchAll(LATER)].map(([, specifier = '']) => ({
			specifier,
			atOnce: false
		}))
	];
}

/** What loading a module loads at once, packages and files alike. */
export function loadedBy(path: string): readonly string[] {
	return readImports(path)
		.filter(({ atOnce }) => atOnce)
		.map(({ specifier }) => resolve(specifier, path));
}

function statementsOf(script: string): readonly Import[] {
	const { staticImports, staticExports } = parseSync('module.ts', script).module;
	const statements = [
		...staticImports.map(({ start, moduleRequest }) => ({ start, from: moduleRequest.value })),
		...staticExports.map(({ start, entries }) => ({
			start,
			from: entries.find(({ moduleRequest }) => moduleRequest !== null)?.moduleRequest?.value
		}))
	];
	return statements.flatMap(({ start, from }) => {
		if (from === undefined) return [];
		return [{ specifier: from, atOnce: !/^(import|export)\s+type\b/.test(script.slice(start)) }];
	});
}
