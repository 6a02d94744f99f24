import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startValetkey, type Valetkey } from '../../kit/valetkey.js';
import { clientIdOf } from '../support/seeds.ts';
import { lineStarting } from '../../tools/temporary-server.ts';

const seedOf = (number: number) => ({
	applications: [{ name: `App ${number}`, clientId: clientIdOf(number) }]
});

/** Names of the applications that are there. */
async function names({ url }: Pick<Valetkey, 'url'>): Promise<readonly string[]> {
	const answer = await fetch(`${url}/applications.json`);
	const found = await answer.json();
	return found.names.map(({ name }: { name: string }) => name);
}

const isThere = (pid: number) => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

/** Runs a program that starts a server, and tells in JSON where; with a folder of its own for what is temporary. */
function runStarter(then: string) {
	const folder = test.info().outputPath('temporary');
	mkdirSync(folder, { recursive: true });
	const program = `
		const { startValetkey } = require(${JSON.stringify(join(process.cwd(), 'kit/valetkey.cjs'))});
		startValetkey().then(async (server) => {
			console.log('at ' + JSON.stringify({ url: server.url, pid: server.pid }));
			${then}
		});`;
	const child = spawn(process.execPath, ['-e', program], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, TMPDIR: folder }
	});
	return {
		child,
		folder,
		server: lineStarting('at ', child).then((line) => JSON.parse(line.slice(3)) as Valetkey)
	};
}

test('each has a sandbox of its own, also where several start at once', async () => {
	const servers = await Promise.all([1, 2, 3].map((n) => startValetkey({ seed: seedOf(n) })));
	try {
		expect(new Set(servers.map(({ url }) => url)).size).toBe(3);
		expect(await Promise.all(servers.map(names))).toEqual([['App 1'], ['App 2'], ['App 3']]);
	} finally {
		await Promise.all(servers.map((server) => server.stop()));
	}
	expect(servers.map(({ pid }) => isThere(pid))).toEqual([false, false, false]);
});

test('a wipe goes back to the seed of the start, or to another', async () => {
	const file = test.info().outputPath('seed.json');
	writeFileSync(file, JSON.stringify(seedOf(1)));
	const server = await startValetkey({ seed: file });
	try {
		await fetch(`${server.url}/sandbox/api/seed`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(seedOf(2))
		});
		expect(await names(server)).toHaveLength(2);
		await server.wipe();
		expect(await names(server)).toEqual(['App 1']);
		await server.wipe(seedOf(3));
		expect(await names(server)).toEqual(['App 3']);
		const wrong = { applications: [{ name: 'No id' }] };
		await expect(server.wipe(wrong)).rejects.toThrow(
			/^Valetkey was not wiped: seed\.applications\[0\]\.clientId: Write the application’s client id/
		);
		expect(await names(server)).toEqual(['App 3']);
	} finally {
		await server.stop();
	}
});

test('what an app under test is set to is not taken for the server’s', async () => {
	const own = {
		ORIGIN: 'https://app.example',
		PORT: '1',
		DATABASE_URL: 'mysql://app',
		SEED: '/app'
	};
	const before = Object.keys(own).map((name) => [name, process.env[name]] as const);
	Object.assign(process.env, own);
	try {
		const server = await startValetkey();
		expect(await names(server)).toEqual([]);
		await server.stop();
		await server.stop();
	} finally {
		for (const [name, value] of before) {
			if (value === undefined) delete process.env[name];
			else process.env[name] = value;
		}
	}
});

for (const [what, options, message] of [
	[
		'a seed with a fault',
		{ seed: { applications: [{ name: 'No id' }] } },
		/^Valetkey did not start\. SEED is ".*seed\.json", which cannot be used: applications\[0\]\.clientId: Write/
	],
	[
		'a seed that is not there',
		{ seed: 'no/such.json' },
		/SEED is ".*no\/such\.json", and there is no/
	],
	['a setting that cannot be', { env: { LOG_LEVEL: 'loud' } }, /LOG_LEVEL is "loud"; allowed is/],
	['a start that takes too long', { timeout: 1 }, /^Valetkey was not ready after 0\.001 seconds\./]
] as const) {
	test(`${what} is told in the server’s own words`, async () => {
		await expect(startValetkey(options)).rejects.toThrow(message);
	});
}

test('it ends with the process that started it, when that is killed', async () => {
	const { child, server } = runStarter('setInterval(() => {}, 1000);');
	const { pid } = await server;
	expect(isThere(pid)).toBe(true);
	child.kill('SIGKILL');
	await expect.poll(() => isThere(pid)).toBe(false);
});

test('nobody has to stop it: the process that started it ends all the same', async () => {
	const { child, server } = runStarter('');
	const { pid } = await server;
	await expect.poll(() => child.exitCode).toBe(0);
	await expect.poll(() => isThere(pid)).toBe(false);
});

test('once stopped it leaves nothing behind', async () => {
	const { child, folder } = runStarter('await server.stop();');
	await expect.poll(() => child.exitCode).toBe(0);
	expect(readdirSync(folder)).toEqual([]);
});

test('Python starts one, too, and ends it with itself', async () => {
	test.skip(spawnSync('python3', ['--version']).status !== 0, 'There is no Python here.');
	const folder = test.info().outputPath('temporary');
	mkdirSync(folder, { recursive: true });
	const program = `
import json, sys, time
sys.path.insert(0, "kit")
from valetkey import ValetkeyError, start_valetkey
try:
    start_valetkey(seed={"applications": [{"name": "No id"}]})
except ValetkeyError as error:
    assert "which cannot be used: applications[0].clientId" in str(error), error
with start_valetkey(seed=${JSON.stringify(seedOf(1))}) as first:
    pass
server = start_valetkey()
server.wipe(${JSON.stringify(seedOf(2))})
print("at " + json.dumps({"url": server.url, "pid": server.pid, "stopped": first.pid}), flush=True)
time.sleep(60)
`;
	const child = spawn('python3', ['-c', program], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, TMPDIR: folder }
	});
	const line = await lineStarting('at ', child);
	const { url, pid, stopped } = JSON.parse(line.slice(3));
	expect(await names({ url })).toEqual(['App 2']);
	expect(isThere(stopped)).toBe(false);
	expect(readdirSync(folder)).toHaveLength(1);
	child.kill('SIGKILL');
	await expect.poll(() => isThere(pid)).toBe(false);
});
