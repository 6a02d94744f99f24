import type pg from 'pg';
import { z } from 'zod';
import { StorageError } from '../../storage-error.ts';
import { AppliedMigrations, pendingMigrations, readMigrations } from '../migrations.ts';
import { connectOnce, describeServer } from '../postgres/connect.ts';
import { postgresFaultOf } from '../postgres/faults.ts';
import { checkServer } from '../postgres/migrate.ts';
import { openPostgres } from '../postgres/postgres.ts';
import { listTables } from '../tables.ts';
import { BATCH, counterOf, type Side, type Value } from './side.ts';

const RawRow = z.array(
	z.union([z.string(), z.number(), z.boolean(), z.instanceof(Buffer), z.null()])
);

/** Null where it never counted. */
const Counted = z.object({ last_value: z.number().catch(0) });

/** @throws {StorageError} when it cannot be read, or is not of the present schema */
export function readPostgres(url: string): Promise<Side> {
	return open(url, async (client, place) => {
		await checkServer(client, place, { mayBeReadOnly: true });
		const { rowCount } = await client.query("select where to_regclass('migrations') is null");
		if (rowCount !== 0) throw new StorageError('older', place);
		const applied = await client.query('select tag, sha256 from migrations');
		const known = readMigrations('drizzle/postgres');
		const pending = pendingMigrations(known, AppliedMigrations.parse(applied.rows), place);
		if (pending.length > 0) throw new StorageError('older', place);
		await client.query('begin isolation level repeatable read, read only');
	});
}

/** Sets the database up where it is empty, and keeps everybody else from writing meanwhile. */
export async function writePostgres(url: string): Promise<Side> {
	const engine = await openPostgres(url);
	await engine.close();
	return open(url, async (client) => {
		await client.query('begin');
		const names = listTables().map(({ name }) => `"${name}"`);
		await client.query(`lock table ${names.join(', ')} in exclusive mode`);
	});
}

async function open(
	url: string,
	prepare: (client: pg.Client, place: string) => Promise<void>
): Promise<Side> {
	const place = describeServer(url);
	try {
		const client = await connectOnce(url);
		try {
			await prepare(client, place);
			return sideOf(client);
		} catch (error) {
			await client.end();
			throw error;
		}
	} catch (error) {
		throw postgresFaultOf(error, place) ?? error;
	}
}

function sideOf(client: pg.Client): Side {
	const sequence = (table: string, column: string) =>
		`pg_get_serial_sequence('"${table}"', '${column}')`;
	return {
		async *rows({ name, columns }) {
			const names = columns.map((column) => `"${column.name}"`);
			await client.query(
				`declare copied no scroll cursor for select ${names.join(', ')} from "${name}"`
			);
			for (;;) {
				const { rows } = await client.query({
					text: `fetch ${BATCH} from copied`,
					rowMode: 'array'
				});
				yield rows.map((row) => RawRow.parse(row));
				if (rows.length < BATCH) break;
			}
			await client.query('close copied');
		},
		async insert({ name, columns }, rows) {
			if (rows.length === 0) return;
			const names = columns.map((column) => `"${column.name}"`).join(', ');
			const places = rows.map(
				(row, line) => `(${row.map((_, index) => `$${line * row.length + index + 1}`).join(', ')})`
			);
			await client.query(
				`insert into "${name}" (${names}) values ${places.join(', ')}`,
				rows.flat().map(withoutNul)
			);
		},
		async counter(table) {
			const column = counterOf(table);
			if (column === null) return 0;
			const { rows } = await client.query(
				`select last_value from pg_sequences where schemaname = current_schema()
					and format('%I.%I', schemaname, sequencename)::regclass = ${sequence(table.name, column)}::regclass`
			);
			// A number that is given, and not counted up, has no sequence.
			return z.array(Counted).parse(rows)[0]?.last_value ?? 0;
		},
		async setCounter(table, number) {
			const column = counterOf(table);
			if (column === null || number < 1) return;
			await client.query(`select setval(${sequence(table.name, column)}, $1)`, [number]);
		},
		async commit() {
			await client.query('commit');
		},
		/** What was not committed goes with the connection. */
		close: () => client.end()
	};
}

/** PostgreSQL keeps none in a text. */
export const withoutNul = (value: Value): Value =>
	typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
