import { openFile } from '#lib/server/db/sqlite/open.ts';
import { StorageError } from '#lib/server/storage-error.ts';
import Database from 'better-sqlite3';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { useFolder } from '../../../../support/storage.ts';

const MIGRATIONS = readdirSync('drizzle/sqlite')
	.filter((name) => name.endsWith('.sql'))
	.map((name) => name.replace('.sql', ''))
	.sort();

const folder = useFolder();
const file = () => join(folder.path, 'deep', 'valetkey.db');

function faultOf(work: () => unknown): StorageError | null {
	try {
		work();
	} catch (error) {
		if (error instanceof StorageError) return error;
		throw error;
	}
	return null;
}

const codeOf = (work: () => unknown) => faultOf(work)?.code ?? 'opened';

/** Milliseconds in which a program that opens the database comes to wait for its lock. */
const UNTIL_IT_WAITS = 500;

/** A user without rights: those of a file do not bind the superuser, as whom tests may run. */
const NOBODY = 65_534;

function withoutRights<T>(work: () => T): T {
	if (process.geteuid?.() !== 0) return work();
	process.seteuid?.(NOBODY);
	try {
		return work();
	} finally {
		process.seteuid?.(0);
	}
}

describe('openFile', () => {
	it('creates the folder and the file, and keeps what was written', () => {
		const first = openFile(file());
		first.close();
		const raw = new Database(file());
		expect(raw.prepare('select tag from migrations').pluck().all()).toEqual(MIGRATIONS);
		raw.close();
		openFile(file()).close();
	});

	it('sets what keeps data safe', () => {
		const { sqlite, close } = openFile(file());
		const pragma = (name: string) => sqlite.pragma(name, { simple: true });
		expect(pragma('journal_mode')).toBe('wal');
		expect(pragma('synchronous')).toBe(2);
		expect(pragma('foreign_keys')).toBe(1);
		expect(pragma('busy_timeout')).toBe(10);
		expect(pragma('trusted_schema')).toBe(0);
		expect(pragma('cell_size_check')).toBe(1);
		close();
	});

	it('refuses a file that is not a database, and leaves it as it is', () => {
		const path = join(folder.path, 'notes.db');
		const text = 'These are my notes, not a database. '.repeat(200);
		writeFileSync(path, text);
		const fault = faultOf(() => openFile(path));
		expect(fault?.code).toBe('unreadable');
		expect(fault?.message).toBe(
			`The file is not a SQLite database, or it is damaged. It was left as it is. Put a backup in its place, or set DATABASE_URL to another file. (${path})`
		);
		expect(readFileSync(path, 'utf8')).toBe(text);
	});

	it.each(['create table invoices (x)', 'create table migrations (id, name)'])(
		'refuses another program’s database, %s, and leaves it as it is',
		(sql) => {
			const path = join(folder.path, 'invoices.db');
			const other = new Database(path);
			other.exec(sql);
			other.close();
			const bytes = readFileSync(path);
			expect(codeOf(() => openFile(path))).toBe('foreign');
			expect(readFileSync(path).equals(bytes)).toBe(true);
		}
	);

	it('refuses a damaged database, and leaves it as it is', () => {
		openFile(file()).close();
		const bytes = readFileSync(file());
		bytes.fill(0xa5, 4096, bytes.length);
		writeFileSync(file(), bytes);
		expect(codeOf(() => openFile(file()))).toBe('unreadable');
		expect(readFileSync(file()).equals(bytes)).toBe(true);
	});

	it('refuses a database from the future, and changes nothing in it', () => {
		openFile(file()).close();
		const raw = new Database(file());
		raw.prepare("insert into migrations values ('0099_tomorrow', 'x', 0)").run();
		raw.close();
		const fault = faultOf(() => openFile(file()));
		expect(fault?.code).toBe('newer');
		expect(fault?.message).toBe(
			`The database was written by a newer version of Valetkey. It was left as it is; start that version instead. (${file()}: 0099_tomorrow)`
		);
		const again = new Database(file());
		expect(again.prepare('select count(*) from migrations').pluck().get()).toBe(
			MIGRATIONS.length + 1
		);
		again.close();
	});

	it('refuses a database whose migrations had another text, and takes other line ends', () => {
		openFile(file()).close();
		const migrations = join(folder.path, 'drizzle');
		cpSync('drizzle/sqlite', migrations, { recursive: true });
		const path = join(migrations, '0001_append_only_versions.sql');
		const text = readFileSync(path, 'utf8');
		writeFileSync(path, text.replaceAll('\n', '\r\n'));
		openFile(file(), { migrationsFolder: migrations }).close();
		writeFileSync(path, text.replace('never changed', 'hardly changed'));
		expect(codeOf(() => openFile(file(), { migrationsFolder: migrations }))).toBe('altered');
	});

	it('refuses a folder without the right to write, with a database in it and without', () => {
		openFile(file()).close();
		chmodSync(folder.path, 0o755);
		chmodSync(join(folder.path, 'deep'), 0o555);
		chmodSync(file(), 0o444);
		const bytes = readFileSync(file());
		expect(withoutRights(() => codeOf(() => openFile(file())))).toBe('readonly');
		const absent = join(folder.path, 'deep', 'new.db');
		expect(withoutRights(() => codeOf(() => openFile(absent)))).toBe('folder');
		expect(readFileSync(file()).equals(bytes)).toBe(true);
		chmodSync(join(folder.path, 'deep'), 0o755);
	});

	it(
		'waits for another program and then says that it holds the database',
		{ timeout: 20_000 },
		() => {
			openFile(file()).close();
			const other = new Database(file());
			other.pragma('locking_mode = exclusive');
			other.exec('begin exclusive');
			expect(codeOf(() => openFile(file()))).toBe('busy');
			other.exec('rollback');
			other.close();
			openFile(file()).close();
		}
	);

	it('runs no migration that another first start ran while it waited', async () => {
		openFile(join(folder.path, 'ready.db')).close();
		const ready = new Database(join(folder.path, 'ready.db'));
		const [creation] = ready
			.prepare("select sql from sqlite_master where name = 'migrations'")
			.pluck()
			.all();
		const rows = ready
			.prepare<[], { tag: string; sha256: string }>('select tag, sha256 from migrations')
			.all();
		ready.close();

		mkdirSync(join(folder.path, 'deep'));
		const other = new Database(file());
		other.pragma('journal_mode = wal');
		other.exec(String(creation));
		other.exec('begin immediate');
		const child = spawn(process.execPath, ['tests/support/open-database.ts', file()], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		const closed = once(child, 'close');
		await once(child.stdout, 'data');
		await setTimeout(UNTIL_IT_WAITS);
		for (const { tag, sha256 } of rows) {
			other.exec(readFileSync(join('drizzle/sqlite', `${tag}.sql`), 'utf8'));
			other.prepare('insert into migrations values (?, ?, 0)').run(tag, sha256);
		}
		other.exec('commit');
		other.close();
		expect(await closed).toEqual([0, null]);
	});

	it('waits for no lock when there is nothing to change', () => {
		openFile(file()).close();
		const other = new Database(file());
		other.exec('begin immediate');
		openFile(file()).close();
		other.exec('rollback');
		other.close();
	});

	it('refuses a folder in which nothing can be created', () => {
		// A file where the folder should be: rights do not stop the superuser, this does.
		writeFileSync(join(folder.path, 'deep'), '');
		expect(codeOf(() => openFile(file()))).toBe('folder');
	});

	it('refuses a path that is a folder', () => {
		mkdirSync(file(), { recursive: true });
		expect(codeOf(() => openFile(file()))).toBe('folder');
	});

	it('says when the migrations are missing', () => {
		const nowhere = join(folder.path, 'nowhere');
		const fault = faultOf(() => openFile(':memory:', { migrationsFolder: nowhere }));
		expect(fault?.code).toBe('migrations');
		expect(fault?.message).toContain(`(${nowhere})`);
	});

	it.each([
		['takes a new file back as a whole', false],
		['keeps the migrations before it in a file that went through some', true]
	])('%s where one fails half-way', (_title, isOld) => {
		const migrations = join(folder.path, 'drizzle');
		cpSync('drizzle/sqlite', migrations, { recursive: true });
		const journal = join(migrations, 'meta', '_journal.json');
		const entries = JSON.parse(readFileSync(journal, 'utf8'));
		for (const [index, tag] of ['0002_whole', '0002_broken'].entries()) {
			entries.entries.push({ ...entries.entries[1], idx: 2 + index, tag });
		}
		writeFileSync(journal, JSON.stringify(entries));
		writeFileSync(join(migrations, '0002_whole.sql'), 'create table whole (x);');
		writeFileSync(
			join(migrations, '0002_broken.sql'),
			'create table half (x);\n--> statement-breakpoint\ncreate table nonsense ();'
		);
		if (isOld) openFile(file()).close();
		expect(() => openFile(file(), { migrationsFolder: migrations })).toThrow(/syntax error/);
		const raw = new Database(file());
		const tables = raw.prepare("select name from sqlite_master where type = 'table'").pluck().all();
		expect(tables.includes('versions')).toBe(isOld);
		expect(tables.includes('whole')).toBe(isOld);
		expect(tables).not.toContain('half');
		if (isOld) raw.exec("drop table whole; delete from migrations where tag = '0002_whole'");
		raw.close();
		openFile(file()).close();
	});

	it.each([
		['busy', /Another program holds the database\. Nothing was changed/],
		['full', /The disk is full\. Nothing was changed/],
		['newer', /written by a newer version/]
	] as const)('says what %s means in words', (code, message) => {
		expect(new StorageError(code).message).toMatch(message);
	});
});
