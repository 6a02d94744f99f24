import { sql } from 'drizzle-orm';
import * as pg from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';
import { isPostgres } from './engine-choice.ts';

/** What the tables are made of: each kind of column once for every engine. */
const SQLITE = {
	table: sqlite.sqliteTable,
	text: sqlite.text,
	whole: () => sqlite.integer(),
	/** A number that the database counts up; numbers of rows that were removed do not come again. */
	counter: () => sqlite.integer().primaryKey({ autoIncrement: true }),
	/** The same where numbers of rows that were removed may come again, which is cheaper. */
	rowNumber: () => sqlite.integer().primaryKey(),
	flag: () => sqlite.integer({ mode: 'boolean' }),
	json: <T>() => sqlite.text({ mode: 'json' }).$type<T>(),
	bytes: () => sqlite.blob({ mode: 'buffer' }),
	index: sqlite.index,
	uniqueIndex: sqlite.uniqueIndex,
	primaryKey: sqlite.primaryKey,
	foreignKey: sqlite.foreignKey,
	check: sqlite.check
};

/** Compared byte by byte, as SQLite does, whatever the language of the server. */
const pgText = pg.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

const bytea = pg.customType<{ data: Buffer }>({ dataType: () => 'bytea' });

const POSTGRES = {
	table: pg.pgTable,
	text: pgText,
	whole: () => pg.bigint({ mode: 'number' }),
	counter: () => pg.bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
	rowNumber: () => pg.bigint({ mode: 'number' }).primaryKey().generatedByDefaultAsIdentity(),
	flag: () => pg.boolean(),
	/** Not `jsonb`, which sorts the keys and takes no NUL. */
	json: <T>() => pg.json().$type<T>(),
	bytes: () => bytea(),
	index: pg.index,
	uniqueIndex: pg.uniqueIndex,
	primaryKey: pg.primaryKey,
	foreignKey: pg.foreignKey,
	check: pg.check
};

/** Queries are written against the types of one engine; the tables of the other fit them in form. */
const columns = isPostgres ? (POSTGRES as unknown as typeof SQLITE) : SQLITE;

export const {
	table,
	text,
	whole,
	counter,
	rowNumber,
	flag,
	json,
	bytes,
	index,
	uniqueIndex,
	primaryKey,
	foreignKey,
	check
} = columns;

/** Milliseconds since 1970. */
export const time = () => whole().notNull();

/** SHA-256 of a code, token or secret; the value itself is stored nowhere. */
export const digest = () => bytes();

/** That a flag is one: SQLite takes any number for it. */
export const isFlag = (column: sqlite.SQLiteColumn) => sql`${column} in (false, true)`;

/** That a text is JSON; PostgreSQL has a type of its own for it. */
export const isJson = (column: sqlite.SQLiteColumn) =>
	isPostgres ? sql`${column} is not null` : sql`json_valid(${column})`;

/** That a text of one of these words stands in a column. */
export const oneOf = (column: sqlite.SQLiteColumn, words: readonly string[]) =>
	sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`;
