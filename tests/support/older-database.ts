import { openFile } from '#lib/server/db/sqlite/open.ts';
import Database from 'better-sqlite3';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Journal {
	readonly entries: readonly { readonly tag: string }[];
}

/** Copies the migrations into a folder, those alone that come before one of them. @returns where they lie */
export function migrationsBefore(tag: string, folder: string, engine = 'sqlite'): string {
	const migrations = join(folder, `drizzle-${engine}`);
	cpSync(`drizzle/${engine}`, migrations, { recursive: true });
	const path = join(migrations, 'meta', '_journal.json');
	const journal: Journal = JSON.parse(readFileSync(path, 'utf8'));
	const end = journal.entries.findIndex((entry) => entry.tag === tag);
	if (end < 0) throw new TypeError(`There is no migration ${tag}.`);
	writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
	return migrations;
}

/** A database as it was before a migration, to be filled; those that follow come as it is opened. */
export function openBefore(tag: string, file: string, folder: string): Database.Database {
	openFile(file, { migrationsFolder: migrationsBefore(tag, folder) }).close();
	return new Database(file);
}
