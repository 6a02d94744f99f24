import type { ConnectMode } from '#lib/connect/session-data.ts';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { named, prepared } from '../db/prepared.ts';
import { toldIds } from '../db/vehicle-schema.ts';
import { keptRead } from '../kept-read.ts';

/** Joins the id by which the application knows the vehicle of a connection, where there is one. */
export const OF_THE_VEHICLE = and(
	eq(toldIds.vehicleId, connections.vehicleId),
	eq(toldIds.mode, connections.mode)
);

/** The vehicle of a connection, as its application knows it; with {@link OF_THE_VEHICLE} joined. */
export const TOLD_VEHICLE_ID = sql<string>`coalesce(${toldIds.id}, ${connections.vehicleId})`;

/** The account of a connection, as its application knows it. */
export const TOLD_USER_ID = sql<string>`coalesce((
	select "of_user"."id" from ${toldIds} as "of_user"
	where "of_user"."account_id" = ${connections.accountId} and "of_user"."mode" = ${connections.mode}
), ${connections.accountId})`;

/** Whether a connection may be to the vehicle that an application calls so: in one mode it is. */
export function isToVehicle(told: string) {
	const own = sql`select ${toldIds.vehicleId} from ${toldIds} where ${toldIds.id} = ${told}`;
	return sql`${connections.vehicleId} = coalesce((${own}), ${told})`;
}

const statements = prepared((db) => ({
	ofAccount: named(
		db
			.select({ id: toldIds.id })
			.from(toldIds)
			.where(
				and(
					eq(toldIds.accountId, sql.placeholder('accountId')),
					eq(toldIds.mode, sql.placeholder('mode'))
				)
			),
		'find_told_user'
	)
}));

/** The id of an account as applications are told it: their `user_id`. */
export function userIdOf(context: Context, account: AccountInMode): Promise<string> {
	return context.read((transaction) => findUserId(transaction, account));
}

interface AccountInMode {
	readonly accountId: string;
	readonly mode: ConnectMode;
}

const findUserId = keptRead(
	({ accountId, mode }: AccountInMode) => `${accountId} ${mode}`,
	async ({ db }, { accountId, mode }) => {
		const [told] = await statements(db).ofAccount.execute({ accountId, mode });
		return told?.id ?? accountId;
	}
);
