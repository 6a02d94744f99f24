import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSettings, SettingsError } from '../src/lib/server/settings.ts';
import { StorageError } from '../src/lib/server/storage-error.ts';
import { inProject } from './project.ts';

/**
 * Runs a command on the database of the settings and a file that its argument names, from the
 * folder in which npm was called. What a person can mend becomes one line.
 */
export function runOnDatabase(
	usage: string,
	work: (database: string, file: string) => string
): void {
	const [, , named, ...more] = process.argv;
	const file = resolve(process.env.INIT_CWD ?? process.cwd(), named ?? '');
	// As for the server: paths in settings are relative to the project.
	process.chdir(inProject('.'));
	if (existsSync('.env')) process.loadEnvFile('.env');
	try {
		if (!named || more.length > 0) throw new SettingsError(usage);
		console.log(work(readSettings(process.env).databaseFile, file));
	} catch (error) {
		if (!(error instanceof SettingsError || error instanceof StorageError)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
