import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { oneAtATime } from '../../server/build-lock.ts';
import { useFolder } from '../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'cache', 'building');
/** No system gives a process this number. */
const NOBODY = 2 ** 30;

it('lets those that come meanwhile wait until the first is done', async () => {
	const told: string[] = [];
	const first = Promise.withResolvers<void>();
	const began = Promise.withResolvers<void>();
	const one = oneAtATime(file(), async () => {
		told.push('one begins');
		began.resolve();
		await first.promise;
		told.push('one ends');
	});
	await began.promise;
	const other = oneAtATime(file(), async () => void told.push('other'));
	expect(told).toEqual(['one begins']);
	first.resolve();
	await Promise.all([one, other]);
	expect(told).toEqual(['one begins', 'one ends', 'other']);
	expect(existsSync(file())).toBe(false);
});

it('lets others go on after one that failed', async () => {
	const fails = () => Promise.reject(new Error('no'));
	await expect(oneAtATime(file(), fails)).rejects.toThrow('no');
	await oneAtATime(file(), async () => {});
	expect(existsSync(file())).toBe(false);
});

it('does not wait for one that was killed half-way', async () => {
	await oneAtATime(file(), async () => {});
	writeFileSync(file(), String(NOBODY));
	let done = false;
	await oneAtATime(file(), async () => void (done = true));
	expect(done).toBe(true);
});
