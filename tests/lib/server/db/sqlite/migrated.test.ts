import { openFile } from '#lib/server/db/sqlite/open.ts';
import { SCHEMA } from '#lib/server/db/tables.ts';
import Database from 'better-sqlite3';
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api';
import { expect, it } from 'vitest';

/** A database that was made at once, and went through no migration. */
async function typedDatabase(): Promise<Database.Database> {
	const nothing = await generateSQLiteDrizzleJson({}, undefined, 'snake_case');
	const schema = await generateSQLiteDrizzleJson(SCHEMA, nothing.id, 'snake_case');
	const sqlite = new Database(':memory:');
	for (const statement of await generateSQLiteMigration(nothing, schema)) sqlite.exec(statement);
	return sqlite;
}

const select = (sqlite: Database.Database, query: string) =>
	sqlite.prepare<[], string>(query).pluck().all();

/** All that a database says of its tables, in an order that does not depend on how it came about. */
const factsOf = (sqlite: Database.Database) => ({
	columns: select(
		sqlite,
		`select t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk || ' '
			|| coalesce(c.dflt_value, '') from pragma_table_list() t, pragma_table_xinfo(t.name) c
		where t.type = 'table' and t.name not like 'sqlite%' and t.name <> 'migrations' order by 1`
	),
	keys: select(
		sqlite,
		`select t.name || '.' || k."from" || ' ' || k."table" || '.' || k."to" || ' ' || k.on_update
			|| ' ' || k.on_delete from pragma_table_list() t, pragma_foreign_key_list(t.name) k order by 1`
	),
	indexes: select(sqlite, `select sql from sqlite_master where type = 'index' and sql is not null`)
		.map((text) => text.replaceAll('"', '`'))
		.sort(),
	checks: select(sqlite, `select sql from sqlite_master where type = 'table'`)
		.flatMap((text) => text.match(/CONSTRAINT "\w+" CHECK\s*\(.*\)/g) ?? [])
		.map((text) => text.replaceAll(/"\w+"\./g, ''))
		.sort()
});

it('the migrations lead to what is typed, not only by their notes', async () => {
	const typed = await typedDatabase();
	const { sqlite, close } = openFile(':memory:');
	expect(factsOf(sqlite)).toEqual(factsOf(typed));
	close();
	typed.close();
});

it('every table takes values of the types of its columns alone', () => {
	const { sqlite, close } = openFile(':memory:');
	const lax = `select name from pragma_table_list() where type = 'table' and not strict
		and name not like 'sqlite%' and name <> 'migrations'`;
	expect(select(sqlite, lax)).toEqual([]);
	close();
});
