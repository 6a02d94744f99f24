import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomKeyText } from '../src/lib/server/secret-key.ts';
import { inProject } from '../server/project.ts';
import { freePort, lineStarting, serverEnv } from './temporary-server.ts';

/** Several servers on one database, each on a port of its own, under one name for apps. */
export class Nodes {
	readonly origins: readonly string[];
	/** What all of them share, as settings. */
	readonly storage: { readonly DATABASE_URL: string; readonly SECRET_KEY: string };
	readonly #children: (ChildProcess | null)[];

	private constructor(databaseUrl: string, ports: readonly number[], secretKey: string) {
		this.storage = { DATABASE_URL: databaseUrl, SECRET_KEY: secretKey };
		this.origins = ports.map((port) => `http://127.0.0.1:${port}`);
		this.#children = ports.map(() => null);
	}

	/**
	 * Starts all at once, on a database that may be empty.
	 *
	 * @param secretKey the one that the database is used with
	 */
	static async start(
		databaseUrl: string,
		count: number,
		secretKey = randomKeyText()
	): Promise<Nodes> {
		const ports: number[] = [];
		while (ports.length < count) ports.push(await freePort());
		const nodes = new Nodes(databaseUrl, ports, secretKey);
		try {
			await Promise.all(ports.map((_port, index) => nodes.start(index)));
			return nodes;
		} catch (error) {
			await nodes.stop();
			throw error;
		}
	}

	originOf(index: number): string {
		return this.origins[index] ?? '';
	}

	async start(index: number): Promise<void> {
		const child = spawn(process.execPath, [inProject('server/start.js')], {
			stdio: ['ignore', 'pipe', 'inherit'],
			env: {
				...serverEnv(),
				HOST: '127.0.0.1',
				PORT: new URL(this.originOf(index)).port,
				ORIGIN: this.originOf(0),
				ORIGINS: this.origins.join(' '),
				...this.storage,
				RATE_LIMITS: 'off',
				LOG_LEVEL: 'silent'
			}
		});
		this.#children[index] = child;
		await lineStarting('Valetkey is ready', child);
	}

	/** As a crash of its machine ends one. */
	kill(index: number): Promise<void> {
		return this.#end(index, 'SIGKILL');
	}

	/** Those that ended by themselves. */
	ended(): readonly number[] {
		return this.#children.flatMap((child, index) =>
			child && (child.exitCode !== null || child.signalCode !== null) ? [index] : []
		);
	}

	async stop(): Promise<void> {
		await Promise.all(this.#children.map((_child, index) => this.#end(index, 'SIGTERM')));
	}

	async #end(index: number, signal: NodeJS.Signals): Promise<void> {
		const child = this.#children[index];
		this.#children[index] = null;
		if (!child || child.exitCode !== null || child.signalCode !== null) return;
		const exited = once(child, 'exit');
		child.kill(signal);
		await exited;
	}
}
