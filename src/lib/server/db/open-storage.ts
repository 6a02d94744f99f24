import type { Settings } from '../settings.ts';
import type { Engine } from '../engine.ts';

/**
 * Opens the storage where the settings say. Only the engine that is used is loaded.
 *
 * @throws {StorageError} when it cannot be used; it is then left as it was
 */
export async function openStorage({
	database,
	databaseConnections
}: Pick<Settings, 'database' | 'databaseConnections'>): Promise<Engine> {
	if ('file' in database) {
		const { openSqlite } = await import('./sqlite/sqlite.ts');
		return openSqlite(database.file);
	}
	const { openPostgres } = await import('./postgres/postgres.ts');
	return openPostgres(database.url, { connections: databaseConnections });
}
