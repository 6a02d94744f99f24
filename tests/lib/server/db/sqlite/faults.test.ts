import { createApplication } from '#lib/server/applications/applications.ts';
import type { Db } from '#lib/server/engine.ts';
import { applications, milestones } from '#lib/server/db/schema.ts';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import fs, { copyFileSync, existsSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { driverOf } from '../../../../support/driver.ts';
import { useFolder, useSqlite } from '../../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'valetkey.db');

const storage = useSqlite(file);
const write = <T>(work: (db: Db) => Promise<T>) => storage.engine.write(work);
const writeTogether = <T>(work: (db: Db) => Promise<T>) => storage.engine.writeTogether(work);

const insert = (name: string) => async (db: Db) => {
	await db.insert(milestones).values({ name, reachedAt: 1 });
	return name;
};

async function storedNames(): Promise<readonly string[]> {
	const rows = await storage.engine.read(async (db) =>
		db
			.select({ name: milestones.name })
			.from(milestones)
			.orderBy(sql`rowid`)
	);
	return rows.map(({ name }) => name);
}

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
			createApplication(storage.context, { name: 'Blocked' }),
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
		expect(await createApplication(storage.context, { name: 'Free' })).toMatchObject({ ok: true });
		expect(await storedNames()).toEqual([]);
	});

	it('those that still wait when the database is closed are told', async () => {
		const refused = expect(write(insert('late'))).rejects.toMatchObject({ code: 'busy' });
		await storage.close();
		await refused;
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
		[
			'with another log',
			() => (
				copyFileSync(`${file()}-wal`, `${file()}.new`),
				renameSync(`${file()}.new`, `${file()}-wal`)
			)
		],
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
		const work = async (db: Db) => {
			rmSync(file());
			return insert('during')(db);
		};
		await expect(write(work)).rejects.toMatchObject({ code: 'gone' });
	});

	it.each(['', '-wal', '-shm'])('goes on when the same file is back: %j', async (suffix) => {
		await write(async () => {});
		renameSync(file() + suffix, `${file()}.aside`);
		await expect(write(insert('a'))).rejects.toMatchObject({ code: 'gone' });
		renameSync(`${file()}.aside`, file() + suffix);
		expect(await write(insert('b'))).toBe('b');
		expect(await storedNames()).toEqual(['b']);
	});
});

it.runIf(existsSync('/proc/self/fd'))(
	'a commit asks the log for nothing that would make its sync longer',
	async () => {
		const stat = vi.spyOn(fs, 'statSync');
		syncBuiltinESMExports();
		try {
			await write(insert('a'));
			await storedNames();
			const asked = stat.mock.calls.map(([path]) => String(path));
			expect(asked).toContain(file());
			expect(asked).not.toContain(`${file()}-wal`);
		} finally {
			stat.mockRestore();
			syncBuiltinESMExports();
		}
	}
);

describe('a write that cannot be made', () => {
	it('says that the disk is full, and keeps what was there', async () => {
		await createApplication(storage.context, { name: 'Before' });
		await storage.engine.read(async (db) => {
			const pages = Number(driverOf(db).pragma('page_count', { simple: true }));
			driverOf(db).pragma(`max_page_count = ${pages}`);
		});
		const fill = async () => {
			for (let count = 0; count < 90; count++) {
				await createApplication(storage.context, { name: `Filler ${count} ${'x'.repeat(60)}` });
			}
		};
		await expect(fill()).rejects.toMatchObject({ name: 'StorageError', code: 'full' });
		const rows = await storage.engine.read(async (db) => db.select().from(applications));
		expect(rows.map(({ name }) => name)).toContain('Before');
	});
});
