import { spawnSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnServer } from './support/own-server.ts';
import { expect, test } from './support/test.ts';

/** Runs `npm run backup -- FILE` or `npm run restore -- FILE`. */
function run(server: OwnServer, command: 'backup' | 'restore', file: string) {
	const { status, stdout, stderr } = spawnSync(process.execPath, [`server/${command}.ts`, file], {
		env: { ...process.env, DATABASE_URL: `file:${server.file}` },
		encoding: 'utf8'
	});
	return { status, said: (stdout + stderr).trim() };
}

test('a removed database file takes no write, and health says so until it is back', async ({
	request,
	ownServer: server
}) => {
	const created = await server.create(request, 'Before');
	expect(created.status()).toBe(303);
	const { pathname } = new URL(created.headers().location ?? '', server.origin);
	const aside = join(server.folder, 'aside.db');
	renameSync(server.file, aside);
	const lost = await server.create(request, 'Lost');
	expect(lost.status()).toBe(503);
	expect(await lost.text()).toContain('The database file was removed or replaced');
	for (const address of [
		pathname,
		`${pathname}.json`,
		pathname.replace('vehicle-access', 'share')
	]) {
		const page = await request.get(server.origin + address);
		expect(page.status(), address).toBe(503);
		expect(await page.text()).toContain('The database file was removed or replaced');
	}
	const health = await request.get(`${server.origin}/healthz`);
	expect(health.status()).toBe(503);
	expect(await health.text()).toContain('The database file was removed or replaced');
	renameSync(aside, server.file);
	expect((await request.get(`${server.origin}/healthz`)).status()).toBe(200);
	expect((await server.create(request, 'After')).status()).toBe(303);
	const home = await (await request.get(server.origin)).text();
	expect(home).toContain('After');
	expect(home).not.toContain('Lost');
});

test('a backup is taken while serving, and restored in one step once the server is stopped', async ({
	request,
	ownServer: server
}) => {
	await server.create(request, 'Kept');
	const backup = join(server.folder, 'backup.db');
	expect(run(server, 'backup', backup)).toEqual({
		status: 0,
		said: expect.stringMatching(/^The database is in .*backup\.db now, \d+ bytes, checked\.$/)
	});
	expect(run(server, 'backup', backup)).toEqual({
		status: 1,
		said: `The file exists already and was left as it is; name another one. (${backup})`
	});
	await server.create(request, 'Made later');
	expect(run(server, 'restore', backup)).toEqual({
		status: 1,
		said: `A server works on the database. Nothing was changed; stop it first. (${server.file})`
	});
	await server.stop();
	expect(run(server, 'restore', backup)).toMatchObject({
		status: 0,
		said: expect.stringMatching(/^The backup is in place; start the server\. What was there before/)
	});
	await server.start();
	const home = await (await request.get(server.origin)).text();
	expect(home).toContain('Kept');
	expect(home).not.toContain('Made later');
});

test('a backup of a database that is not there is refused', async ({ ownServer: server }) => {
	await server.stop();
	rmSync(server.file);
	expect(run(server, 'backup', join(server.folder, 'backup.db'))).toEqual({
		status: 1,
		said: `There is no database at this place. (${server.file})`
	});
});
