import type { Context } from '#lib/server/context.ts';
import type { Db, Engine } from '#lib/server/db/engine.ts';
import { openSqlite } from '#lib/server/db/sqlite/sqlite.ts';
import { requestContext } from '#lib/server/request-context.ts';
import { readSettings } from '#lib/server/settings.ts';
import type Database from 'better-sqlite3';

/** A storage for a program beside the server, with contexts of this very moment. */
export function openStorage(file: string): {
	readonly engine: Engine;
	readonly now: () => Context;
} {
	const engine = openSqlite(file);
	const settings = readSettings({});
	return { engine, now: () => requestContext(engine, settings) };
}

/** Does something with a storage that is closed again afterwards. */
export async function withStorage<T>(
	file: string,
	work: (context: Context) => Promise<T>
): Promise<T> {
	const { engine, now } = openStorage(file);
	try {
		return await work(now());
	} finally {
		await engine.close();
	}
}

/** The driver's connection behind the builders, for what only a test or a benchmark asks of it. */
export function driverOf(db: Db): Database.Database {
	return Reflect.get(db, '$client') as Database.Database;
}
