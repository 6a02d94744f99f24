import { sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/**
 * A text that somebody searches for, as a pattern takes it; null where that is nothing. Databases
 * agree on the case of ASCII letters alone.
 */
export function patternOf(search: string): string | null {
	const wanted = search.trim().replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
	if (wanted === '') return null;
	// PostgreSQL refuses the one sign that no text of it holds; the other stands for what is none.
	return wanted.replaceAll('\0', '\uFFFD').replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** The database has to make both small: which letters it can depends on it. */
export function holds(column: SQLiteColumn, pattern: string): SQL {
	return sql`lower(${column}) like lower(${`%${pattern}%`}) escape '\\'`;
}

export function beginsWith(column: SQLiteColumn, pattern: string): SQL {
	return sql`${column} like ${`${pattern}%`} escape '\\'`;
}
