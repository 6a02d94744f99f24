import type pg from 'pg';
import { z } from 'zod';
import { machineTime } from '../../machine-time.ts';
import { StorageError } from '../../storage-error.ts';
import {
	AppliedMigrations,
	pendingMigrations,
	readMigrations,
	type Migration
} from '../migrations.ts';

/** Held by the start that migrates; the number says nothing, but is ours alone. */
const LOCK = 8_253_825_395;

/** The oldest server that knows all that is asked of it. */
const OLDEST = 130_000;

const Facts = z.object({
	version: z.coerce.number(),
	encoding: z.string(),
	isReadOnly: z.boolean(),
	tables: z.coerce.number(),
	record: z.coerce.number()
});

/**
 * Refuses a server that cannot serve, and a database that another program made. An empty one is
 * nobody's yet.
 *
 * @throws {StorageError} before anything was written
 */
export async function checkServer(
	client: pg.Client,
	database: string,
	{ mayBeReadOnly = false } = {}
): Promise<void> {
	const { rows } = await client.query(`select
		current_setting('server_version_num') as version,
		current_setting('server_encoding') as encoding,
		pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as "isReadOnly",
		(select count(*) from pg_tables where schemaname = current_schema()) as tables,
		(select count(*) from information_schema.columns where table_schema = current_schema()
			and table_name = 'migrations' and column_name in ('tag', 'sha256')) as record`);
	const facts = Facts.parse(rows[0]);
	if (facts.version < OLDEST) throw new StorageError('outdated', database);
	if (facts.encoding !== 'UTF8') throw new StorageError('encoding', database);
	if (facts.isReadOnly && !mayBeReadOnly) throw new StorageError('standby', database);
	if (facts.tables !== 0 && facts.record !== 2) throw new StorageError('foreign', database);
}

/**
 * Brings the schema up to date with the generated migrations, each in a transaction of its own, and
 * records what ran. Of several starts at once one does it, and the others wait for it.
 *
 * @throws {StorageError} when the database knows a migration that this version does not
 */
export async function migrateDatabase(
	client: pg.Client,
	folder: string,
	database: string
): Promise<void> {
	const migrations = readMigrations(folder);
	// Most starts change nothing, and need no rights to do so.
	if ((await pendingOn(client, migrations, database)).length === 0) return;
	await client.query('select pg_advisory_lock($1)', [LOCK]);
	try {
		await client.query(
			'create table if not exists migrations (tag text primary key, sha256 text not null, applied_at bigint not null)'
		);
		for (const migration of await pendingOn(client, migrations, database)) {
			await run(client, migration);
		}
	} finally {
		await client.query('select pg_advisory_unlock($1)', [LOCK]);
	}
}

async function pendingOn(
	client: pg.Client,
	migrations: readonly Migration[],
	database: string
): Promise<readonly Migration[]> {
	const { rows: found } = await client.query("select to_regclass('migrations') is null as missing");
	const [{ missing }] = z.tuple([z.object({ missing: z.boolean() })]).parse(found);
	if (missing) return migrations;
	const { rows } = await client.query('select tag, sha256 from migrations');
	return pendingMigrations(migrations, AppliedMigrations.parse(rows), database);
}

async function run(client: pg.Client, { tag, sha256, statements }: Migration): Promise<void> {
	await client.query('begin');
	try {
		for (const statement of statements) {
			// Tables lie where the address of the database says, which need not be the usual schema.
			await client.query(statement.replaceAll('"public".', ''));
		}
		await client.query('insert into migrations values ($1, $2, $3)', [tag, sha256, machineTime()]);
		await client.query('commit');
	} catch (error) {
		await client.query('rollback');
		throw error;
	}
}
