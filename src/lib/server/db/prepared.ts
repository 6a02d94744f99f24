import { eq, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '../engine.ts';

/**
 * Statements that are compiled once for each connection that asks for them, and take part in its
 * transaction when they are executed.
 */
export function prepared<Statements>(prepare: (db: Db) => Statements): (db: Db) => Statements {
	const known = new WeakMap<Db, Statements>();
	return (db) => {
		const statements = known.get(db) ?? prepare(db);
		known.set(db, statements);
		return statements;
	};
}

/** Prepares a statement under a name: one engine knows it by that, another takes none. */
export function named<Statement>(
	builder: { prepare(name: string): Statement },
	name: string
): Statement {
	return builder.prepare(name);
}

/**
 * The key of the one row that a column finds, for a statement that joins others to it. SQLite plans a
 * join anew each time it is run where a column is compared with a value that is handed in, since it
 * looks at the value (where.c, whereLoopOutputAdjust): that takes longer than all the rest. By the
 * key of a row that is found in a statement of its own, the plan stays.
 */
export function keyOf(
	db: Db,
	key: SQLiteColumn,
	found: { readonly by: SQLiteColumn; readonly name: string }
) {
	return db.select({ key }).from(key.table).where(isGiven(found.by, found.name));
}

/**
 * Whether a column is what a statement is handed under a name, written as the column keeps it: a
 * placeholder alone would hand on what the engine does not take.
 */
export function isGiven(column: SQLiteColumn, name: string) {
	return eq(column, sql.param(sql.placeholder(name), column));
}
