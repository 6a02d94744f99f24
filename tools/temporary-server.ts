import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inProject } from '../server/project.ts';

export interface RunningServer {
	readonly origin: string;
	/** Number of its process. */
	readonly pid: number;
	/** Milliseconds from the start of the process to its ready line. */
	readonly readyAfter: number;
	stop(): Promise<void>;
}

interface Preparation {
	/** Writes into the database file before the server opens it. */
	readonly fill?: (databaseFile: string) => Promise<void>;
	/** Settings besides address and database. */
	readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built application on a free port over a fresh database, gone with {@link RunningServer.stop}. */
export async function startTemporaryServer({
	fill,
	env = {}
}: Preparation = {}): Promise<RunningServer> {
	const folder = mkdtempSync(join(tmpdir(), 'valetkey-'));
	const databaseFile = join(folder, 'valetkey.db');
	await fill?.(databaseFile);
	const port = await freePort();
	const began = performance.now();
	const child = spawn(process.execPath, [inProject('server/start.js')], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: {
			...serverEnv(),
			LOG_LEVEL: 'error',
			...env,
			HOST: '127.0.0.1',
			PORT: String(port),
			ORIGIN: `http://127.0.0.1:${port}`,
			DATABASE_URL: `file:${databaseFile}`
		}
	});
	try {
		await lineStarting('Valetkey is ready', child);
	} catch (error) {
		rmSync(folder, { recursive: true, force: true });
		throw error;
	}
	if (child.pid === undefined) throw new TypeError('The server has no process');
	return {
		origin: `http://127.0.0.1:${port}`,
		pid: child.pid,
		readyAfter: performance.now() - began,
		async stop() {
			const exited = once(child, 'exit');
			child.kill('SIGTERM');
			await exited;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** What a server inherits; by `SERVER_NODE_OPTIONS` it loads something of a test first. */
export function serverEnv(): NodeJS.ProcessEnv {
	const { SERVER_NODE_OPTIONS: own, ...env } = process.env;
	return own === undefined ? env : { ...env, NODE_OPTIONS: own };
}

/**
 * Waits for a line on a child's output.
 *
 * @throws {Error} when the child ends before it printed one.
 */
export function lineStarting(text: string, child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		if (!child.stdout) throw new TypeError('The child needs its output piped');
		createInterface(child.stdout).on('line', (line) => {
			if (line.startsWith(text)) resolve(line);
		});
		child.once('exit', (code) => {
			reject(new Error(`The server ended with code ${code} before it was ready.`));
		});
	});
}

/** From here on systems give ports to outgoing connections, of which a browser makes many. */
const FIRST_OUTGOING_PORT = 32_768;
const FIRST_PORT = 10_240;

/** A TCP port of 127.0.0.1 that nothing listens on at the moment. */
export async function freePort(): Promise<number> {
	for (;;) {
		const port = randomInt(FIRST_PORT, FIRST_OUTGOING_PORT);
		const probe = createServer();
		try {
			await once(probe.listen(port, '127.0.0.1'), 'listening');
		} catch {
			continue;
		}
		probe.close();
		await once(probe, 'close');
		return port;
	}
}
