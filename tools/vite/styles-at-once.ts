import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { z } from 'zod';

const MANIFEST = '.vite/manifest.json';

const names = z.array(z.string()).optional();

/** Of each file what the walk goes by, and whatever else is said of it. */
const Manifest = z.record(
	z.string(),
	z.looseObject({
		isDynamicEntry: z.boolean().optional(),
		imports: names,
		dynamicImports: names
	})
);
type Manifest = z.infer<typeof Manifest>;

/**
 * Has the framework send a page all styles that it needs at once. It looks for them by a walk
 * through the files, deep first, each file once, and takes none that lies behind two imports of
 * what is loaded later: what a page needs itself was then left out, where such a walk came first.
 */
export function stylesAtOnce(): Plugin {
	return {
		name: 'styles-at-once',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		writeBundle: {
			order: 'post',
			handler({ dir = '' }) {
				const file = join(dir, MANIFEST);
				if (!existsSync(file)) throw new Error(`There is no ${MANIFEST} in ${dir}`);
				const manifest = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
				writeFileSync(file, JSON.stringify(withoutDeep(manifest), null, 2));
			}
		}
	};
}

/** Leaves out what is loaded later by what is only ever loaded later: none of its styles is taken. */
export function withoutDeep(manifest: Manifest): Manifest {
	const chunks = Object.entries(manifest);
	const atOnce = new Set(chunks.flatMap(([, { imports = [] }]) => imports));
	const isLater = (key: string) => manifest[key]?.isDynamicEntry === true && !atOnce.has(key);
	return Object.fromEntries(
		chunks.map(([key, chunk]) => {
			const { dynamicImports, ...rest } = chunk;
			return [key, dynamicImports && isLater(key) ? rest : chunk];
		})
	);
}
