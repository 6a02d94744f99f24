import { join } from 'node:path';
import { build, normalizePath, type Plugin, type Rolldown } from 'vite';
import { inProject } from '../../server/project.ts';

/** Have parts in other languages, or are loaded where they are needed at all. */
const APART = ['better-sqlite3', 'pg'];

/**
 * Puts what every start loads into one file: to find two hundred of them, and to strip the types of
 * those of the launcher, took as long as to run them. What is loaded later stays in files of its own.
 *
 * @param adapted folder with the application as the adapter leaves it
 * @param out where the start comes to stand, and all that it loads
 */
export async function bundleServer(adapted: string, out: string): Promise<void> {
	const handler = normalizePath(join(adapted, 'handler.js'));
	await build({
		configFile: false,
		root: inProject('.'),
		logLevel: 'warn',
		publicDir: false,
		plugins: [handlerAt(handler)],
		ssr: { noExternal: true, external: APART },
		build: {
			ssr: true,
			outDir: out,
			target: 'node22',
			minify: false,
			rolldownOptions: {
				input: { start: 'server/start-application.ts' },
				onwarn(warning, warn) {
					// The hooks: the framework loads them later, the export for programs at once.
					if (warning.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') warn(warning);
				},
				output: {
					entryFileNames: '[name].js',
					// The adapter has put hashes of its own into the names.
					chunkFileNames: ({ name }) => `server/${name.replace(/\.js-.{8}$/, '')}-[hash].js`,
					codeSplitting: { groups: [atStart(handler)] }
				}
			}
		}
	});
}

function handlerAt(path: string): Plugin {
	return {
		name: 'built-handler',
		resolveId: (id) => (id === 'virtual:handler' ? path : null)
	};
}

/** What the handler imports at once, but for itself: it waits for what is loaded later, which needs these. */
function atStart(handler: string): Rolldown.CodeSplittingGroup {
	let together: ReadonlySet<string> | null = null;
	return {
		debugName: 'at-start',
		name(module, context) {
			together ??= reach(handler, (id) => context.getModuleInfo(id)?.importedIds ?? []);
			return together.has(module) && !/\/handler[^/]*\.js$/.test(module) ? 'at-start' : null;
		}
	};
}

function reach(start: string, importsOf: (module: string) => readonly string[]) {
	const seen = new Set<string>();
	const open = [start];
	for (let module = open.pop(); module !== undefined; module = open.pop()) {
		if (seen.has(module)) continue;
		seen.add(module);
		open.push(...importsOf(module));
	}
	return seen;
}
