import { streamFile } from '#lib/server/http/streamed-file.ts';
import { expect, it } from 'vitest';

const FILE = { name: 'links.csv', type: 'text/csv' };

it('is saved under its name, and kept by nobody on the way', async () => {
	async function* parts() {
		yield 'ä,b\r\n';
		await Promise.resolve();
		yield 'c,d\r\n';
	}
	const answer = streamFile(FILE, parts());
	expect(Object.fromEntries(answer.headers)).toEqual({
		'cache-control': 'no-store',
		'content-disposition': 'attachment; filename="links.csv"',
		'content-type': 'text/csv; charset=utf-8'
	});
	expect(await answer.text()).toBe('ä,b\r\nc,d\r\n');
});

it('makes no part before the one ahead of it is taken, and stops with its reader', async () => {
	const made: string[] = [];
	let ended = false;
	async function* parts() {
		try {
			for (const part of ['a', 'b', 'c', 'd']) {
				await Promise.resolve();
				made.push(part);
				yield part;
			}
		} finally {
			ended = true;
		}
	}
	const reader = streamFile(FILE, parts()).body?.getReader();
	await reader?.read();
	expect(made.length).toBeLessThanOrEqual(2);
	await reader?.cancel();
	expect(ended).toBe(true);
	expect(made.length).toBeLessThanOrEqual(2);
});

it('breaks off where a part fails, so that nobody takes it for the whole', async () => {
	async function* parts() {
		yield 'a';
		await Promise.reject(new Error('Disk full'));
	}
	await expect(streamFile(FILE, parts()).text()).rejects.toThrow('Disk full');
});
