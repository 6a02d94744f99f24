import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProject } from '../server/project.ts';
import { freePort, lineStarting, type RunningServer } from '../tools/temporary-server.ts';

export interface BareApp {
	readonly start: () => Promise<RunningServer>;
	readonly remove: () => void;
}

/** Builds the smallest SvelteKit app with the packages of this project, to measure against. */
export function buildBareApp(): BareApp {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-bare-'));
	cpSync(inProject('bench/bare'), folder, { recursive: true });
	symlinkSync(inProject('node_modules'), join(folder, 'node_modules'));
	const vite = join(folder, 'node_modules/vite/bin/vite.js');
	execFileSync(process.execPath, [vite, 'build'], { cwd: folder, stdio: 'pipe' });
	return {
		start: () => startBareApp(folder),
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}

async function startBareApp(folder: string): Promise<RunningServer> {
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const began = performance.now();
	const child = spawn(process.execPath, [join(folder, 'build/index.js')], {
		cwd: folder,
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), ORIGIN: origin }
	});
	await lineStarting('Listening on', child);
	if (child.pid === undefined) throw new TypeError('The bare app has no process');
	// The other side answers one request before it calls itself ready.
	await (await fetch(origin)).text();
	return {
		origin,
		pid: child.pid,
		readyAfter: performance.now() - began,
		async stop() {
			const exited = once(child, 'exit');
			child.kill('SIGTERM');
			await exited;
		}
	};
}
