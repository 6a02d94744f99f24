import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/**
 * Bundles a program of the tests into a folder, so that it starts in a tenth of the time.
 *
 * @returns the path of the bundle
 */
export async function bundle(program: string, folder: string): Promise<string> {
	// What stays outside, the databases' drivers, is found from there.
	symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
	await build({
		configFile: false,
		logLevel: 'error',
		ssr: { noExternal: true, external: ['better-sqlite3', 'pg'] },
		build: {
			ssr: program,
			outDir: folder,
			emptyOutDir: false,
			target: 'node24',
			rolldownOptions: { output: { entryFileNames: 'program.js' } }
		}
	});
	return join(folder, 'program.js');
}
