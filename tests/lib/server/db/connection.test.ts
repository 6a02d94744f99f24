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
import { asc, sql } from 'drizzle-orm';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useFolder } from '../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'valetkey.db');

beforeEach(() => connectDatabase(file()));
afterEach(disconnectDatabase);

function insert(name: string) {
	return (db: Db) => {
		db.insert(milestones).values({ name, reachedAt: 1 }).run();
		return name;
	};
}

async function storedNames(): Promise<readonly string[]> {
	const rows = await read((db) =>
		db
			.select()
			.from(milestones)
			.orderBy(asc(sql`rowid`))
			.all()
	);
	return rows.map(({ name }) => name);
}

describe('write', () => {
	it('holds the lock from its first statement, so that what it read stays true', async () => {
		const other = new Database(file(), { timeout: 0 });
		const tried: unknown[] = [];
		await write((db) => {
			const before = db.select().from(milestones).all().length;
			try {
				other.prepare("insert into milestones values ('in between', 1)").run();
			} catch (error) {
				tried.push(error);
			}
			insert(`number ${before}`)(db);
		});
		other.close();
		expect(tried).toMatchObject([{ code: 'SQLITE_BUSY' }]);
		expect(await storedNames()).toEqual(['number 0']);
	});
});

describe('writeTogether', () => {
	it('commits what is asked for in one turn in the order asked', async () => {
		const names = Array.from({ length: 20 }, (_, number) => `write ${number}`);
		expect(await Promise.all(names.map((name) => writeTogether(insert(name))))).toEqual(names);
		expect(await storedNames()).toEqual(names);
	});

	it('gives one the state that those before it left', async () => {
		const count = (db: Db) => db.select().from(milestones).all().length;
		const results = await Promise.all([
			writeTogether(count),
			writeTogether(insert('between')),
			writeTogether(count)
		]);
		expect(results).toEqual([0, 'between', 1]);
	});

	it('resolves only when another reader can see it', async () => {
		const reader = new Database(file(), { readonly: true });
		const seen = reader.prepare('select count(*) from milestones').pluck();
		const counts: unknown[] = [];
		const writes = ['a', 'b', 'c'].map((name) =>
			writeTogether(insert(name)).then(() => counts.push(seen.get()))
		);
		expect(seen.get()).toBe(0);
		await Promise.all(writes);
		expect(counts).toEqual([3, 3, 3]);
		reader.close();
	});

	it.each([
		[
			'throws after it wrote',
			(db: Db) => {
				insert('half')(db);
				throw new RangeError('no');
			},
			/^no$/
		],
		['breaks a rule of the database', insert('a'), /UNIQUE|Failed to run/]
	])('takes no other along when one %s', async (_title, failing, message) => {
		const settled = await Promise.allSettled([
			writeTogether(insert('a')),
			writeTogether<unknown>(failing),
			writeTogether(insert('c'))
		]);
		expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
		expect(settled[1]).toMatchObject({ reason: { message: expect.stringMatching(message) } });
		expect(await storedNames()).toEqual(['a', 'c']);
	});

	it('rejects all when the disk is full, and keeps what was there', async () => {
		await writeTogether(insert('before'));
		await read((db) => {
			const pages = Object.values(db.get<Record<string, number>>(sql`pragma page_count`))[0];
			db.run(sql.raw(`pragma max_page_count = ${pages}`));
		});
		const settled = await Promise.allSettled([
			writeTogether(insert('small')),
			writeTogether(insert('x'.repeat(100_000))),
			writeTogether(insert('small too'))
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
		const waiting = writeTogether(insert('last'));
		disconnectDatabase();
		expect(await waiting).toBe('last');
		connectDatabase(file());
		expect(await storedNames()).toEqual(['last']);
	});
});

describe('the log', () => {
	it('is written back into the file once nothing is written for a moment', async () => {
		const sizeOfFile = () => statSync(file()).size;
		const before = sizeOfFile();
		await writeTogether(insert('x'.repeat(100_000)));
		expect(sizeOfFile()).toBe(before);
		await vi.waitUntil(() => sizeOfFile() > before, { timeout: 5000 });
		expect(await storedNames()).toHaveLength(1);
	});
});
