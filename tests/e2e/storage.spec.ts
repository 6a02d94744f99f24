import { spawnSync } from 'node:child_process';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnServer } from './support/own-server.ts';
import { expect, test } from './support/test.ts';

/** Runs `npm run backup -- FILE`, `npm run restore -- FILE` or `npm run new-key`. */
function run(server: OwnServer, command: 'backup' | 'restore' | 'new-key', ...files: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[`server/${command}.ts`, ...files],
		{
			env: { ...process.env, DATABASE_URL: `file:${server.file}` },
			encoding: 'utf8'
		}
	);
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
		said: expect.stringMatching(
			/^The database is in .*backup\.db now, \d+ bytes, checked\. Its key is in .*backup\.db\.key; keep both/
		)
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
		said: expect.stringMatching(
			/^The backup is in place, with its key; start the server\. What was there before/
		)
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

test('a key that is lost ends the start, and another one is begun with by a command', async ({
	request,
	ownServer: server
}) => {
	const { path } = await server.createApplication(request, 'Kept');
	const credentials = `${path}/credentials`;
	await request.post(`${credentials}?/makeSecret`, {
		form: { machineClient: '' },
		headers: { origin: server.origin, accept: 'text/html' }
	});
	expect(await (await request.get(credentials)).text()).toContain('?/deleteSecret');
	await server.stop();
	rmSync(`${server.file}.key`);
	const { status, stderr } = spawnSync(process.execPath, ['server/start.js'], {
		env: { ...process.env, PORT: '0', DATABASE_URL: `file:${server.file}` },
		encoding: 'utf8'
	});
	expect(status).toBe(1);
	expect(stderr.trim()).toMatch(
		/^The key that the database is used with is missing: there is no .*\.key, and SECRET_KEY is not set\..*npm run new-key/
	);
	expect(stderr.trim()).not.toContain('\n');
	expect(run(server, 'new-key')).toEqual({
		status: 0,
		said: `The database is used with the key of ${server.file}.key from now on. 1 client secret was made under the former one and is no longer there: make new ones under Credentials, and give them to the apps.`
	});
	await server.start();
	expect(await (await request.get(server.origin)).text()).toContain('Kept');
	expect(await (await request.get(credentials)).text()).not.toContain('?/deleteSecret');
});
