import { listApplicationNames } from '#lib/server/applications/application-list.ts';
import { createApplication } from '#lib/server/applications/applications.ts';
import { backUpDatabase, restoreDatabase } from '#lib/server/db/sqlite/backup.ts';
import Database from 'better-sqlite3';
import { spawnSync } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { driverOf } from '../../../../support/driver.ts';
import { draftOf } from '../../../../support/outcome.ts';
import { useFolder, useSqlite } from '../../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'valetkey.db');
const backup = () => join(folder.path, 'backup.db');

const storage = useSqlite(file);

async function create(name: string): Promise<string> {
	const created = await createApplication(storage.context, { name });
	if (!created.ok) throw new Error(created.kind);
	return created.clientId;
}

const names = async () =>
	(await listApplicationNames(storage.context)).names.map(({ name }) => name).sort();

const leftovers = () => readdirSync(folder.path).filter((name) => name.includes('partial'));

describe('a backup', () => {
	it('holds what was committed, also what is in the log only, and is kept from others', async () => {
		await create('Planner');
		backUpDatabase(file(), backup());
		await create('After it');
		if (process.platform !== 'win32') expect(statSync(backup()).mode & 0o777).toBe(0o600);
		expect(leftovers()).toEqual([]);
		await storage.close();
		storage.open(backup());
		expect(await names()).toEqual(['Planner']);
	});

	it('is written while another program holds the lock', async () => {
		await create('Planner');
		const other = new Database(file());
		other.exec('begin immediate');
		backUpDatabase(file(), backup());
		other.close();
		expect(statSync(backup()).size).toBeGreaterThan(0);
	});

	it('overwrites nothing', () => {
		writeFileSync(backup(), 'precious');
		expect(() => backUpDatabase(file(), backup())).toThrow(
			`The file exists already and was left as it is; name another one. (${backup()})`
		);
		expect(readFileSync(backup(), 'utf8')).toBe('precious');
	});

	it('of a database that is not there, or is another program’s, is refused', () => {
		const absent = join(folder.path, 'absent.db');
		expect(() => backUpDatabase(absent, backup())).toThrow(/There is no database at this place/);
		expect(() => backUpDatabase(':memory:', backup())).toThrow(/There is no database/);
		const foreign = new Database(absent);
		foreign.exec('create table invoices (x)');
		foreign.close();
		expect(() => backUpDatabase(absent, backup())).toThrow(/belongs to another program/);
		expect(existsSync(backup())).toBe(false);
	});

	it.each(['nowhere', 'notes.txt'])(
		'cannot be written into %s, and leaves nothing behind',
		(name) => {
			writeFileSync(join(folder.path, 'notes.txt'), 'notes');
			expect(() => backUpDatabase(file(), join(folder.path, name, 'backup.db'))).toThrow(
				/^Nothing can be written at this place\. Nothing was changed; name a folder that exists/
			);
			expect(leftovers()).toEqual([]);
		}
	);

	it('takes away what killed programs left of it, and nothing else', async () => {
		const { pid: gone } = spawnSync(process.execPath, ['-e', '']);
		const left = (name: string) => writeFileSync(join(folder.path, name), 'half');
		for (const pid of [gone, process.pid]) {
			left(`backup.db.${pid}.partial`);
			left(`backup.db.${pid}.partial-journal`);
		}
		const kept = [
			`backup.db.${process.ppid}.partial`,
			`backup.db.${gone}.partial.txt`,
			`other-backup.db.${gone}.partial`
		];
		for (const name of kept) left(name);
		backUpDatabase(file(), backup());
		expect(leftovers().sort()).toEqual(kept.sort());
		expect(existsSync(backup())).toBe(true);
	});
});

