import { gt, inArray, lt, or, sql } from 'drizzle-orm';
import { permissionUses, vehicleCalls } from '../../db/call-schema.ts';
import { connections } from '../../db/connect-schema.ts';
import { named, prepared } from '../../db/prepared.ts';
import { itemUses } from '../../db/recorder-schema.ts';
import { applications } from '../../db/schema.ts';
import { vehicles } from '../../db/vehicle-schema.ts';
import type { Db } from '../../engine.ts';

/** Numbers of rows that there are statements for, the largest first. */
const SIZES = [100, 10, 1] as const;

export type Size = (typeof SIZES)[number];

/**
 * The statements of a flush by the number of their rows, compiled once: built anew for each flush
 * they take several times as long as what they write.
 */
export const statements = prepared((db) => ({
	100: statementsFor(db, 100),
	10: statementsFor(db, 10),
	1: statementsFor(db, 1)
}));

function statementsFor(db: Db, size: Size) {
	const each = <Row>(row: (index: number) => Row) => Array.from({ length: size }, (_, i) => row(i));
	const ids = each((index) => sql.placeholder(`id${index}`));
	return {
		connections: named(
			db.select({ id: connections.id }).from(connections).where(inArray(connections.id, ids)),
			`flush_connections_${size}`
		),
		applications: named(
			db
				.select({ id: applications.clientId })
				.from(applications)
				.where(inArray(applications.clientId, ids)),
			`flush_applications_${size}`
		),
		vehicles: named(
			db.select({ id: vehicles.id }).from(vehicles).where(inArray(vehicles.id, ids)),
			`flush_vehicles_${size}`
		),
		uses: named(
			db
				.insert(permissionUses)
				.values(
					each((index) => ({
						connectionId: sql.placeholder(`connectionId${index}`),
						permission: sql.placeholder(`permission${index}`),
						lastUsedAt: sql.placeholder(`lastUsedAt${index}`)
					}))
				)
				.onConflictDoUpdate({
					target: [permissionUses.connectionId, permissionUses.permission],
					set: { lastUsedAt: sql`excluded.last_used_at` },
					// What waited on after a failure may be older than what another server wrote meanwhile; only
					// a time that is still to come, from before the clock was put back, gives way to it.
					setWhere: or(
						lt(permissionUses.lastUsedAt, sql`excluded.last_used_at`),
						gt(permissionUses.lastUsedAt, sql.placeholder('now'))
					)
				}),
			`flush_uses_${size}`
		),
		calls: named(
			db
				.insert(vehicleCalls)
				.values(
					each((index) => ({
						clientId: sql.placeholder(`clientId${index}`),
						vehicleId: sql.placeholder(`vehicleId${index}`),
						month: sql.placeholder(`month${index}`),
						calls: sql.placeholder(`calls${index}`)
					}))
				)
				.onConflictDoUpdate({
					target: [vehicleCalls.clientId, vehicleCalls.vehicleId, vehicleCalls.month],
					set: { calls: sql`${vehicleCalls.calls} + excluded.calls` }
				}),
			`flush_calls_${size}`
		),
		items: named(
			db
				.insert(itemUses)
				.values(
					each((index) => ({
						clientId: sql.placeholder(`clientId${index}`),
						code: sql.placeholder(`code${index}`),
						calls: sql.placeholder(`calls${index}`),
						refused: sql.placeholder(`refused${index}`),
						listed: sql.placeholder(`listed${index}`),
						firstAt: sql.placeholder(`firstAt${index}`),
						lastAt: sql.placeholder(`lastAt${index}`)
					}))
				)
				.onConflictDoUpdate({
					target: [itemUses.clientId, itemUses.code],
					set: {
						calls: sql`${itemUses.calls} + excluded.calls`,
						refused: sql`${itemUses.refused} + excluded.refused`,
						listed: sql`${itemUses.listed} + excluded.listed`,
						lastAt: sql`excluded.last_at`
					}
				}),
			`flush_items_${size}`
		)
	};
}

/** Those of the ids that there are. */
export async function present(
	db: Db,
	what: 'connections' | 'applications' | 'vehicles',
	ids: readonly string[]
): Promise<ReadonlySet<string>> {
	const there = new Set<string>();
	for (const [size, some] of pieces([...new Set(ids)])) {
		const values = valuesOf(some.map((id) => ({ id })));
		for (const { id } of await statements(db)[size][what].execute(values)) there.add(id);
	}
	return there;
}

/** Cuts rows into pieces that there is a statement for. */
export function* pieces<Row>(rows: readonly Row[]): Generator<readonly [Size, readonly Row[]]> {
	let from = 0;
	for (const size of SIZES)
		for (; rows.length - from >= size; from += size) yield [size, rows.slice(from, from + size)];
}

/** What a statement is handed: each column under its name and the number of its row. */
export function valuesOf(rows: readonly object[]): Record<string, unknown> {
	const values: Record<string, unknown> = {};
	for (const [index, row] of rows.entries())
		for (const [column, value] of Object.entries(row)) values[`${column}${index}`] = value;
	return values;
}
