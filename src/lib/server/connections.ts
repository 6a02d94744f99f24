import { MAKES } from '#lib/access/catalog/makes.ts';
import { findMake } from '#lib/access/catalog/find-make.ts';
import { grantGap, type GrantGap } from '#lib/access/grant-gap.ts';
import { MAX_NAMED, type GrantGroup } from '#lib/access/impact.ts';
import type { PermissionName } from '#lib/access/permission.ts';
import type { RequestedPermission } from '#lib/access/request-review.ts';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { ConnectMode } from '#lib/connect/session-data.ts';
import type { Context, Transaction } from './context.ts';
import { connections, owners, vehicles } from './db/connect-schema.ts';

export const CONNECTIONS_PER_PAGE = 50;

/** One application × one vehicle. Times are milliseconds since 1970. */
export interface Connection {
	readonly id: string;
	readonly vehicle: {
		readonly id: string;
		readonly vin: string;
		/** Brand as people write it. */
		readonly make: string;
		readonly model: string;
		readonly year: number;
		/** All three in one. */
		readonly name: string;
	};
	readonly owner: {
		readonly id: string;
		readonly username: string;
		readonly mode: ConnectMode;
		/** Brand key of the vehicle account. */
		readonly make: string;
	};
	readonly user: string | null;
	readonly externalId: string | null;
	readonly granted: readonly PermissionName[];
	readonly asked: readonly RequestedPermission[];
	/** Null when the link named a scope of its own. */
	readonly version: number | null;
	readonly createdAt: number;
	readonly updatedAt: number;
}

/** A connection beside what would be asked for now; without a gap where nothing is published. */
export interface ComparedConnection extends Connection {
	readonly gap: GrantGap | null;
}

export interface ConnectionPage {
	/** Connections of the application. */
	readonly total: number;
	/** Those of them that lack something. */
	readonly lacking: number;
	/** The page that is shown, from 1; the nearest one there is to the page that was wanted. */
	readonly page: number;
	readonly pages: number;
	readonly connections: readonly ComparedConnection[];
}

/** All connections of an application; what its owner touched last comes first. */
export async function listConnections(
	context: Context,
	clientId: string
): Promise<readonly Connection[]> {
	return context.read((transaction) => readConnections(transaction, clientId));
}

/** One page of the connections, each beside what would be asked for now. */
export async function pageOfConnections(
	context: Context,
	clientId: string,
	wanted: {
		/** Access of the current version; null before the first. */
		readonly asked: readonly RequestedPermission[] | null;
		readonly onlyLacking: boolean;
		readonly page: number;
	}
): Promise<ConnectionPage> {
	const connected = await listConnections(context, clientId);
	const all = connected.map((one) => compareWith(one, wanted.asked));
	const lacking = all.filter(({ gap }) => gap !== null && gap.missing.length > 0);
	const shown = wanted.onlyLacking ? lacking : all;
	const pages = Math.max(1, Math.ceil(shown.length / CONNECTIONS_PER_PAGE));
	const page = Math.min(Math.max(1, wanted.page), pages);
	return {
		total: all.length,
		lacking: lacking.length,
		page,
		pages,
		connections: shown.slice((page - 1) * CONNECTIONS_PER_PAGE, page * CONNECTIONS_PER_PAGE)
	};
}

/** @returns null when there is none of this id, or no longer. */
export async function getConnection(
	context: Context,
	clientId: string,
	id: string
): Promise<Connection | null> {
	const [found] = await context.read((transaction) => readConnections(transaction, clientId, id));
	return found ?? null;
}

export function compareWith(
	connection: Connection,
	asked: readonly RequestedPermission[] | null
): ComparedConnection {
	return { ...connection, gap: asked && grantGap(connection.granted, asked) };
}

/** The connections of an application by what they hold, to tell what publishing would mean. */
export async function groupGrants(
	context: Context,
	clientId: string
): Promise<readonly GrantGroup[]> {
	const connected = await listConnections(context, clientId);
	const groups = Map.groupBy(connected, ({ granted }) => granted.join(' '));
	return [...groups.values()].flatMap((members) =>
		members.slice(0, 1).map(({ granted }) => ({
			granted,
			count: members.length,
			named: members
				.slice(0, MAX_NAMED)
				.map(({ id, vehicle, owner }) => ({ id, vehicle: vehicle.name, owner: owner.username }))
		}))
	);
}

/**
 * Ends a connection. The application's tokens reach only vehicles that are still connected, so
 * they lose this one at the same moment.
 *
 * @returns false when there is none of this id, or no longer.
 */
export async function disconnect(context: Context, clientId: string, id: string): Promise<boolean> {
	return context.write(async ({ db }) => {
		const ended = await db
			.delete(connections)
			.where(belongs(clientId, id))
			.returning({ id: connections.id });
		return ended.length > 0;
	});
}

async function readConnections(
	{ db }: Transaction,
	clientId: string,
	id?: string
): Promise<readonly Connection[]> {
	const rows = await db
		.select({
			id: connections.id,
			vehicle: {
				id: vehicles.id,
				vin: vehicles.vin,
				make: vehicles.make,
				model: vehicles.model,
				year: vehicles.year
			},
			owner: { id: owners.id, username: owners.username, mode: owners.mode, make: owners.make },
			user: connections.user,
			externalId: connections.externalId,
			granted: connections.granted,
			asked: connections.asked,
			version: connections.version,
			createdAt: connections.createdAt,
			updatedAt: connections.updatedAt
		})
		.from(connections)
		.innerJoin(vehicles, eq(vehicles.id, connections.vehicleId))
		.innerJoin(owners, eq(owners.id, connections.ownerId))
		.where(belongs(clientId, id))
		.orderBy(desc(connections.updatedAt), asc(connections.id));
	return rows.map((row) => ({ ...row, vehicle: named(row.vehicle) }));
}

function belongs(clientId: string, id?: string) {
	const ours = eq(connections.clientId, clientId);
	return id === undefined ? ours : and(ours, eq(connections.id, id));
}

function named<Vehicle extends Omit<Connection['vehicle'], 'name'>>(vehicle: Vehicle) {
	const make = findMake(vehicle.make, MAKES)?.name ?? vehicle.make;
	return { ...vehicle, make, name: `${make} ${vehicle.model} ${vehicle.year}` };
}