describe('a restore', () => {
	it('puts the backup in place, keeps what was there, and makes old revisions unfit', async () => {
		const clientId = await create('Planner');
		const { revision } = await draftOf(storage.context, clientId);
		backUpDatabase(file(), backup());
		await create('After it');
		await storage.close();
		const before = restoreDatabase(backup(), file());
		storage.open(file());
		expect(await names()).toEqual(['Planner']);
		expect((await draftOf(storage.context, clientId)).revision).not.toBe(revision);
		if (process.platform !== 'win32') expect(statSync(file()).mode & 0o777).toBe(0o600);
		await storage.close();
		storage.open(before ?? '');
		expect(await names()).toEqual(['After it', 'Planner']);
		expect(leftovers()).toEqual([]);
	});

	it('is refused while a server works on the database, and changes nothing', async () => {
		await create('Planner');
		backUpDatabase(file(), backup());
		await create('After it');
		expect(() => restoreDatabase(backup(), file())).toThrow(
			`A server works on the database. Nothing was changed; stop it first. (${file()})`
		);
		expect(await names()).toEqual(['After it', 'Planner']);
		expect(leftovers()).toEqual([]);
	});

	it('goes over a damaged database, whose log it does not take', async () => {
		await create('Planner');
		backUpDatabase(file(), backup());
		await storage.close();
		writeFileSync(file(), 'damaged '.repeat(2000));
		writeFileSync(`${file()}-wal`, 'left over');
		expect(restoreDatabase(backup(), file())).toMatch(/before-restore/);
		expect(existsSync(`${file()}-wal`)).toBe(false);
		storage.open(file());
		expect(await names()).toEqual(['Planner']);
	});

	it('works where nothing was', async () => {
		await create('Planner');
		backUpDatabase(file(), backup());
		await storage.close();
		const fresh = join(folder.path, 'new', 'valetkey.db');
		expect(restoreDatabase(backup(), fresh)).toBeNull();
		storage.open(fresh);
		expect(await names()).toEqual(['Planner']);
	});

	it('takes away what a killed one left, and is refused where a database has no file', async () => {
		await create('Planner');
		backUpDatabase(file(), backup());
		await storage.close();
		const { pid: gone } = spawnSync(process.execPath, ['-e', '']);
		writeFileSync(`${file()}.${gone}.partial`, 'half');
		restoreDatabase(backup(), file());
		expect(leftovers()).toEqual([]);
		expect(() => restoreDatabase(backup(), ':memory:')).toThrow(
			/There is no database at this place/
		);
		expect(existsSync(':memory:')).toBe(false);
	});

	it.runIf(existsSync('/proc/self'))(
		'into a folder that cannot be made is refused in words',
		() => {
			backUpDatabase(file(), backup());
			expect(() => restoreDatabase(backup(), '/proc/nope/valetkey.db')).toThrow(
				'Nothing can be written at this place. Nothing was changed; name a folder that exists and that you may write. (/proc/nope)'
			);
		}
	);

	it.each([
		['is not there', () => rmSync(backup()), /There is no database at this place/],
		[
			'is a folder',
			() => (rmSync(backup()), mkdirSync(backup())),
			/There is no database at this place/
		],
		[
			'is no database',
			() => writeFileSync(backup(), 'notes '.repeat(2000)),
			/not a SQLite database/
		],
		[
			'is damaged',
			() => {
				const bytes = readFileSync(backup());
				bytes.fill(0xa5, 8192);
				writeFileSync(backup(), bytes);
			},
			/not a SQLite database, or it is damaged/
		],
		[
			'is another program’s',
			() => {
				rmSync(backup());
				new Database(backup())
					.exec('create table migrations (id); insert into migrations values (1)')
					.close();
			},
			/belongs to another program/
		],
		['is empty', () => writeFileSync(backup(), ''), /belongs to another program/]
	])('from a file that %s changes nothing', async (_title, spoil, message) => {
		await create('Planner');
		backUpDatabase(file(), backup());
		await storage.close();
		spoil();
		expect(() => restoreDatabase(backup(), file())).toThrow(message);
		storage.open(file());
		expect(await names()).toEqual(['Planner']);
		const check = storage.context.read(async ({ db }) => driverOf(db).pragma('quick_check'));
		expect(await check).toEqual([{ quick_check: 'ok' }]);
	});
});
