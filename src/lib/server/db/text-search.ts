import { sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';

/**
 * A text that somebody searches for, as a pattern takes it; null where that is nothing. Databases
 * agree on the case of ASCII letters alone.
 */
export function patternOf(search: string): string | null {
	const wanted = search.trim().replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase());
	return wanted === '' ? null : wanted.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

export function holds(column: SQLiteColumn, pattern: string): SQL {
	return sql`lower(${column}) like ${`%${pattern}%`} escape '\\'`;
}

export function beginsWith(column: SQLiteColumn, pattern: string): SQL {
	return sql`${column} like ${`${pattern}%`} escape '\\'`;
}
