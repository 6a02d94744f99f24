import { sql } from 'drizzle-orm';
import { named, prepared } from '../db/prepared.ts';
import { requests } from '../db/recorder-schema.ts';
import type { Db } from '../engine.ts';

/** Numbers of rows that there are statements for, the largest first. */
const SIZES = [50, 10, 1] as const;

type Row = Omit<typeof requests.$inferInsert, 'id'>;

const COLUMNS = [
	'clientId',
	'at',
	'machineAt',
	'requestId',
	'method',
	'path',
	'route',
	'status',
	'duration',
	'vehicleId',
	'connectionId',
	'permissions',
	'error',
	'fault',
	'faultRuleId',
	'sides'
] as const satisfies readonly (keyof Row)[];

const statements = prepared((db) => ({
	50: statementFor(db, 50),
	10: statementFor(db, 10),
	1: statementFor(db, 1)
}));

function statementFor(db: Db, size: number) {
	const given = (index: number) => {
		const value = (column: (typeof COLUMNS)[number]) =>
			sql.placeholder(String(index * COLUMNS.length + COLUMNS.indexOf(column)));
		return {
			clientId: value('clientId'),
			at: value('at'),
			machineAt: value('machineAt'),
			requestId: value('requestId'),
			method: value('method'),
			path: value('path'),
			route: value('route'),
			status: value('status'),
			duration: value('duration'),
			vehicleId: value('vehicleId'),
			connectionId: value('connectionId'),
			permissions: value('permissions'),
			error: value('error'),
			fault: value('fault'),
			faultRuleId: value('faultRuleId'),
			sides: value('sides')
		};
	};
	const rows = Array.from({ length: size }, (_, index) => given(index));
	return named(db.insert(requests).values(rows), `insert_requests_${size}`);
}

/** Built anew for each flush, a statement would take longer than what it writes. */
export async function insertRequests(db: Db, rows: readonly Row[]): Promise<void> {
	let from = 0;
	for (const size of SIZES) {
		for (; rows.length - from >= size; from += size) {
			await statements(db)[size].execute(valuesOf(rows.slice(from, from + size)));
		}
	}
}

/** By their places: by names it would take longer to find eight hundred values than to write them. */
function valuesOf(rows: readonly Row[]): Record<number, unknown> {
	const values: Record<number, unknown> = {};
	let place = 0;
	for (const row of rows) {
		for (const column of COLUMNS) values[place++] = row[column] ?? null;
	}
	return values;
}
