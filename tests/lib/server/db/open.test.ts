import { openDatabase } from '#lib/server/db/open.ts';
import { StorageError } from '#lib/server/storage-error.ts';
import Database from 'better-sqlite3';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useFolder } from '../../../support/storage.ts';

const folder = useFolder();
const file = () => join(folder.path, 'deep', 'valetkey.db');

function codeOf(work: () => unknown): string {
	try {
		work();
	} catch (error) {
		if (error instanceof StorageError) return error.code;
		throw error;
	}
	return 'opened';
}

describe('openDatabase', () => {
	it('creates the folder and the file, and keeps what was written', () => {
		const first = openDatabase(file());
		first.close();
		const raw = new Database(file());
		expect(raw.prepare('select tag from migrations').pluck().all()).toEqual([
			'0000_applications_drafts_versions',
			'0001_append_only_versions'
		]);
		raw.close();
		openDatabase(file()).close();
	});

	it('sets what keeps data safe', () => {
		const { db, close } = openDatabase(file());
		const pragma = (name: string) => Object.values(db.get(`pragma ${name}`) ?? {})[0];
		expect(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(pragma)).toEqual([
			'wal',
			2,
			1,
			5000
		]);
		close();
	});

	it('refuses a file that is not a database, and leaves it as it is', () => {
		const path = join(folder.path, 'notes.db');
		const text = 'These are my notes, not a database. '.repeat(200);
		writeFileSync(path, text);
		expect(codeOf(() => openDatabase(path))).toBe('unreadable');
		expect(readFileSync(path, 'utf8')).toBe(text);
	});

	it('refuses a damaged database, and leaves it as it is', () => {
		openDatabase(file()).close();
		const bytes = readFileSync(file());
		bytes.fill(0xa5, 4096, bytes.length);
		writeFileSync(file(), bytes);
		expect(codeOf(() => openDatabase(file()))).toBe('unreadable');
		expect(readFileSync(file()).equals(bytes)).toBe(true);
	});

	it('refuses a database from the future, and changes nothing in it', () => {
		openDatabase(file()).close();
		const raw = new Database(file());
		raw.prepare("insert into migrations values ('0099_tomorrow', 'x', 0)").run();
		raw.close();
		expect(codeOf(() => openDatabase(file()))).toBe('newer');
		const again = new Database(file());
		expect(again.prepare('select count(*) from migrations').pluck().get()).toBe(3);
		again.close();
	});

	it('refuses a folder in which nothing can be created', () => {
		// A file where the folder should be: rights do not stop the superuser, this does.
		writeFileSync(join(folder.path, 'deep'), '');
		expect(codeOf(() => openDatabase(file()))).toBe('folder');
	});

	it('refuses a path that is a folder', () => {
		mkdirSync(file(), { recursive: true });
		expect(codeOf(() => openDatabase(file()))).toBe('folder');
	});

	it('says when the migrations are missing', () => {
		expect(codeOf(() => openDatabase(':memory:', join(folder.path, 'nowhere')))).toBe('migrations');
	});

	it('takes back a migration that fails half-way, and keeps those before it', () => {
		const migrations = join(folder.path, 'drizzle');
		cpSync('drizzle', migrations, { recursive: true });
		const journal = join(migrations, 'meta', '_journal.json');
		const entries = JSON.parse(readFileSync(journal, 'utf8'));
		entries.entries.push({ ...entries.entries[1], idx: 2, tag: '0002_broken' });
		writeFileSync(journal, JSON.stringify(entries));
		writeFileSync(
			join(migrations, '0002_broken.sql'),
			'create table half (x);\n--> statement-breakpoint\ncreate table nonsense ();'
		);
		expect(() => openDatabase(file(), migrations)).toThrow(/syntax error/);
		const raw = new Database(file());
		const tables = raw.prepare("select name from sqlite_master where type = 'table'").pluck().all();
		expect(tables).toContain('versions');
		expect(tables).not.toContain('half');
		raw.close();
		openDatabase(file()).close();
	});

	it.each([
		['busy', /Another program holds the database\. Nothing was changed/],
		['full', /The disk is full\. Nothing was changed/],
		['newer', /written by a newer version/]
	] as const)('says what %s means in words', (code, message) => {
		expect(new StorageError(code).message).toMatch(message);
	});
});
