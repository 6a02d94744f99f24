import type { CallFacts } from '#lib/vehicles/call/judge.ts';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { standsWith } from '../connect/standing.ts';
import type { Transaction } from '../context.ts';
import { vehicleCalls } from '../db/call-schema.ts';
import { connections } from '../db/connect-schema.ts';
import { applications } from '../db/schema.ts';
import { readJson } from '../db/stored-json.ts';
import { vehicleAccounts } from '../db/vehicle-schema.ts';
import { monthOf } from '../month.ts';
import type { KeptVehicle } from './vehicles.ts';

/** What an application reaches of a vehicle by its connection. */
export interface VehicleReach {
	readonly connectionId: string;
	/** Version that was asked for; null when the link named a scope of its own. */
	readonly version: number | null;
	readonly connectedAt: number;
	/** All that a call is judged by but for the item. */
	readonly facts: Omit<CallFacts, 'permissions' | 'capable'>;
}

/** By the ids of the vehicles; of several connections the one that was touched last. */
export async function reachesOf(
	{ db, now }: Transaction,
	clientId: string,
	found: readonly KeptVehicle[]
): Promise<ReadonlyMap<string, VehicleReach>> {
	if (found.length === 0) return new Map();
	const ids = found.map(({ id }) => id);
	const rows = await db
		.select({ connection: connections, changes: vehicleAccounts.passwordChanges })
		.from(connections)
		.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, connections.accountId))
		.where(and(standsWith(clientId), inArray(connections.vehicleId, ids)))
		.orderBy(asc(connections.updatedAt));
	const [plan] = await db
		.select({ limit: applications.monthlyCalls })
		.from(applications)
		.where(eq(applications.clientId, clientId));
	const limit = plan?.limit ?? null;
	const calls = limit === null ? [] : await callsOf({ db, now }, clientId, ids);
	const callsBy = new Map(calls.map((row) => [row.vehicleId, row.calls]));
	const byId = new Map(found.map((vehicle) => [vehicle.id, vehicle]));
	return new Map(
		rows.map(({ connection, changes }) => {
			const { id, vehicleId, version, createdAt } = connection;
			const vehicle = byId.get(vehicleId);
			const facts = {
				granted: readJson(connection.granted, id),
				fault: vehicle?.fault ?? null,
				account: {
					passwordCurrent: connection.passwordChanges >= changes,
					vehicleDeleted: vehicle?.deletedAt != null
				},
				plan: { limit, calls: callsBy.get(vehicleId) ?? 0 }
			};
			return [vehicleId, { connectionId: id, version, connectedAt: createdAt, facts }];
		})
	);
}

function callsOf({ db, now }: Pick<Transaction, 'db' | 'now'>, clientId: string, ids: string[]) {
	return db
		.select({ vehicleId: vehicleCalls.vehicleId, calls: vehicleCalls.calls })
		.from(vehicleCalls)
		.where(
			and(
				eq(vehicleCalls.clientId, clientId),
				inArray(vehicleCalls.vehicleId, ids),
				eq(vehicleCalls.month, monthOf(now))
			)
		);
}
