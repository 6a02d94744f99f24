import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import { byWhom, type ByWhom } from '#lib/owners/by-whom.ts';
import type { NotGiven } from '#lib/owners/past.ts';
import { and, asc, eq } from 'drizzle-orm';
import { endsByItself, stillAhead, type EndByItself } from '../../connect/ended/by-itself.ts';
import { withName } from '../../connect/vehicle-name.ts';
import type { Context } from '../../context.ts';
import { connections } from '../../db/connect-schema.ts';
import { applications } from '../../db/schema.ts';
import { vehicles } from '../../db/vehicle-schema.ts';
import { ownerIdOf } from '../actor.ts';
import { keptForOwner } from './kept-for-owner.ts';
import { lastUsesOf } from './last-uses.ts';
import { findPast, vehicleKey } from './past.ts';
import { domainOf } from './domain-of.ts';
import { readGiven } from './read-given.ts';
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
	/** Whether what was asked and granted cannot be read: it is empty then. */
	readonly isDamaged: boolean;
	/** Null while it stands. */
	readonly ending: {
		readonly at: number;
		readonly by: ByWhom;
	} | null;
}

/** An application that reaches vehicles of an owner, or once did. */
export interface OwnersApplication {
	readonly clientId: string;
	readonly name: string;
	/** Where its owner was led back to when they last gave access; null where that is kept no more. */
	readonly domain: string | null;
	readonly firstGrantedAt: number;
	/** Each as it stands, or as it last ended; in the order in which they were connected. */
	readonly vehicles: readonly ReachedVehicle[];
	/** When each permission was last used, as far as that is written down; what never was is missing. */
	readonly lastUses: readonly { readonly permission: string; readonly at: number }[];
	/** How it came that a permission is not given; one that no vehicle was asked for is missing. */
	readonly notGiven: ReadonlyMap<PermissionName, NotGiven>;
	/** Whether some of how it came cannot be read, and is left out. */
	readonly isPastDamaged: boolean;
	/** Null where nothing ends by itself. */
	readonly endsByItself: EndByItself | null;
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
	return context.read(async (transaction) => {
		const found = await readApplication(transaction, clientId);
		if (!found) return null;
		return {
			...found,
			lastUses: await lastUsesOf(transaction, ownerIdOf(transaction), clientId),
			endsByItself: stillAhead(found.endsByItself, transaction.now)
		};
	});
}

const readApplication = keptForOwner(
	async (transaction, ownerId, clientId: string) => {
		const { db } = transaction;
		const which = and(connectionsOf(db, ownerId), eq(connections.clientId, clientId));
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
		const groups = Map.groupBy(rows, ({ connection }) => vehicleKey(connection));
		const { notGiven, endedBy, damaged } = await findPast(transaction, ownerId, clientId);
		const standing = rows.flatMap(({ connection }) =>
			connection.endedAt === null ? [connection] : []
		);
		const ends = await endsByItself(transaction, standing);
		return {
			clientId,
			name: first.name,
			domain: await domainOf(transaction, ownerId, clientId),
			firstGrantedAt: first.connection.createdAt,
			vehicles: [...groups].flatMap(([key, rows]) => vehicleOf(rows, endedBy.get(key))),
			notGiven,
			isPastDamaged: damaged > 0,
			endsByItself: ends.get(clientId) ?? null
		};
	},
	(found) => found?.vehicles.length ?? 1
);

interface Row {
	readonly connection: typeof connections.$inferSelect;
	readonly vehicle: Parameters<typeof withName>[0];
}

/**
 * Of all connections to one vehicle in their order, the one that stands, or else the last.
 *
 * @param endedBy undefined where it is not known which owner did
 */
function vehicleOf(rows: readonly Row[], endedBy?: ByWhom): readonly ReachedVehicle[] {
	const now = rows.find(({ connection }) => connection.endedAt === null) ?? rows.at(-1);
	const [first] = rows;
	if (!now || !first) return [];
	const { id, updatedAt, granted, asked, version, endedAt: at, endedBy: actor } = now.connection;
	const given = readGiven(id, { granted, asked });
	const by = endedBy ?? (actor && byWhom({ by: actor, ownerId: null }, ''));
	return [
		{
			id,
			name: withName(now.vehicle).name,
			firstGrantedAt: first.connection.createdAt,
			updatedAt,
			...given,
			version,
			ending: at === null || by === null ? null : { at, by }
		}
	];
}
