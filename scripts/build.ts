import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from './project.ts';

/** What a build is made from; a change of any of them makes the build old. */
const SOURCES = [
	'src',
	'static',
	'svelte.config.js',
	'vite.config.ts',
	'package.json',
	'package-lock.json'
];

/** Written last by the adapter, so that it stands for a whole build. */
const BUILT_HANDLER = 'build/handler.js';

/** Builds when there is no build, or when one of its sources is newer. */
export async function buildWhenNeeded(): Promise<void> {
	if (!isBuildNeeded()) return;
	console.error('Building, since the sources changed or no build exists …');
	await build();
}

function isBuildNeeded(): boolean {
	const handler = inProject(BUILT_HANDLER);
	if (!existsSync(handler)) return true;
	const builtAt = statSync(handler).mtimeMs;
	return SOURCES.some((source) => newestChange(inProject(source)) > builtAt);
}

/** Folders count too: their time changes when a file is added or removed. */
function newestChange(path: string): number {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (!stats) return 0;
	if (!stats.isDirectory()) return stats.mtimeMs;
	return Math.max(
		stats.mtimeMs,
		...readdirSync(path).map((name) => newestChange(join(path, name)))
	);
}

/** Runs `vite build`; what it prints is shown only when it fails. */
function build(): Promise<void> {
	return new Promise((resolve, reject) => {
		const vite = inProject('node_modules/vite/bin/vite.js');
		const child = spawn(process.execPath, [vite, 'build'], { cwd: inProject('.') });
		const output: Buffer[] = [];
		child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
		child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
		child.on('error', reject);
		child.on('exit', (code) => {
			if (code === 0) return resolve();
			process.stderr.write(Buffer.concat(output));
			reject(new BuildError());
		});
	});
}

export class BuildError extends Error {
	override name = 'BuildError';

	constructor() {
		super('The build failed; the reason stands above.');
	}
}
