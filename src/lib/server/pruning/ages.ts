import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { OWNER_SESSION } from '#lib/owners/owner-session.ts';
import { and, asc, inArray, isNotNull, lt, min, ne, sql, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { vehicleCalls } from '../db/call-schema.ts';
import { sampleRuns } from '../db/client-schema.ts';
import { authorizations, machineTokens, tokenPairs } from '../db/connect-schema.ts';
import { mails, ownerSessions, signInCodes, signInFailures } from '../db/owner-schema.ts';
import { connectSessions } from '../db/session-schema.ts';
import { webhookAttempts, webhookEvents } from '../db/webhook-schema.ts';
import type { Db } from '../engine.ts';
import { monthOf } from '../month.ts';
import { DAY } from '../keep-days.ts';
import type { Settings } from '../settings.ts';

/** Rows that go once they are old enough. */
export interface Aging {
	readonly name: string;
	/** Milliseconds since they were written, by the time of the machine; null where they stay. */
	keep(settings: Settings): number | null;
	/** Ids of some of those that were written before a time, the oldest first. */
	find(db: Db, before: number, most: number): Promise<readonly unknown[]>;
	/**
	 * Removes those of the ids that were written before a time: a number of a row that went meanwhile
	 * may be another one's by now.
	 *
	 * @returns how many went: another node may have been faster
	 */
	remove(db: Db, ids: readonly unknown[], before: number): Promise<number>;
}

const CALLS_ID = sql<string>`${vehicleCalls.month} || ' ' || ${vehicleCalls.clientId} || ' ' || ${vehicleCalls.vehicleId}`;

/**
 * What is of no more use. What an owner consented to (consents, connections, authorizations) and versions are
 * not among it: of an authorization its code goes alone.
 */
export const AGINGS: readonly Aging[] = [
	rowsOf('sessions', connectSessions, connectSessions.id, connectSessions.insertedAt, (settings) =>
		days(settings.keepDays.sessions)
	),
	{
		name: 'codes',
		keep: ({ keepDays }) => days(keepDays.codes),
		find: (db, before, most) =>
			select(db, authorizations, authorizations.id, authorizations.insertedAt, {
				where: and(isNotNull(authorizations.codeDigest), lt(authorizations.insertedAt, before)),
				most
			}),
		async remove(db, ids, before) {
			const forgotten = await db
				.update(authorizations)
				.set({ codeDigest: null, redirectUri: null, codeChallenge: null })
				.where(
					and(inArray(authorizations.id, ids.map(Number)), lt(authorizations.insertedAt, before))
				)
				.returning({ id: authorizations.id });
			return forgotten.length;
		}
	},
	{
		...rowsOf('tokens', tokenPairs, tokenPairs.id, tokenPairs.insertedAt, (settings) =>
			days(settings.keepDays.tokens)
		),
		// They are numbered as they come: an index by age would weigh on every exchange.
		async find(db, before, most) {
			const oldest = await db
				.select({ id: tokenPairs.id, insertedAt: tokenPairs.insertedAt })
				.from(tokenPairs)
				.where(isNotNull(tokenPairs.insertedAt))
				.orderBy(asc(tokenPairs.id))
				.limit(most);
			return oldest
				.filter(({ insertedAt }) => insertedAt !== null && insertedAt < before)
				.map(({ id }) => id);
		}
	},
	rowsOf(
		'machine tokens',
		machineTokens,
		machineTokens.digest,
		machineTokens.insertedAt,
		(settings) => days(settings.keepDays.machineTokens)
	),
	rowsOf(
		'runs of the sample client',
		sampleRuns,
		sampleRuns.id,
		sampleRuns.startedAt,
		() => LIFETIMES.sampleRun
	),
	rowsOf('codes for owners', signInCodes, signInCodes.id, signInCodes.createdAt, signInDays),
	// As long for an owner's address as for any other: how many count must not tell which it is.
	rowsOf('wrong codes of owners', signInFailures, signInFailures.id, signInFailures.at, signInDays),
	// Over long before.
	rowsOf(
		'sign-ins of owners',
		ownerSessions,
		ownerSessions.id,
		ownerSessions.seenAt,
		() => OWNER_SESSION.longest
	),
	rowsOf('mails', mails, mails.id, mails.queuedAt, ({ keepDays }) => days(keepDays.mails)),
	rowsOf(
		'deliveries',
		webhookAttempts,
		webhookAttempts.id,
		webhookAttempts.machineAt,
		({ keepDays }) => days(keepDays.deliveries)
	),
	{
		name: 'events of webhooks',
		keep: ({ keepDays }) => days(keepDays.deliveries),
		// They are numbered as they come: one before all whose deliveries are kept is as old as those that went.
		find: async (db, _before, most) => {
			const rows = await db
				.select({ id: webhookEvents.id })
				.from(webhookEvents)
				.where(and(ne(webhookEvents.state, 'waiting'), isBeforeDeliveries(db)))
				.orderBy(asc(webhookEvents.id))
				.limit(most);
			return rows.map(({ id }) => id);
		},
		async remove(db, ids) {
			const gone = await db
				.delete(webhookEvents)
				.where(
					and(
						inArray(webhookEvents.id, ids.map(Number)),
						ne(webhookEvents.state, 'waiting'),
						isBeforeDeliveries(db)
					)
				)
				.returning({ id: webhookEvents.id });
			return gone.length;
		}
	},
	{
		name: 'calls of months past',
		keep: ({ keepDays }) => days(keepDays.calls),
		find: async (db, before, most) => {
			const rows = await db
				.select({ id: CALLS_ID })
				.from(vehicleCalls)
				.where(lt(vehicleCalls.month, monthOf(before)))
				.limit(most);
			return rows.map(({ id }) => id);
		},
		async remove(db, ids, before) {
			const gone = await db
				.delete(vehicleCalls)
				.where(and(inArray(CALLS_ID, ids.map(String)), lt(vehicleCalls.month, monthOf(before))))
				.returning({ id: CALLS_ID });
			return gone.length;
		}
	}
];

function isBeforeDeliveries(db: Db): SQL {
	const first = db.select({ number: min(webhookAttempts.eventNumber) }).from(webhookAttempts);
	return sql`${webhookEvents.id} < (${first})`;
}

function signInDays({ keepDays }: Settings): number | null {
	return days(keepDays.signIns);
}

function days(number: number | null): number | null {
	return number === null ? null : number * DAY;
}

function rowsOf(
	name: string,
	table: SQLiteTable,
	id: SQLiteColumn,
	at: SQLiteColumn,
	keep: Aging['keep']
): Aging {
	return {
		name,
		keep,
		find: (db, before, most) => select(db, table, id, at, { where: lt(at, before), most }),
		async remove(db, ids, before) {
			const gone = await db
				.delete(table)
				.where(and(inArray(id, [...ids]), lt(at, before)))
				.returning({ id });
			return gone.length;
		}
	};
}

async function select(
	db: Db,
	table: SQLiteTable,
	id: SQLiteColumn,
	at: SQLiteColumn,
	{ where, most }: { readonly where: SQL | undefined; readonly most: number }
): Promise<readonly unknown[]> {
	const rows = await db.select({ id }).from(table).where(where).orderBy(asc(at)).limit(most);
	return rows.map((row) => row.id);
}
