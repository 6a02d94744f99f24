import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.ts';

/** What a build is made from; a change of any of them makes the build old. */
const SOURCES = [
	'src',
	'static',
	'drizzle/sqlite',
	'svelte.config.js',
	'vite.config.ts',
	'tools/vite',
	'package.json',
	'package-lock.json'
];

/** Holds the digest of the sources. Written last, so that it stands for a whole build. */
const STAMP = inProject('build/sources.sha256');
const VITE = inProject('node_modules/vite/bin/vite.js');

/** A build is needed and failed, or cannot be made here. */
export class BuildError extends Error {
	override name = 'BuildError';
}

/**
 * Builds when there is no build, or when it was made from other sources. Times of files say
 * nothing: a checkout gives old contents new ones, a copy keeps those of another build.
 *
 * @throws {BuildError} with one line that says what to do
 */
export async function buildWhenNeeded(): Promise<void> {
	const built = readStamp();
	if (built === digestOfSources()) return;
	if (!existsSync(VITE)) {
		throw new BuildError(
			`${built === null ? 'There is no build' : 'The build is of other sources'}, and the development dependencies that make one are not installed. Run "npm ci && npm run build", or bring the folder build/ along from where it was made.`
		);
	}
	console.error('Building, since the sources changed or no build exists …');
	await build();
}

/** @throws {BuildError} after what the build printed */
export async function build(): Promise<void> {
	// Taken before: what changes meanwhile may have been missed.
	const digest = digestOfSources();
	await runVite();
	await makeEmptyDatabase();
	writeFileSync(STAMP, digest);
}

function readStamp(): string | null {
	return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null;
}

function digestOfSources(): string {
	const hash = createHash('sha256');
	for (const source of SOURCES) addTo(hash, source);
	return hash.digest('hex');
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
	const full = inProject(path);
	if (!existsSync(full)) return;
	if (statSync(full).isDirectory()) {
		for (const name of readdirSync(full).sort()) addTo(hash, join(path, name));
		return;
	}
	const contents = readFileSync(full);
	hash.update(`${path}\0${contents.length}\0`).update(contents);
}

/** Loaded for a build alone: a start has its own way to all that. */
async function makeEmptyDatabase(): Promise<void> {
	const [{ EMPTY_DATABASE }, { openFile }] = await Promise.all([
		import('../src/lib/server/db/open-storage.ts'),
		import('../src/lib/server/db/sqlite/open.ts')
	]);
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
