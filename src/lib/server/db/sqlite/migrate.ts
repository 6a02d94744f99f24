import type Database from 'better-sqlite3';
import { machineTime } from '../../machine-time.ts';
import { StorageError } from '../../storage-error.ts';
import { AppliedMigrations, pendingMigrations, type Migration } from '../migrations.ts';
import { copyBeforeMigration, keepsRecord } from './copy.ts';

/**
 * Refuses a database that another program made. A new, empty file is nobody's yet.
 *
 * @throws {StorageError} before anything was written
 */
export function checkOwnership(sqlite: Database.Database): void {
	const tables = sqlite.prepare("select count(*) from sqlite_master where type = 'table'").pluck();
	if (tables.get() !== 0 && !keepsRecord(sqlite)) throw new StorageError('foreign', sqlite.name);
}

/**
 * Brings the schema up to date with the migrations, each in a transaction of its own, and records
 * what ran; a new one goes through all of them in one, and one that went through some before is copied
 * first. Written here because drizzle's migrator runs all pending migrations in one transaction and does
 * not notice a database from the future.
 *
 * @throws {StorageError} when the database knows a migration that this version does not
 */
export function migrateDatabase(sqlite: Database.Database, migrations: readonly Migration[]): void {
	sqlite.exec(
		'create table if not exists migrations (tag text primary key, sha256 text not null, applied_at integer not null)'
	);
	const applied = AppliedMigrations.parse(
		sqlite.prepare('select tag, sha256 from migrations').all()
	);
	const pending = pendingMigrations(migrations, applied, sqlite.name);
	const isApplied = sqlite.prepare('select 1 from migrations where tag = ?');
	const record = sqlite.prepare('insert into migrations values (?, ?, ?)');
	if (pending.length > 0 && applied.length > 0) copyBeforeMigration(sqlite, applied.length);
	// Where a table is built anew, its rows are not removed for good, and those that hang on them stay.
	sqlite.pragma('foreign_keys = OFF');
	// A new file is synced to the disk once: no state on its way is worth keeping.
	const groups = applied.length === 0 ? [pending] : pending.map((migration) => [migration]);
	for (const group of groups) {
		sqlite
			.transaction(() => {
				for (const { tag, sha256, statements } of group) {
					// Asked under the write lock: another start may have run it a moment ago.
					if (isApplied.get(tag)) continue;
					for (const statement of statements) sqlite.exec(statement);
					checkKeys(sqlite);
					record.run(tag, sha256, machineTime());
				}
			})
			.immediate();
	}
	sqlite.pragma('foreign_keys = ON');
}

function checkKeys(sqlite: Database.Database): void {
	const orphan = sqlite
		.prepare('select "table" from pragma_foreign_key_check limit 1')
		.pluck()
		.get();
	if (typeof orphan === 'string') {
		throw new StorageError(
			'unreadable',
			`${sqlite.name}: ${orphan} holds a row without its parent`
		);
	}
}
