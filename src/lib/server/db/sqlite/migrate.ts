import type Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StorageError } from '../../storage-error.ts';
import { copyBeforeMigration, keepsRecord } from './copy.ts';

const Journal = z.object({
	entries: z.array(z.object({ tag: z.string().regex(/^\w+$/), when: z.int() }))
});

interface Migration {
	readonly tag: string;
	readonly sha256: string;
	readonly statements: readonly string[];
}

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
 * what ran; a database that went through some before is copied first. Written here because drizzle's
 * migrator runs all pending migrations in one transaction and does not notice a database from the
 * future.
 *
 * @throws {StorageError} when the database knows a migration that this version does not
 */
export function migrateDatabase(sqlite: Database.Database, folder: string): void {
	const migrations = readMigrations(folder);
	sqlite.exec(
		'create table if not exists migrations (tag text primary key, sha256 text not null, applied_at integer not null)'
	);
	const known = new Map(migrations.map(({ tag, sha256 }) => [tag, sha256]));
	const applied = z
		.array(z.object({ tag: z.string(), sha256: z.string() }))
		.parse(sqlite.prepare('select tag, sha256 from migrations').all());
	for (const { tag, sha256 } of applied) {
		if (known.get(tag) === sha256) continue;
		throw new StorageError(known.has(tag) ? 'altered' : 'newer', `${sqlite.name}: ${tag}`);
	}
	const isApplied = sqlite.prepare('select 1 from migrations where tag = ?');
	const record = sqlite.prepare('insert into migrations values (?, ?, ?)');
	const pending = migrations.filter(({ tag }) => !isApplied.get(tag));
	if (pending.length > 0 && applied.length > 0) copyBeforeMigration(sqlite, applied.length);
	// Where a table is built anew, its rows are not removed for good, and those that hang on them stay.
	sqlite.pragma('foreign_keys = OFF');
	for (const { tag, sha256, statements } of pending) {
		sqlite
			.transaction(() => {
				// Asked under the write lock: another start may have run it a moment ago.
				if (isApplied.get(tag)) return;
				for (const statement of statements) sqlite.exec(statement);
				checkKeys(sqlite);
				record.run(tag, sha256, Date.now());
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
	if (orphan !== undefined) {
		throw new StorageError(
			'unreadable',
			`${sqlite.name}: ${String(orphan)} holds a row without its parent`
		);
	}
}

function readMigrations(folder: string): readonly Migration[] {
	const journal = join(folder, 'meta', '_journal.json');
	if (!existsSync(journal)) throw new StorageError('migrations', folder);
	const { entries } = Journal.parse(JSON.parse(readFileSync(journal, 'utf8')));
	return entries.map(({ tag }) => {
		// Git may check files out with other line ends; the migration is the same.
		const text = readFileSync(join(folder, `${tag}.sql`), 'utf8').replaceAll('\r\n', '\n');
		return {
			tag,
			sha256: createHash('sha256').update(text).digest('hex'),
			statements: text.split('--> statement-breakpoint')
		};
	});
}
