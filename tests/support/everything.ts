import type { Context } from '#lib/server/context.ts';
import * as clientSchema from '#lib/server/db/client-schema.ts';
import * as connectSchema from '#lib/server/db/connect-schema.ts';
import * as schema from '#lib/server/db/schema.ts';
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';

export type Row = Readonly<Record<string, unknown>>;

const TABLES = Object.values({ ...schema, ...clientSchema, ...connectSchema })
	.filter((value) => is(value, SQLiteTable))
	.map((table) => [getTableName(table), table] as const);

/** Names of the tables that hang on an application. */
export const TABLES_OF_APPLICATIONS = TABLES.filter(([, table]) =>
	getTableConfig(table).foreignKeys.some(
		(key) => getTableName(key.reference().foreignTable) === 'applications'
	)
).map(([name]) => name);

/** All rows of all tables, by the names of the tables. */
export function everything(context: Context): Promise<ReadonlyMap<string, readonly Row[]>> {
	return context.read(async ({ db }) => {
		const rows = new Map<string, readonly Row[]>();
		for (const [name, table] of TABLES) rows.set(name, await db.select().from(table));
		return rows;
	});
}
