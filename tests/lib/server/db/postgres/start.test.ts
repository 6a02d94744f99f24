import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { databaseAt, GUARDED_USER, withConnection } from '../../../../../tools/postgres-server.ts';
import { useFolder } from '../../../../support/storage.ts';
import { createEmptyDatabase } from '../../../../support/test-database.ts';

const folder = useFolder();

const run = (url: string, text: string) => withConnection(url, (client) => client.query(text));

/** What a start answers: nothing, or the one line. */
async function start(url: string, migrationsFolder?: string): Promise<string> {
	try {
		const engine = await openPostgres(url, { migrationsFolder });
		await engine.close();
		return 'started';
	} catch (error) {
		if (!(error instanceof Error) || error.name !== 'StorageError') throw error;
		return error.message;
	}
}

function withUser(url: string, user: string, password = ''): string {
	const other = new URL(url);
	other.username = user;
	other.password = password;
	return other.href;
}

/** A copy of the migrations that a test may change. */
function migrations(): string {
	cpSync('drizzle/postgres', folder.path, { recursive: true });
	return folder.path;
}

describe('a start on PostgreSQL', () => {
	it('sets up an empty database, and finds it in order the next time', async () => {
		const url = await createEmptyDatabase();
		expect(await start(url)).toBe('started');
		const { rows } = await run(url, 'select tag from migrations order by tag');
		expect(rows[0]).toEqual({ tag: '0000_tables' });
		expect(await start(url)).toBe('started');
		expect((await run(url, 'select tag from migrations order by tag')).rows).toEqual(rows);
	});

	it('of several at once migrates once', async () => {
		const url = await createEmptyDatabase();
		const starts = await Promise.all([start(url), start(url), start(url), start(url)]);
		expect(starts).toEqual(Array(4).fill('started'));
	});

	it('changes nothing when a migration fails half-way', async () => {
		const url = await createEmptyDatabase();
		const file = join(migrations(), '0001_versions_stay.sql');
		writeFileSync(file, `${readFileSync(file, 'utf8')}\n--> statement-breakpoint\nselect nonsense`);
		await expect(start(url, folder.path)).rejects.toThrow(/nonsense/);
		expect((await run(url, 'select tag from migrations')).rows).toEqual([{ tag: '0000_tables' }]);
		expect((await run(url, 'select from pg_trigger where not tgisinternal')).rowCount).toBe(0);
		expect(await start(url)).toBe('started');
	});

	it('needs no right to create anything once all is there', async () => {
		const url = await createEmptyDatabase();
		await start(url);
		await run(
			url,
			`create role valetkey_plain login; grant select, insert, update, delete on all tables in schema public to valetkey_plain`
		);
		try {
			expect(await start(withUser(url, 'valetkey_plain'))).toBe('started');
		} finally {
			await run(url, 'drop owned by valetkey_plain; drop role valetkey_plain');
		}
	});

	it('uses the schema that the address names', async () => {
		const url = await createEmptyDatabase();
		await run(url, 'create schema apart');
		expect(await start(`${url}?options=-c%20search_path%3Dapart`)).toBe('started');
		const { rows } = await run(
			url,
			"select distinct schemaname from pg_tables where tablename in ('drafts', 'migrations')"
		);
		expect(rows).toEqual([{ schemaname: 'apart' }]);
	});
});

describe('a start on PostgreSQL refuses in one line', () => {
	const place = (url: string) => {
		const { username, host, pathname } = new URL(url);
		return `(${username}@${host}${pathname})`;
	};

	it('a server that does not answer', async () => {
		const message = await start('postgres://me:secret@127.0.0.1:1/keys');
		expect(message).toBe(
			'The database server cannot be reached. Nothing was changed; check that it runs, and that DATABASE_URL names its address. (me@127.0.0.1:1/keys)'
		);
	});

	it('a name that leads nowhere', async () => {
		expect(await start('postgres://me@nowhere.invalid/keys')).toMatch(/cannot be reached/);
	});

	it.skipIf(process.env.TEST_POSTGRES_URL)('a wrong password, and a missing one', async () => {
		const url = await createEmptyDatabase();
		await run(url, `create role ${GUARDED_USER} login password 'right'`);
		try {
			for (const password of ['wrong', '']) {
				expect(await start(withUser(url, GUARDED_USER, password))).toMatch(
					/^The database server does not let this user in\. [^]*\(valetkey_guarded@127[^:]*:\d+\/\w+\)$/
				);
			}
		} finally {
			await run(url, `drop role ${GUARDED_USER}`);
		}
	});

	it('a database that is not there', async () => {
		const url = databaseAt(inject('postgres') ?? '', 'valetkey_test_nowhere');
		expect(await start(url)).toBe(
			`The database does not exist on its server. Create it, or set DATABASE_URL to another one. ${place(url)}`
		);
	});

	it('a user that may create nothing', async () => {
		const url = await createEmptyDatabase();
		await run(url, 'create role valetkey_guest login; revoke create on schema public from public');
		try {
			expect(await start(withUser(url, 'valetkey_guest'))).toMatch(
				/^The database user lacks a right\./
			);
		} finally {
			await run(url, 'drop role valetkey_guest');
		}
	});

	it('a server that takes no writes', async () => {
		const url = await createEmptyDatabase();
		await run(
			url,
			`alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`
		);
		expect(await start(url)).toMatch(/^The database server takes no writes: it is a standby/);
	});

	it('text that is not kept in UTF-8', async () => {
		const url = await createEmptyDatabase("encoding 'SQL_ASCII' template template0");
		expect(await start(url)).toMatch(/^The database does not keep its text in UTF-8\./);
	});

	it('the database of another program, which is left as it is', async () => {
		const url = await createEmptyDatabase();
		await run(url, 'create table notes (text text)');
		expect(await start(url)).toMatch(/^The database belongs to another program\./);
		const { rows } = await run(url, "select tablename from pg_tables where schemaname = 'public'");
		expect(rows).toEqual([{ tablename: 'notes' }]);
	});

	it('a schema from the future, and another edition of a migration', async () => {
		const url = await createEmptyDatabase();
		await start(url);
		await run(url, "insert into migrations values ('9999_later', 'x', 1)");
		expect(await start(url)).toMatch(
			/^The database was written by a newer version of Valetkey\. .*: 9999_later\)$/
		);
		await run(url, "delete from migrations where tag = '9999_later'");
		await run(url, "update migrations set sha256 = 'x' where tag = '0000_tables'");
		expect(await start(url)).toMatch(/another edition of a migration.*: 0000_tables\)$/);
	});
});
