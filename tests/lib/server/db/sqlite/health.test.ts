import { checkStorage } from '#lib/server/health.ts';
import Database from 'better-sqlite3';
import fs, { renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { spreadBuiltinSpies } from '../../../../support/builtins.ts';
import { driverOf } from '../../../../support/driver.ts';
import { useFolder, useSqlite } from '../../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'valetkey.db');

const storage = useSqlite(file);

/** The pragma of the connection that the storage works with. */
const pragma = (text: string) => storage.context.read(async ({ db }) => driverOf(db).pragma(text));

it('storage that takes a write is healthy, and no larger for being asked', async () => {
	await checkStorage(storage.context);
	const pages = () => pragma('page_count');
	const before = await pages();
	for (let count = 0; count < 20; count++)
		expect(await checkStorage(storage.context)).toEqual({ ok: true });
	expect(await pages()).toEqual(before);
});

it('storage that is closed or lacks a table is not', async () => {
	const { context } = storage;
	await context.write(async ({ db }) =>
		driverOf(db).exec('alter table applications rename to lost')
	);
	expect(await checkStorage(context)).toMatchObject({ ok: false, code: 'unavailable' });
	await storage.close();
	expect(await checkStorage(context)).toMatchObject({ ok: false, code: 'unavailable' });
});

it('says that another program holds the database, and is well again afterwards', async () => {
	const other = new Database(file());
	other.exec('begin immediate');
	expect(await checkStorage(storage.context)).toEqual({
		ok: false,
		code: 'busy',
		message: 'Another program holds the database. Nothing was changed; try again in a moment.'
	});
	other.exec('rollback');
	other.close();
	expect(await checkStorage(storage.context)).toEqual({ ok: true });
});

it('says that the file was removed, and is well again when it is back', async () => {
	const aside = join(folder.path, 'aside.db');
	renameSync(file(), aside);
	expect(await checkStorage(storage.context)).toMatchObject({
		ok: false,
		code: 'gone',
		message: expect.stringMatching(/removed or replaced/)
	});
	expect(statSync(file(), { throwIfNoEntry: false })).toBeUndefined();
	renameSync(aside, file());
	expect(await checkStorage(storage.context)).toEqual({ ok: true });
	rmSync(file());
	expect(await checkStorage(storage.context)).toMatchObject({ ok: false, code: 'gone' });
});

it.each([
	[1000, { ok: true }],
	[256, { ok: true }],
	[255, { ok: false, code: 'full' }],
	[0, { ok: false, code: 'full' }]
])('with %i free blocks of 4 kB it says %o', async (bavail, expected) => {
	const disk = { ...fs.statfsSync('.'), bsize: 4096, blocks: 1000, bavail };
	vi.spyOn(fs, 'statfsSync').mockReturnValue(disk);
	spreadBuiltinSpies();
	expect(await checkStorage(storage.context)).toMatchObject(expected);
});

it('says that the database takes no write', async () => {
	await pragma('query_only = on');
	expect(await checkStorage(storage.context)).toMatchObject({ ok: false, code: 'readonly' });
});
