import type { Db, Engine } from '#lib/server/engine.ts';
import { openSqlite } from '#lib/server/db/sqlite/sqlite.ts';
import { milestones } from '#lib/server/db/schema.ts';
import Database from 'better-sqlite3';
import { asc, sql } from 'drizzle-orm';
import { renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { driverOf } from '../../../../support/driver.ts';
import { PATIENCE } from '../../../../support/patience.ts';
import { useFolder } from '../../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'valetkey.db');

let engine: Engine;
beforeEach(() => {
	engine = openSqlite(file());
});
afterEach(() => engine.close());

function insert(name: string) {
	return async (db: Db) => {
		await db.insert(milestones).values({ name, reachedAt: 1 });
		return name;
	};
}

/** As a full disk: the file may not grow any more. */
async function limitPages(): Promise<void> {
	await engine.read(async (db) => {
		const sqlite = driverOf(db);
		sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true }))}`);
	});
}

async function storedNames(): Promise<readonly string[]> {
	const rows = await engine.read(async (db) =>
		db
			.select()
			.from(milestones)
			.orderBy(asc(sql`rowid`))
	);
	return rows.map(({ name }) => name);
}

describe('write', () => {
	it('holds the lock from its first statement, so that what it read stays true', async () => {
		const other = new Database(file(), { timeout: 0 });
		const tried: unknown[] = [];
		await engine.write(async (db) => {
			const before = (await db.select().from(milestones)).length;
			try {
				other.prepare("insert into milestones values ('in between', 1)").run();
			} catch (error) {
				tried.push(error);
			}
			await insert(`number ${before}`)(db);
		});
		other.close();
		expect(tried).toMatchObject([{ code: 'SQLITE_BUSY' }]);
		expect(await storedNames()).toEqual(['number 0']);
	});
});

describe('writeTogether', () => {
	it('commits what is asked for in one turn in the order asked', async () => {
		const names = Array.from({ length: 20 }, (_, number) => `write ${number}`);
		expect(await Promise.all(names.map((name) => engine.writeTogether(insert(name))))).toEqual(
			names
		);
		expect(await storedNames()).toEqual(names);
	});

	it('gives one the state that those before it left', async () => {
		const count = async (db: Db) => (await db.select().from(milestones)).length;
		const results = await Promise.all([
			engine.writeTogether(count),
			engine.writeTogether(insert('between')),
			engine.writeTogether(count)
		]);
		expect(results).toEqual([0, 'between', 1]);
	});

	it('resolves only when another reader can see it', async () => {
		const reader = new Database(file(), { readonly: true });
		const seen = reader.prepare('select count(*) from milestones').pluck();
		const counts: unknown[] = [];
		const writes = ['a', 'b', 'c'].map((name) =>
			engine.writeTogether(insert(name)).then(() => counts.push(seen.get()))
		);
		expect(seen.get()).toBe(0);
		await Promise.all(writes);
		expect(counts).toEqual([3, 3, 3]);
		reader.close();
	});

	it('shares a commit with what comes a turn later', async () => {
		const reader = new Database(file(), { readonly: true });
		const seen = reader.prepare('select count(*) from milestones').pluck();
		const first = engine.writeTogether(insert('a')).then(() => seen.get());
		await new Promise((resolve) => setImmediate(resolve));
		const second = engine.writeTogether(insert('b')).then(() => seen.get());
		expect(await Promise.all([first, second])).toEqual([2, 2]);
		reader.close();
	});

	it.each([
		[
			'throws after it wrote',
			async (db: Db) => {
				await insert('half')(db);
				throw new RangeError('no');
			},
			/^no$/
		],
		['breaks a rule of the database', insert('a'), /UNIQUE|Failed to run/]
	])('takes no other along when one %s', async (_title, failing, message) => {
		const settled = await Promise.allSettled([
			engine.writeTogether(insert('a')),
			engine.writeTogether<unknown>(failing),
			engine.writeTogether(insert('c'))
		]);
		expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
		expect(settled[1]).toMatchObject({ reason: { message: expect.stringMatching(message) } });
		expect(await storedNames()).toEqual(['a', 'c']);
	});

	it('rejects all when the disk is full, and keeps what was there', async () => {
		await engine.writeTogether(insert('before'));
		await limitPages();
		const settled = await Promise.allSettled([
			engine.writeTogether(insert('small')),
			engine.writeTogether(insert('x'.repeat(100_000))),
			engine.writeTogether(insert('small too'))
		]);
		for (const one of settled) {
			expect(one).toMatchObject({
				status: 'rejected',
				reason: { name: 'StorageError', code: 'full' }
			});
		}
		expect(await storedNames()).toEqual(['before']);
	});

	it('commits what still waits when the database is disconnected', async () => {
		const waiting = engine.writeTogether(insert('last'));
		await engine.close();
		expect(await waiting).toBe('last');
		engine = openSqlite(file());
		expect(await storedNames()).toEqual(['last']);
	});
});

describe('read', () => {
	it('waits for a write that is under way, and sees all of it', async () => {
		const [, names] = await Promise.all([
			engine.write(async (db) => {
				await insert('a')(db);
				await insert('b')(db);
			}),
			storedNames()
		]);
		expect(names).toEqual(['a', 'b']);
	});

	it('shares its state with what is read in the same turn of the event loop, and no later one', async () => {
		const other = new Database(file());
		const all = async (db: Db) => (await db.select().from(milestones)).map(({ name }) => name);
		const insertElsewhere = (name: string) =>
			other.prepare('insert into milestones values (?, 1)').run(name);
		const seen = await Promise.all([
			engine.read(async (db) => {
				const before = await all(db);
				insertElsewhere('theirs');
				return [before, await all(db)];
			}),
			engine.read(all),
			engine.revision().then(() => engine.read(all))
		]);
		expect(seen).toEqual([[[], []], [], []]);
		await new Promise((resolve) => setImmediate(resolve));
		expect(await storedNames()).toEqual(['theirs']);
		other.close();
	});

	it('waits for all that is asked for before the loop goes on', async () => {
		const seen: number[] = [];
		const look = (db: Db) =>
			engine.revision().then(async () => seen.push(await db.$count(milestones)));
		const first = engine.read(look);
		await new Promise<void>((resolve) => process.nextTick(resolve));
		const other = new Database(file());
		other.exec("insert into milestones values ('theirs', 1)");
		const second = engine.read(look);
		await Promise.all([first, second]);
		expect(seen).toEqual([1, 1]);
		other.close();
	});

	it('fails alone', async () => {
		const failing = engine.read(() => Promise.reject(new TypeError('not this one')));
		const names = storedNames();
		await expect(failing).rejects.toThrow('not this one');
		expect(await names).toEqual([]);
		expect(await storedNames()).toEqual([]);
	});

	it('goes on once what kept it from beginning is over', async () => {
		const aside = `${file()}.aside`;
		renameSync(file(), aside);
		const failed = await Promise.allSettled([storedNames(), storedNames()]);
		expect(failed).toMatchObject(Array(2).fill({ reason: { code: 'gone' } }));
		renameSync(aside, file());
		expect(await storedNames()).toEqual([]);
	});

	it('leaves nothing of a write that strayed into it', async () => {
		await engine.read(insert('stray'));
		await new Promise((resolve) => setImmediate(resolve));
		expect(await storedNames()).toEqual([]);
	});
});

describe('the log', () => {
	it('is written back into the file once nothing is written for a moment', async () => {
		const sizeOfFile = () => statSync(file()).size;
		const before = sizeOfFile();
		await engine.writeTogether(insert('x'.repeat(100_000)));
		expect(sizeOfFile()).toBe(before);
		await vi.waitUntil(() => sizeOfFile() > before, PATIENCE);
		expect(await storedNames()).toHaveLength(1);
	});
});
