import { createHash } from 'node:crypto';
import type { DatabasePlace } from '../../settings.ts';
import { StorageError } from '../../storage-error.ts';
import { listTables, type StoredTable } from '../tables.ts';
import type { Row, Side, Value } from './side.ts';

/** What was copied of one table. */
export interface CopiedTable {
	readonly name: string;
	readonly rows: number;
}

/**
 * Copies all that is in one database into another, empty one, in one transaction there, and compares
 * each table afterwards. The source is only read, in one state, also while servers work on it.
 *
 * @throws {StorageError} when either cannot be used or the target holds something; nothing is in it then
 */
export async function copyStorage(
	from: DatabasePlace,
	to: DatabasePlace
): Promise<readonly CopiedTable[]> {
	const source = await openSource(from);
	try {
		const target = await openTarget(to);
		try {
			const tables = listTables();
			for (const table of tables) {
				for await (const rows of target.rows(table)) {
					if (rows.length > 0) throw new StorageError('filled', table.name);
				}
			}
			const copied: CopiedTable[] = [];
			for (const table of tables) copied.push(await copyTable(source, target, table));
			await target.commit();
			return copied;
		} finally {
			await target.close();
		}
	} finally {
		await source.close();
	}
}

async function copyTable(source: Side, target: Side, table: StoredTable): Promise<CopiedTable> {
	const read = new Tally();
	for await (const rows of source.rows(table)) {
		await target.insert(table, rows);
		read.add(rows);
	}
	const highest = await source.counter(table);
	await target.setCounter(table, Math.max(highest, read.highest(table)));
	const written = new Tally();
	for await (const rows of target.rows(table)) written.add(rows);
	if (!read.equals(written)) throw new StorageError('different', table.name);
	return { name: table.name, rows: read.count };
}

/** Counts rows, and sums up what is in them, in whatever order they come. */
class Tally {
	count = 0;
	#sum = 0n;
	#columns: number[] = [];

	add(rows: readonly Row[]): void {
		this.count += rows.length;
		for (const row of rows) {
			const digest = createHash('sha256').update(textOf(row)).digest('hex');
			this.#sum += BigInt(`0x${digest}`);
			row.forEach((value, index) => {
				if (typeof value === 'number') {
					this.#columns[index] = Math.max(this.#columns[index] ?? 0, value);
				}
			});
		}
	}

	/** The highest number in the column that the database counts up; 0 where none does. */
	highest({ columns }: StoredTable): number {
		return this.#columns[columns.findIndex(({ isCounter }) => isCounter)] ?? 0;
	}

	equals(other: Tally): boolean {
		return this.count === other.count && this.#sum === other.#sum;
	}
}

/** One engine keeps no NUL in a text; what stands for it counts as the same. */
function textOf(row: Row): string {
	const plain = (value: Value) => {
		if (Buffer.isBuffer(value)) return ['bytes', value.toString('hex')];
		return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD').toWellFormed() : value;
	};
	return JSON.stringify(row.map(plain));
}

async function openSource(place: DatabasePlace): Promise<Side> {
	if ('file' in place) return (await import('./sqlite-side.ts')).readSqlite(place.file);
	return (await import('./postgres-side.ts')).readPostgres(place.url);
}

async function openTarget(place: DatabasePlace): Promise<Side> {
	if ('file' in place) return (await import('./sqlite-side.ts')).writeSqlite(place.file);
	return (await import('./postgres-side.ts')).writePostgres(place.url);
}
