import type { APIRequestContext, APIResponse } from '@playwright/test';
import Database from 'better-sqlite3';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, lineStarting, serverEnv } from '../../../tools/temporary-server.ts';
import type { TestApplication } from './application.ts';

/** A server of one test, over a database that outlives its stops; for what would disturb others. */
export class OwnServer {
	readonly folder = mkdtempSync(join(tmpdir(), 'valetkey-own-'));
	readonly file = join(this.folder, 'valetkey.db');
	origin = '';
	#port = 0;
	#child: ChildProcess | null = null;

	/** On the same port each time. */
	async start(env: NodeJS.ProcessEnv = {}): Promise<void> {
		this.#port ||= await freePort();
		this.origin = `http://127.0.0.1:${this.#port}`;
		const child = spawn(process.execPath, ['server/start.js'], {
			stdio: ['ignore', 'pipe', 'inherit'],
			env: {
				...serverEnv(),
				HOST: '127.0.0.1',
				PORT: String(this.#port),
				ORIGIN: this.origin,
				DATABASE_URL: `file:${this.file}`,
				RATE_LIMITS: 'off',
				LOG_LEVEL: 'silent',
				...env
			}
		});
		this.#child = child;
		await lineStarting('Valetkey is ready', child);
	}

	/** Sends the form of the first page, as a person does. */
	create(request: APIRequestContext, name: string): Promise<APIResponse> {
		return request.post(`${this.origin}/?/create`, {
			form: { name },
			headers: { origin: this.origin, accept: 'text/html' },
			maxRedirects: 0
		});
	}

	async createApplication(request: APIRequestContext, name: string): Promise<TestApplication> {
		const { location = '' } = (await this.create(request, name)).headers();
		const clientId = /\/apps\/([0-9a-f-]{36})/.exec(location)?.[1] ?? '';
		return { clientId, name, path: `${this.origin}/apps/${clientId}` };
	}

	async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		const child = this.#child;
		this.#child = null;
		if (!child) return;
		const exited = once(child, 'exit');
		child.kill(signal);
		await exited;
	}

	/** Holds the write lock, as another program may. @returns lets go of it */
	lock(): () => void {
		const other = new Database(this.file);
		other.exec('begin immediate');
		return () => other.close();
	}

	async remove(): Promise<void> {
		await this.stop();
		rmSync(this.folder, { recursive: true, force: true });
	}
}
