import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built project in a folder of its own, with packages by link. */
export interface ProjectCopy {
	readonly path: string;
	/** A folder that has nothing to do with the project. */
	readonly elsewhere: string;
	/** Runs `npm start` from elsewhere to its end. It is expected to give up. */
	start(env?: Readonly<Record<string, string>>): { status: number | null; lines: string[] };
	/** Runs `npm start` in the background, from elsewhere too. */
	serve(env: Readonly<Record<string, string>>): ChildProcess;
	removePart(name: string): void;
	remove(): void;
}

const PARTS = [
	'.npmrc',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'vite.config.ts',
	'src',
	'static',
	'server',
	'tools',
	'drizzle',
	'build'
];

/** @param packages those that are installed; all of them when left out */
export function copyProject(packages?: readonly string[]): ProjectCopy {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-copy-'));
	const path = join(folder, 'project');
	const elsewhere = join(folder, 'elsewhere');
	mkdirSync(path);
	mkdirSync(elsewhere);
	for (const part of PARTS) cpSync(part, join(path, part), { recursive: true });
	linkPackages(path, packages);
	return {
		path,
		elsewhere,
		start(env = {}) {
			const args = ['--silent', '--prefix', path, 'start'];
			const options = { cwd: elsewhere, env: environment(env), timeout: 60_000 };
			const { status, stdout, stderr } = spawnSync('npm', args, { encoding: 'utf8', ...options });
			return { status, lines: (stdout + stderr).trim().split('\n') };
		},
		serve(env) {
			return spawn('npm', ['--silent', '--prefix', path, 'start'], {
				cwd: elsewhere,
				env: environment(env),
				stdio: ['ignore', 'pipe', 'pipe']
			});
		},
		removePart: (name) => rmSync(join(path, name), { recursive: true }),
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}

/** Nothing of the settings that the tests themselves run with. */
function environment(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
	return { PATH: process.env.PATH, HOME: process.env.HOME, ...env };
}

function linkPackages(path: string, packages: readonly string[] | undefined): void {
	const from = join(process.cwd(), 'node_modules');
	const to = join(path, 'node_modules');
	if (!packages) return symlinkSync(from, to);
	mkdirSync(to);
	for (const name of packages) symlinkSync(join(from, name), join(to, name));
}
