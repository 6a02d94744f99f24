import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { expect, test } from '@playwright/test';

interface Ready {
	readonly event: string;
	readonly origin: string;
	readonly address: string;
	readonly port: number;
	readonly pid: number;
}

/** Starts the built server and gives back what it prints until people are told that it is ready. */
async function start(env: Readonly<Record<string, string>>) {
	const child = spawn(process.execPath, ['server/start.js'], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { PATH: process.env.PATH, DATABASE_URL: ':memory:', PORT: '0', ...env }
	});
	const lines: string[] = [];
	for await (const line of createInterface(child.stdout)) {
		lines.push(line);
		const isLast = env.ALLOW_PUBLIC ? line.startsWith('Others') : line.startsWith('Valetkey');
		if (isLast) break;
	}
	const ready: Ready = JSON.parse(lines[0] ?? '');
	return { child, lines, ready };
}

async function stop(child: ChildProcess): Promise<void> {
	const exited = once(child, 'exit');
	child.kill('SIGTERM');
	await exited;
}

test('PORT=0 takes a free port, and a line of JSON says which', async () => {
	const { child, lines, ready } = await start({});
	try {
		expect(ready).toEqual({
			event: 'ready',
			origin: `http://127.0.0.1:${ready.port}`,
			address: `http://127.0.0.1:${ready.port}`,
			port: expect.any(Number),
			pid: child.pid
		});
		expect(ready.port).toBeGreaterThan(1023);
		expect(lines[1]).toBe(`Valetkey is ready on ${ready.origin}`);
		expect((await fetch(`${ready.address}/healthz`)).status).toBe(200);
		const form = new URLSearchParams({ name: 'Made on a free port' });
		const headers = { origin: ready.origin, accept: 'text/html' };
		const made = await fetch(`${ready.origin}/?/create`, {
			method: 'POST',
			headers,
			body: form,
			redirect: 'manual'
		});
		expect(made.status).toBe(303);
	} finally {
		await stop(child);
	}
});

test('a public server says so in one line, and answers to each of its names', async () => {
	const { child, lines, ready } = await start({
		ALLOW_PUBLIC: '1',
		ORIGINS: 'https://keys.example.com http://valetkey:3000'
	});
	try {
		expect(lines.at(-1)).toMatch(/^Others can reach this server, and it has no sign-in/);
		expect(ready).toMatchObject({ origin: 'https://keys.example.com' });
		const statuses = await Promise.all(
			['keys.example.com', 'valetkey:3000', 'evil.example'].map(async (host) => [
				host,
				await statusUnder(host, `${ready.address}/`),
				await statusUnder(host, `${ready.address}/healthz`)
			])
		);
		expect(statuses).toEqual([
			['keys.example.com', 200, 200],
			['valetkey:3000', 200, 200],
			['evil.example', 421, 200]
		]);
	} finally {
		await stop(child);
	}
});

/** `fetch` does not let anybody choose the host. */
async function statusUnder(host: string, url: string): Promise<number | undefined> {
	const request = get(url, { headers: { host }, agent: false });
	const [response]: IncomingMessage[] = await once(request, 'response');
	response?.resume();
	return response?.statusCode;
}
