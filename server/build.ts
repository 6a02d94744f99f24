import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { EMPTY_DATABASE } from '../src/lib/server/db/open-storage.ts';
import { openFile } from '../src/lib/server/db/sqlite/open.ts';
import { isBuildFresh, readStamp, takeSources, writeStamp } from './sources.js';
import { oneAtATime } from './build-lock.ts';
import { inProject } from './project.ts';

const VITE = inProject('node_modules/vite/bin/vite.js');

/** A build is needed and failed, or cannot be made here. */
export class BuildError extends Error {
	override name = 'BuildError';
}

/**
 * Builds when there is no build, or when it was made from other sources.
 *
 * @throws {BuildError} with one line that says what to do
 */
export async function buildWhenNeeded(): Promise<void> {
	if (isBuildFresh()) return;
	if (!existsSync(VITE)) {
		throw new BuildError(
			`${readStamp() === null ? 'There is no build' : 'The build is of other sources'}, and the development dependencies that make one are not installed. Run "npm ci && npm run build", or bring the folder build/ along from where it was made.`
		);
	}
	await oneAtATime(inProject('node_modules/.cache/valetkey/building'), async () => {
		if (isBuildFresh()) return;
		console.error('Building, since the sources changed or no build exists …');
		await build();
	});
}

/** @throws {BuildError} after what the build printed */
export async function build(): Promise<void> {
	// Taken before: what changes meanwhile may have been missed.
	const sources = takeSources();
	await runVite();
	makeEmptyDatabase();
	writeStamp(sources);
}

function makeEmptyDatabase(): void {
	const { sqlite, close } = openFile(':memory:', { migrationsFolder: inProject('drizzle/sqlite') });
	// Tables that a migration built anew leave their old pages behind.
	sqlite.exec('vacuum');
	writeFileSync(inProject(EMPTY_DATABASE), sqlite.serialize());
	close();
}

/** Runs `vite build`; what it prints is shown only when it fails. */
function runVite(): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [VITE, 'build'], { cwd: inProject('.') });
		const output: Buffer[] = [];
		child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
		child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
		child.on('error', reject);
		child.on('exit', (code) => {
			if (code === 0) return resolve();
			process.stderr.write(Buffer.concat(output));
			reject(new BuildError('The build failed; the reason stands above.'));
		});
	});
}
