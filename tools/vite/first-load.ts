import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { normalizePath, type Plugin, type Rolldown } from 'vite';
import { inProject } from '../../server/project.ts';

/** What a module imports at once, what it loads when that is reached, and what does either with it. */
interface Links {
	readonly importedIds: readonly string[];
	readonly dynamicallyImportedIds: readonly string[];
	readonly importers: readonly string[];
	readonly dynamicImporters: readonly string[];
}

/** @returns null for a module that is not built */
export type Graph = (module: string) => Links | null;

/** A page, and the layouts around it, each with what loads its data in the browser. */
interface Parts {
	readonly page: readonly string[];
	readonly layouts: readonly string[];
}

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
		name(module, context) {
			together ??= loadedTogether(partsOf(page), (id) => context.getModuleInfo(id));
			return together.has(module) ? 'first-load' : null;
		}
	};
}

function partsOf(page: string): Parts {
	const layouts: string[] = [];
	for (let folder = posix.dirname(page); folder !== 'src'; folder = posix.dirname(folder))
		layouts.push(`${folder}/+layout.svelte`, `${folder}/+layout.ts`);
	const built = (part: string) => normalizePath(inProject(part));
	return {
		page: [page, page.replace(/\.svelte$/, '.ts')].map(built),
		layouts: layouts.filter((part) => existsSync(inProject(part))).map(built)
	};
}

/**
 * What a page and its layouts load at once, but for what loads a component later, since the
 * framework sends the styles of that component to each page with the file, and for what no other
 * page has.
 *
 * @throws {Error} when one of them is not built, which would leave everything apart
 */
export function loadedTogether({ page, layouts }: Parts, graph: Graph): ReadonlySet<string> {
	const missing = [...page, ...layouts].find((part) => graph(part) === null);
	if (missing !== undefined)
		throw new Error(`${missing} is not built. Write where the page stands now in vite.config.ts.`);
	const loadsComponent = (module: string) =>
		graph(module)?.dynamicallyImportedIds.some((id) => id.endsWith('.svelte')) ?? false;
	const ofPage = reach(page, graph);
	const isElsewhereToo = (module: string) => {
		const { importers = [], dynamicImporters = [] } = graph(module) ?? {};
		return [...importers, ...dynamicImporters].some((importer) => !ofPage.has(importer));
	};
	// The page's own modules are imported by what the framework writes.
	const shared = [...ofPage].filter((module) => !page.includes(module) && isElsewhereToo(module));
	return new Set(
		[...reach([...layouts, ...shared], graph)].filter(
			(module) => ![...reach([module], graph)].some(loadsComponent)
		)
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
