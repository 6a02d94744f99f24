import { isPostgres } from '#lib/server/db/engine-choice.ts';
import { openPostgres } from '#lib/server/db/postgres/postgres.ts';
import { openSqlite } from '#lib/server/db/sqlite/sqlite.ts';
import type { Engine } from '#lib/server/engine.ts';
import Database from 'better-sqlite3';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { withConnection } from '../../tools/postgres-server.ts';
import { migrationsBefore } from './older-database.ts';
import { createEmptyDatabase } from './test-database.ts';

/**
 * Opens a copy of a file that an earlier version wrote, after the migrations ran on it. On PostgreSQL
 * its rows are put where that version would have had them.
 *
 * @param folder of the test's own
 * @param next the first migration on PostgreSQL that the earlier version did not know
 */
export async function openOlder(file: string, folder: string, next: string): Promise<Engine> {
	if (!isPostgres) {
		const copy = join(folder, 'valetkey.db');
		writeFileSync(copy, await once(migratedFiles, file, () => migrateFile(file, copy)));
		return openSqlite(copy);
	}
	const template = await once(migratedDatabases, file, () => migrateRows(file, folder, next));
	return openPostgres(await createEmptyDatabase(`template ${template}`));
}

/** By the file they come from; made once, and copied for each test. */
const migratedFiles = new Map<string, Promise<Buffer>>();
const migratedDatabases = new Map<string, Promise<string>>();

function once<T>(made: Map<string, Promise<T>>, file: string, make: () => Promise<T>): Promise<T> {
	const known = made.get(file) ?? make();
	made.set(file, known);
	return known;
}

async function migrateFile(file: string, copy: string): Promise<Buffer> {
	cpSync(file, copy);
	await openSqlite(copy).close();
	return readFileSync(copy);
}

/** @returns the name of a database with the rows of a file, after the migrations that the file lacks */
async function migrateRows(file: string, folder: string, next: string): Promise<string> {
	const url = await createEmptyDatabase();
	const migrationsFolder = migrationsBefore(next, folder, 'postgres');
	await (await openPostgres(url, { migrationsFolder })).close();
	const sqlite = new Database(file, { readonly: true });
	await withConnection(url, (client) => copyRows(sqlite, client));
	sqlite.close();
	await (await openPostgres(url)).close();
	return new URL(url).pathname.slice(1);
}

const Columns = z.array(
	z.object({ table: z.string(), name: z.string(), type: z.string(), counts: z.boolean() })
);
type Columns = z.infer<typeof Columns>;

async function copyRows(sqlite: Database.Database, client: pg.Client): Promise<void> {
	const { rows } = await client.query(`select table_name as table, column_name as name,
		data_type as type, is_identity = 'YES' as counts from information_schema.columns
		where table_schema = 'public' and table_name <> 'migrations'`);
	const tables = Map.groupBy(Columns.parse(rows), ({ table }) => table);
	for (const table of await parentsFirst(client, [...tables.keys()])) {
		const columns = tables.get(table) ?? [];
		for (const row of sqlite.prepare(`select * from "${table}"`).all()) {
			await insert(client, table, columns, z.record(z.string(), z.unknown()).parse(row));
		}
		const counter = columns.find(({ counts }) => counts);
		if (counter) {
			await client.query(`select setval(pg_get_serial_sequence('${table}', '${counter.name}'),
				coalesce(max("${counter.name}"), 1)) from "${table}"`);
		}
	}
}

const Keys = z.array(z.object({ child: z.string(), parent: z.string() }));

/** The tables, each after those that its rows hang on. */
async function parentsFirst(
	client: pg.Client,
	tables: readonly string[]
): Promise<readonly string[]> {
	const { rows } = await client.query(`select conrelid::regclass::text as child,
		confrelid::regclass::text as parent from pg_constraint
		where contype = 'f' and conrelid <> confrelid`);
	const keys = Keys.parse(rows);
	const ordered = new Set<string>();
	const add = (table: string) => {
		for (const { child, parent } of keys) if (child === table) add(parent);
		ordered.add(table);
	};
	tables.forEach(add);
	return [...ordered];
}

async function insert(
	client: pg.Client,
	table: string,
	columns: Columns,
	row: Readonly<Record<string, unknown>>
): Promise<void> {
	const names = columns.map(({ name }) => `"${name}"`).join(', ');
	const places = columns.map((_, index) => `$${index + 1}`).join(', ');
	const values = columns.map(({ name, type }) =>
		type === 'boolean' ? row[name] === 1 : row[name]
	);
	await client.query(`insert into "${table}" (${names}) values (${places})`, values);
}
