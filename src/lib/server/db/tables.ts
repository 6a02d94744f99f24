import { getTableName, is, Table, type Column } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';
import * as consentSchema from './consent-schema.ts';
import * as callSchema from './call-schema.ts';
import * as clientSchema from './client-schema.ts';
import * as connectSchema from './connect-schema.ts';
import * as ownerSchema from './owner-schema.ts';
import * as recorderSchema from './recorder-schema.ts';
import * as sessionSchema from './session-schema.ts';
import * as vehicleSchema from './vehicle-schema.ts';
import * as webhookSchema from './webhook-schema.ts';
import * as schema from './schema.ts';

export interface StoredTable {
	readonly name: string;
	/** For queries. */
	readonly table: sqlite.SQLiteTable;
	readonly columns: readonly StoredColumn[];
	/** The first column of its primary key. */
	readonly key: Column;
	/** Names of the tables that its rows hang on. */
	readonly parents: readonly string[];
}

export interface StoredColumn {
	readonly name: string;
	/** Which not every engine stores alike. */
	readonly isFlag: boolean;
	/** The database counts it up. */
	readonly isCounter: boolean;
}

/** All that the schema is made of, by the names that code has for it. */
export const SCHEMA = {
	...schema,
	...clientSchema,
	...vehicleSchema,
	...connectSchema,
	...consentSchema,
	...sessionSchema,
	...ownerSchema,
	...callSchema,
	...webhookSchema,
	...recorderSchema
};

/** All tables, each after those that its rows hang on. */
export function listTables(): readonly StoredTable[] {
	const waiting = Object.values(SCHEMA)
		.filter((value) => is(value, Table))
		.map(describe);
	const ordered: StoredTable[] = [];
	while (waiting.length > 0) {
		const isNext = ({ name, parents }: StoredTable) =>
			parents.every((parent) => parent === name || ordered.some((one) => one.name === parent));
		const [next] = waiting.splice(waiting.findIndex(isNext), 1);
		if (next) ordered.push(next);
	}
	return ordered;
}

function describe(table: sqlite.SQLiteTable): StoredTable {
	const { columns, foreignKeys, primaryKeys } = is(table, pg.PgTable)
		? pg.getTableConfig(table)
		: sqlite.getTableConfig(table);
	const name = getTableName(table);
	const key = primaryKeys[0]?.columns[0] ?? columns.find(({ primary }) => primary);
	if (!key) throw new TypeError(`${name} has no primary key`);
	return {
		name,
		table,
		key,
		columns: columns.map((column: Column) => ({
			name: toSnakeCase(column.name),
			isFlag: column.dataType === 'boolean',
			isCounter: column.primary && /^(integer|bigint)/.test(column.getSQLType())
		})),
		parents: foreignKeys.map((key) => getTableName(key.reference().foreignTable))
	};
}
