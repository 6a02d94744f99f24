import type { Settings } from '../settings.ts';
import type { Engine } from '../engine.ts';
import { sharedProbe } from './shared-probe.ts';

type DatabaseSettings = Pick<Settings, 'database' | 'databaseConnections'>;

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
		return openSqlite(database.file);
	}
	const { openPostgres } = await import('./postgres/postgres.ts');
	return openPostgres(database.url, { connections: databaseConnections });
}
