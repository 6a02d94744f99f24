import { MAX_NAMED, type GrantGroup } from '#lib/access/impact.ts';
import { asc, desc, eq, lte, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { readEach, readJson, type Readable } from '../db/stored-json.ts';
import { vehicleAccounts, vehicles } from '../db/vehicle-schema.ts';
import { standsWith } from './standing.ts';
import { withName } from './vehicle-name.ts';

/** The grants as they are stored, to be compared in the database. */
export const GRANTS_TEXT = sql<string>`cast(${connections.granted} as text)`;

/** The connections of an application by what they hold, to tell what publishing would mean. */
export async function groupGrants(
	context: Context,
	clientId: string
): Promise<Readable<GrantGroup>> {
	return context.read(async ({ db }) => {
		const ranked = db
			.select({
				id: connections.id,
				vehicleId: connections.vehicleId,
				accountId: connections.accountId,
				granted: connections.granted,
				place:
					sql<number>`row_number() over (partition by ${GRANTS_TEXT} order by ${connections.updatedAt} desc, ${connections.id})`
						.mapWith(Number)
						.as('place'),
				members: sql<number>`count(*) over (partition by ${GRANTS_TEXT})`
					.mapWith(Number)
					.as('members')
			})
			.from(connections)
			.where(standsWith(clientId))
			.as('ranked');
		const rows = await db
			.select({
				id: ranked.id,
				granted: ranked.granted,
				place: ranked.place,
				members: ranked.members,
				vehicle: { make: vehicles.make, model: vehicles.model, year: vehicles.year },
				username: vehicleAccounts.username
			})
			.from(ranked)
			.innerJoin(vehicles, eq(vehicles.id, ranked.vehicleId))
			.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, ranked.accountId))
			.where(lte(ranked.place, MAX_NAMED))
			.orderBy(desc(ranked.members), asc(ranked.place));
		const readable = readEach(rows, (row) => ({ ...row, granted: readJson(row.granted, row.id) }));
		const groups = Map.groupBy(readable.read, ({ granted }) => granted.join(' '));
		const read = [...groups.values()].flatMap((alike) =>
			alike.slice(0, 1).map(({ granted, members }) => ({
				granted,
				count: members,
				named: alike.map(({ id, vehicle, username }) => ({
					id,
					vehicle: withName(vehicle).name,
					username
				}))
			}))
		);
		// A row that cannot be read speaks for all that hold the same, of which it is one of the first.
		const all = rows.filter(({ place }) => place === 1).map(({ members }) => members);
		return { read, damaged: sum(all) - sum(read.map(({ count }) => count)) };
	});
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
