import type { Db } from '#lib/server/engine.ts';
import type Database from 'better-sqlite3';

/** The driver's connection behind the builders, for what only a test or a benchmark asks of it. */
export function driverOf(db: Db): Database.Database {
	return Reflect.get(db, '$client') as Database.Database;
}
