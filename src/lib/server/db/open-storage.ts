import { existsSync, readFileSync } from 'node:fs';
import type { Settings } from '../settings.ts';
import type { Engine } from '../engine.ts';
import { sharedProbe } from './shared-probe.ts';

type DatabaseSettings = Pick<Settings, 'database' | 'databaseConnections'>;

/** What the build made of the migrations: a database of SQLite with all tables and no rows. */
export const EMPTY_DATABASE = 'build/empty.db';

const readEmpty = () => (existsSync(EMPTY_DATABASE) ? readFileSync(EMPTY_DATABASE) : null);

/**
 * Opens the storage where the settings say. Only the engine that is used is loaded.
 *
 * @throws {StorageError} when it cannot be used; it is then left as it was
 */
export async function openStorage(settings: DatabaseSettings): Promise<Engine> {
	const engine = await openEngine(settings);
	return { ...engine, probe: sharedProbe(() => engine.probe()) };
}

async function openEngine({ database, databaseConnections }: DatabaseSettings): Promise<Engine> {
	if ('file' in database) {
		const { openSqlite } = await import('./sqlite/sqlite.ts');
		return openSqlite(database.file, { readEmpty });
	}
	const { openPostgres } = await import('./postgres/postgres.ts');
	return openPostgres(database.url, { connections: databaseConnections });
}
