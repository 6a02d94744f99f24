import { and, eq, sql } from 'drizzle-orm';
import { STANDING } from '../../connect/standing.ts';
import type { Transaction } from '../../context.ts';
import { vehicleCalls } from '../../db/call-schema.ts';
import { connections } from '../../db/connect-schema.ts';
import { keyOf, named, prepared } from '../../db/prepared.ts';
import { applications, type V3_DIALECTS } from '../../db/schema.ts';
import { vehicleAccounts } from '../../db/vehicle-schema.ts';
import { keptRead } from '../../kept-read.ts';
import { monthOf } from '../../month.ts';

/** What is known of a connection's calls before its vehicle is asked. */
export interface CallableConnection {
	/** The owner has signed in for it since the password last changed. */
	readonly passwordCurrent: boolean;
	/** Calls per vehicle and month; null where nothing limits them. */
	readonly limit: number | null;
	/** Calls of this month, as far as they are written down; without a limit, 0. */
	readonly calls: number;
	/** Of the rehearsal, `YYYY-MM`. */
	readonly month: string;
	/** In which form API v3 answers the application. */
	readonly v3Dialect: (typeof V3_DIALECTS)[number];
}

const statements = prepared((db) => ({
	find: named(
		db
			.select({
				clientId: connections.clientId,
				vehicleId: connections.vehicleId,
				seenChanges: connections.passwordChanges,
				passwordChanges: vehicleAccounts.passwordChanges,
				limit: applications.monthlyCalls,
				v3Dialect: applications.v3Dialect
			})
			.from(connections)
			.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, connections.accountId))
			.innerJoin(applications, eq(applications.clientId, connections.clientId))
			.where(
				and(
					STANDING,
					eq(connections.id, keyOf(db, connections.id, { by: connections.id, name: 'id' }))
				)
			),
		'find_callable_connection'
	),
	count: named(
		db
			.select({ calls: vehicleCalls.calls })
			.from(vehicleCalls)
			.where(
				and(
					eq(vehicleCalls.clientId, sql.placeholder('clientId')),
					eq(vehicleCalls.vehicleId, sql.placeholder('vehicleId')),
					eq(vehicleCalls.month, sql.placeholder('month'))
				)
			),
		'count_vehicle_calls'
	)
}));

const findConnection = keptRead(
	(id: string) => id,
	async ({ db }, id) => {
		const [row] = await statements(db).find.execute({ id });
		return row ?? null;
	}
);

/** Part of a transaction. @returns null where it ended, or never was */
export async function findCallable(
	transaction: Transaction,
	connectionId: string
): Promise<CallableConnection | null> {
	const { db, now } = transaction;
	const row = await findConnection(transaction, connectionId);
	if (!row) return null;
	const { clientId, vehicleId, seenChanges, passwordChanges, limit, v3Dialect } = row;
	const passwordCurrent = seenChanges >= passwordChanges;
	const month = monthOf(now);
	// Looked up for a limit alone: most applications have none.
	if (limit === null) return { passwordCurrent, limit, calls: 0, month, v3Dialect };
	const [counted] = await statements(db).count.execute({ clientId, vehicleId, month });
	return { passwordCurrent, limit, calls: counted?.calls ?? 0, month, v3Dialect };
}
