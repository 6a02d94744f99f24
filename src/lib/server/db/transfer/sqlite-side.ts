import Database from 'better-sqlite3';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { StorageError } from '../../storage-error.ts';
import { AppliedMigrations, pendingMigrations, readMigrations } from '../migrations.ts';
import { checkOwnership } from '../sqlite/migrate.ts';
import { openSqlite } from '../sqlite/sqlite.ts';
import type { StoredColumn, StoredTable } from '../tables.ts';
import { BATCH, type Row, type Side, type Value } from './side.ts';

const RawRow = z.array(z.union([z.string(), z.number(), z.instanceof(Buffer), z.null()]));

/** @throws {StorageError} when it is not there, or not of the present schema */
export function readSqlite(file: string): Side {
	if (!existsSync(file)) throw new StorageError('absent', file);
	// Opened to be read only, it would leave the log and its index beside the file when it is closed.
	const sqlite = new Database(file, { fileMustExist: true });
	try {
		sqlite.pragma('query_only = ON');
		checkOwnership(sqlite);
		const applied = sqlite.prepare('select tag, sha256 from migrations').all();
		const known = readMigrations('drizzle/sqlite');
		const pending = pendingMigrations(known, AppliedMigrations.parse(applied), file);
		if (pending.length > 0) throw new StorageError('older', file);
		sqlite.exec('begin');
		return sideOf(sqlite);
	} catch (error) {
		sqlite.close();
		throw error;
	}
}

/** Sets the file up where it is new or empty. */
export async function writeSqlite(file: string): Promise<Side> {
	await openSqlite(file).close();
	const sqlite = new Database(file);
	sqlite.pragma('synchronous = FULL');
	sqlite.pragma('foreign_keys = ON');
	sqlite.exec('begin immediate');
	return sideOf(sqlite);
}

function sideOf(sqlite: Database.Database): Side {
	return {
		async *rows({ name, columns }) {
			const names = columns.map((column) => `"${column.name}"`).join(', ');
			let batch: Row[] = [];
			for (const row of sqlite.prepare(`select ${names} from "${name}"`).raw().iterate()) {
				batch.push(RawRow.parse(row).map((value, index) => toValue(value, columns[index])));
				if (batch.length < BATCH) continue;
				yield batch;
				batch = [];
			}
			yield batch;
		},
		insert({ name, columns }, rows) {
			const names = columns.map((column) => `"${column.name}"`).join(', ');
			const places = columns.map(() => '?').join(', ');
			const insert = sqlite.prepare(`insert into "${name}" (${names}) values (${places})`);
			for (const row of rows) insert.run(row.map(fromValue));
			return Promise.resolve();
		},
		counter: ({ name }) =>
			Promise.resolve(
				z
					.number()
					.catch(0)
					.parse(sqlite.prepare('select seq from sqlite_sequence where name = ?').pluck().get(name))
			),
		setCounter({ name }, number) {
			if (!countsUp(sqlite, name)) return Promise.resolve();
			sqlite.prepare('delete from sqlite_sequence where name = ?').run(name);
			sqlite.prepare('insert into sqlite_sequence values (?, ?)').run(name, number);
			return Promise.resolve();
		},
		commit() {
			sqlite.exec('commit');
			return Promise.resolve();
		},
		close() {
			if (sqlite.inTransaction) sqlite.exec('rollback');
			sqlite.close();
			return Promise.resolve();
		}
	};
}

/** Other tables give numbers of removed rows again, and nothing has to be remembered. */
function countsUp(sqlite: Database.Database, table: StoredTable['name']): boolean {
	const text = sqlite.prepare('select sql from sqlite_master where name = ?').pluck().get(table);
	return /\bautoincrement\b/i.test(String(text));
}

function toValue(value: z.infer<typeof RawRow>[number], column?: StoredColumn): Value {
	return column?.isFlag && value !== null ? value !== 0 : value;
}

const fromValue = (value: Value) => (typeof value === 'boolean' ? Number(value) : value);
