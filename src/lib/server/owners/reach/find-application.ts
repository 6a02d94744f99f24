import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import type { CONSENT_ACTORS } from '#lib/connect/consent-record.ts';
import { and, asc, desc, eq, max } from 'drizzle-orm';
import { withName } from '../../connect/vehicle-name.ts';
import type { Context } from '../../context.ts';
import { permissionUses } from '../../db/call-schema.ts';
import { connections } from '../../db/connect-schema.ts';
import { applications } from '../../db/schema.ts';
import { readJson } from '../../db/stored-json.ts';
import { vehicles } from '../../db/vehicle-schema.ts';
import { ownerIdOf } from '../actor.ts';
import { connectionsOf } from './scope.ts';

/** A vehicle that an application reaches, or reached. Times are the rehearsal's. */
interface ReachedVehicle {
	/** Of its connection. */
	readonly id: string;
	/** Brand, model and year. */
	readonly name: string;
	/** Of the first consent, though it may have been taken back and given again since. */
	readonly firstGrantedAt: number;
	/** When the owner last agreed to it. */
	readonly updatedAt: number;
	readonly granted: readonly PermissionName[];
	readonly asked: readonly RequestedPermission[];
	/** Null when a link named a scope of its own. */
	readonly version: number | null;
	/** Null while it stands. */
	readonly ending: {
		readonly at: number;
		readonly by: (typeof CONSENT_ACTORS)[number];
	} | null;
}

/** An application that reaches vehicles of an owner, or once did. */
export interface OwnersApplication {
	readonly clientId: string;
	readonly name: string;
	readonly firstGrantedAt: number;
	/** Each as it stands, or as it last ended; in the order in which they were connected. */
	readonly vehicles: readonly ReachedVehicle[];
	/** When each permission was last used, as far as that is written down; what never was is missing. */
	readonly lastUses: readonly { readonly permission: string; readonly at: number }[];
}

/**
 * One application as an owner sees it.
 *
 * @returns null where it never reached a vehicle of theirs, whether there is such an application or not
 */
export async function findApplication(
	context: Context,
	clientId: string
): Promise<OwnersApplication | null> {
	return context.read(async ({ db }) => {
		const which = and(connectionsOf(db, ownerIdOf(context)), eq(connections.clientId, clientId));
		const rows = await db
			.select({
				connection: connections,
				name: applications.name,
				vehicle: { make: vehicles.make, model: vehicles.model, year: vehicles.year }
			})
			.from(connections)
			.innerJoin(applications, eq(applications.clientId, connections.clientId))
			.innerJoin(vehicles, eq(vehicles.id, connections.vehicleId))
			.where(which)
			.orderBy(asc(connections.createdAt), asc(connections.id));
		const [first] = rows;
		if (!first) return null;
		const lastUses = await db
			.select({
				permission: permissionUses.permission,
				at: max(permissionUses.lastUsedAt).mapWith(Number)
			})
			.from(permissionUses)
			.innerJoin(connections, eq(connections.id, permissionUses.connectionId))
			.where(which)
			.groupBy(permissionUses.permission)
			.orderBy(desc(max(permissionUses.lastUsedAt)));
		const groups = Map.groupBy(
			rows,
			({ connection }) => `${connection.vehicleId} ${connection.mode}`
		);
		return {
			clientId,
			name: first.name,
			firstGrantedAt: first.connection.createdAt,
			vehicles: [...groups.values()].flatMap(vehicleOf),
			lastUses
		};
	});
}

interface Row {
	readonly connection: typeof connections.$inferSelect;
	readonly vehicle: Parameters<typeof withName>[0];
}

/** Of all connections to one vehicle in their order, the one that stands, or else the last. */
function vehicleOf(rows: readonly Row[]): readonly ReachedVehicle[] {
	const now = rows.find(({ connection }) => connection.endedAt === null) ?? rows.at(-1);
	const [first] = rows;
	if (!now || !first) return [];
	const { id, updatedAt, granted, asked, version, endedAt: at, endedBy: by } = now.connection;
	return [
		{
			id,
			name: withName(now.vehicle).name,
			firstGrantedAt: first.connection.createdAt,
			updatedAt,
			granted: readJson(granted, id),
			asked: readJson(asked, id),
			version,
			ending: at === null || by === null ? null : { at, by }
		}
	];
}
