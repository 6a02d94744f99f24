import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { normalizePath, type Plugin, type Rolldown } from 'vite';
import { inProject } from '../../server/project.ts';

/** What a module imports at once, and what it loads when that is reached. */
interface Links {
	readonly importedIds: readonly string[];
	readonly dynamicallyImportedIds: readonly string[];
}

/** @returns null for a module that is not built */
export type Graph = (module: string) => Links | null;

/**
 * Puts into one file what a page loads at once and others load too: it compresses better than
 * twenty small ones. What that is, the imports of the page and of its layouts say.
 *
 * @param page from the top of the project
 */
export function firstLoad(page: string): Plugin {
	return {
		name: 'first-load',
		apply: 'build',
		// On the server each start would load all of it.
		configEnvironment: (name) =>
			name === 'client'
				? { build: { rolldownOptions: { output: { codeSplitting: { groups: [groupOf(page)] } } } } }
				: null
	};
}

function groupOf(page: string): Rolldown.CodeSplittingGroup {
	let together: ReadonlySet<string> | null = null;
	return {
		// A module of one page alone stands in that page's file.
		minShareCount: 2,
		name(module, context) {
			together ??= loadedTogether(partsOf(page), (id) => context.getModuleInfo(id));
			return together.has(module) ? 'first-load' : null;
		}
	};
}

/** The page and the layouts around it, with what loads their data in the browser. */
function partsOf(page: string): readonly string[] {
	const parts = [page, page.replace(/\.svelte$/, '.ts')];
	for (let folder = posix.dirname(page); folder !== 'src'; folder = posix.dirname(folder))
		parts.push(`${folder}/+layout.svelte`, `${folder}/+layout.ts`);
	return parts
		.filter((part) => part === page || existsSync(inProject(part)))
		.map((part) => normalizePath(inProject(part)));
}

/**
 * What some modules load at once, but for what loads a component later: the framework sends the
 * styles of that component to each page with the file.
 *
 * @throws {Error} when one of them is not built, which would leave everything apart
 */
export function loadedTogether(parts: readonly string[], graph: Graph): ReadonlySet<string> {
	const missing = parts.find((part) => graph(part) === null);
	if (missing !== undefined)
		throw new Error(`${missing} is not built. Write where the page stands now in vite.config.ts.`);
	const loadsComponent = (module: string) =>
		graph(module)?.dynamicallyImportedIds.some((id) => id.endsWith('.svelte')) ?? false;
	return new Set(
		[...reach(parts, graph)].filter((module) => ![...reach([module], graph)].some(loadsComponent))
	);
}

function reach(start: readonly string[], graph: Graph): ReadonlySet<string> {
	const seen = new Set<string>();
	const open = [...start];
	for (let module = open.pop(); module !== undefined; module = open.pop()) {
		if (seen.has(module)) continue;
		seen.add(module);
		open.push(...(graph(module)?.importedIds ?? []));
	}
	return seen;
}
