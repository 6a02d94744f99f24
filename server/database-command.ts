import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readSettings, SettingsError, type DatabasePlace } from '../src/lib/server/settings.ts';
import { StorageError } from '../src/lib/server/storage-error.ts';
import { inProject } from './project.ts';

/** The folder in which npm was called, which paths on a command line are relative to. */
export function fromCaller(path: string): string {
	return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/**
 * Runs a command on the database of the settings and a file that its argument names, from the
 * folder in which npm was called. What a person can mend becomes one line.
 */
export function runOnDatabase(
	usage: string,
	work: (database: DatabasePlace, file: string) => string
): Promise<void> {
	const [, , named, ...more] = process.argv;
	const file = fromCaller(named ?? '');
	return runCommand(() => {
		if (!named || more.length > 0) throw new SettingsError(usage);
		return work(readSettings(process.env).database, file);
	});
}

/** Prints what a command answers, or the one line that says what a person can mend. */
export async function runCommand(work: () => string | Promise<string>): Promise<void> {
	// As for the server: paths in settings are relative to the project.
	process.chdir(inProject('.'));
	if (existsSync('.env')) process.loadEnvFile('.env');
	try {
		console.log(await work());
	} catch (error) {
		if (!(error instanceof SettingsError || error instanceof StorageError)) throw error;
		console.error(error.message);
		process.exitCode = 1;
	}
}
