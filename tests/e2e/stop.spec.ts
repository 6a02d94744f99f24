import { connect } from 'node:net';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort, lineStarting } from '../../tools/temporary-server.ts';
import { copyProject, type ProjectCopy } from './support/project-copy.ts';

let copy: ProjectCopy;

test.beforeAll(() => {
	copy = copyProject();
});
test.afterAll(() => copy.remove());

/** Whether anything listens on a port of this machine. */
function isTaken(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ host: '127.0.0.1', port });
		socket.once('connect', () => {
			socket.destroy();
			resolve(true);
		});
		socket.once('error', () => resolve(false));
	});
}

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const) {
	test(`${signal} to npm ends the server in order and frees the port`, async () => {
		const port = await freePort();
		const child = copy.serve({ PORT: String(port), DATABASE_URL: `file:${signal}.db` });
		await lineStarting('Valetkey is ready', child);
		expect(existsSync(join(copy.path, `${signal}.db-wal`))).toBe(true);
		child.kill(signal);
		await expect.poll(() => isTaken(port)).toBe(false);
		// Closed in order, the database has written its log back and removed it.
		await expect.poll(() => existsSync(join(copy.path, `${signal}.db-wal`))).toBe(false);
	});
}
