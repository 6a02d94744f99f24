import { openFile } from '#lib/server/db/sqlite/open.ts';
import Database from 'better-sqlite3';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { useFolder } from '../../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'deep', 'valetkey.db');

let empty: Buffer;
beforeAll(() => {
	const { sqlite, close } = openFile(':memory:');
	empty = sqlite.serialize();
	close();
});

interface Made {
	readonly schema: readonly unknown[];
	readonly migrations: readonly unknown[];
}

function contentOf(sqlite: Database.Database): Made {
	return {
		schema: sqlite.prepare('select type, name, sql from sqlite_master order by name').all(),
		migrations: sqlite.prepare('select tag, sha256 from migrations order by rowid').all()
	};
}

function open(path: string, readEmpty?: () => Buffer | null, migrationsFolder?: string): Made {
	const { sqlite, close } = openFile(path, { readEmpty, migrationsFolder });
	const content = contentOf(sqlite);
	close();
	return content;
}

describe('a new database that begins as a copy of an empty one', () => {
	it.each([
		['in a file', file],
		['in memory', () => ':memory:']
	])('is the one that all migrations make, %s', (_where, path) => {
		const readEmpty = vi.fn(() => empty);
		expect(open(path(), readEmpty)).toEqual(open(':memory:'));
		expect(readEmpty).toHaveBeenCalledOnce();
	});

	it('belongs to its owner alone, with nothing beside it, and went through its migrations now', () => {
		const before = Date.now();
		open(file(), () => empty);
		expect(readdirSync(join(folder.path, 'deep'))).toEqual(['valetkey.db']);
		expect(statSync(file()).mode & 0o777).toBe(0o600);
		const sqlite = new Database(file(), { readonly: true });
		const first = sqlite.prepare('select min(applied_at) from migrations').pluck().get();
		sqlite.close();
		expect(Number(first)).toBeGreaterThanOrEqual(before);
	});

	it.each([
		['is damaged', () => Buffer.from('no database')],
		['is not there', () => null]
	])('goes through the migrations where that %s', (_title, readEmpty) => {
		expect(open(file(), readEmpty)).toEqual(open(':memory:'));
	});

	it('goes through the migrations where that went through others', () => {
		const migrations = join(folder.path, 'drizzle');
		cpSync('drizzle/sqlite', migrations, { recursive: true });
		const journal = join(migrations, 'meta', '_journal.json');
		const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
		entries.push({ ...entries[0], idx: entries.length, tag: 'later' });
		writeFileSync(journal, JSON.stringify({ ...rest, entries }));
		writeFileSync(join(migrations, 'later.sql'), 'create table later (x);');
		const made = open(file(), () => empty, migrations);
		expect(made).toEqual(open(':memory:', undefined, migrations));
		expect(readdirSync(join(folder.path, 'deep'))).toEqual(['valetkey.db']);
	});

	it('takes no log into itself that one before it left', () => {
		const { sqlite, close } = openFile(file());
		sqlite.exec("insert into milestones values ('left', 1)");
		const log = readFileSync(`${file()}-wal`);
		close();
		writeFileSync(`${file()}2-wal`, log);
		const second = openFile(`${file()}2`, { readEmpty: () => empty });
		expect(second.sqlite.prepare('select * from milestones').all()).toEqual([]);
		expect(second.sqlite.pragma('integrity_check', { simple: true })).toBe('ok');
		second.close();
	});

	it('leaves one alone that is there already', () => {
		const { sqlite, close } = openFile(file());
		sqlite.exec("insert into milestones values ('mine', 1)");
		close();
		const readEmpty = vi.fn(() => empty);
		const again = openFile(file(), { readEmpty });
		expect(again.sqlite.prepare('select name from milestones').pluck().all()).toEqual(['mine']);
		again.close();
		expect(readEmpty).not.toHaveBeenCalled();
	});
});
