import { createApplication, listApplications } from '#lib/server/applications.ts';
import {
	connectDatabase,
	disconnectDatabase,
	read,
	write,
	writeTogether
} from '#lib/server/db/connection.ts';
import type { Db } from '#lib/server/db/open.ts';
import { milestones } from '#lib/server/db/schema.ts';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { copyFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useFolder } from '../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'valetkey.db');

beforeEach(() => connectDatabase(file()));
afterEach(disconnectDatabase);

const insert = (name: string) => (db: Db) => {
	db.insert(milestones).values({ name, reachedAt: 1 }).run();
	return name;
};

const storedNames = () =>
	read((db) =>
		db
			.select({ name: milestones.name })
			.from(milestones)
			.orderBy(sql`rowid`)
			.all()
			.map(({ name }) => name)
	);

describe('while another program holds the lock', () => {
	let other: Database.Database;

	beforeEach(() => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
		other = new Database(file());
		other.exec('begin immediate');
	});
	afterEach(() => {
		other.close();
		vi.useRealTimers();
	});

	it('writes wait and are made in the order asked once it is free; reads are answered', async () => {
		const writes = [write(insert('a')), writeTogether(insert('b')), writeTogether(insert('c'))];
		await new Promise(setImmediate);
		writes.push(write(insert('d')));
		expect(await storedNames()).toEqual([]);
		await vi.advanceTimersByTimeAsync(3000);
		expect(await storedNames()).toEqual([]);
		other.exec('rollback');
		await vi.advanceTimersByTimeAsync(100);
		expect(await Promise.all(writes)).toEqual(['a', 'b', 'c', 'd']);
		expect(await storedNames()).toEqual(['a', 'b', 'c', 'd']);
	});

	it('writes are refused in words after a while, all of them, and work again afterwards', async () => {
		const settled = Promise.allSettled([
			createApplication({ name: 'Blocked' }),
			writeTogether(insert('a')),
			writeTogether(insert('b'))
		]);
		await new Promise(setImmediate);
		await vi.advanceTimersByTimeAsync(6000);
		for (const one of await settled) {
			expect(one).toMatchObject({
				status: 'rejected',
				reason: {
					name: 'StorageError',
					code: 'busy',
					message: 'Another program holds the database. Nothing was changed; try again in a moment.'
				}
			});
		}
		other.exec('rollback');
		expect(await createApplication({ name: 'Free' })).toMatchObject({ ok: true });
		expect(await storedNames()).toEqual([]);
	});

	it('those that still wait when the database is closed are told', async () => {
		const waiting = write(insert('late'));
		disconnectDatabase();
		await expect(waiting).rejects.toMatchObject({ code: 'busy' });
	});
});

describe('a database file that is no longer in its place', () => {
	const message =
		'The database file was removed or replaced while the server was running. Nothing was saved; put the file in its place and start the server again.';

	it.each([
		['removed', () => rmSync(file())],
		[
			'replaced',
			() => (copyFileSync(file(), `${file()}.new`), renameSync(`${file()}.new`, file()))
		],
		['emptied', () => truncateSync(file())],
		['without its log', () => rmSync(`${file()}-wal`)],
		["without its log's index", () => rmSync(`${file()}-shm`)]
	])('takes no write and answers no read once it is %s', async (_title, lose) => {
		await write(insert('before'));
		lose();
		for (const work of [
			() => write(insert('after')),
			() => writeTogether(insert('after')),
			storedNames
		]) {
			await expect(work()).rejects.toMatchObject({ name: 'StorageError', code: 'gone', message });
		}
	});

	it('answers no write during which it was removed', async () => {
		const work = (db: Db) => {
			rmSync(file());
			return insert('during')(db);
		};
		await expect(write(work)).rejects.toMatchObject({ code: 'gone' });
	});

	it('goes on when the same file is back', async () => {
		renameSync(file(), `${file()}.aside`);
		await expect(write(insert('a'))).rejects.toMatchObject({ code: 'gone' });
		renameSync(`${file()}.aside`, file());
		expect(await write(insert('b'))).toBe('b');
		expect(await storedNames()).toEqual(['b']);
	});
});

describe('a write that cannot be made', () => {
	it('says that the disk is full, and keeps what was there', async () => {
		await createApplication({ name: 'Before' });
		await read((db) => {
			const pages = Object.values(db.get<Record<string, number>>(sql`pragma page_count`))[0];
			db.run(sql.raw(`pragma max_page_count = ${pages}`));
		});
		const fill = async () => {
			for (let count = 0; count < 90; count++) {
				await createApplication({ name: `Filler ${count} ${'x'.repeat(60)}` });
			}
		};
		await expect(fill()).rejects.toMatchObject({ name: 'StorageError', code: 'full' });
		expect((await listApplications())[0]).toMatchObject({ name: 'Before' });
	});
});
