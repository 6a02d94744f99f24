import type { PermissionName } from '#lib/access/permission.ts';
import { formatScope } from '#lib/access/scope.ts';
import { isOver, LIFETIMES } from '#lib/connect/lifetimes.ts';
import type { ConnectStep } from '#lib/connect/session-data.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { vehicleAccounts } from '../db/vehicle-schema.ts';
import { connectSessions } from '../db/session-schema.ts';
import { readEach, readJson, type Readable } from '../db/stored-json.ts';
import { findPage, type FoundPage, type WantedPage } from '../db/keyset.ts';
import { ABANDONED, GOING_ON, passing, type SessionFilter } from './session-ends.ts';

export const SESSIONS_PER_PAGE = 50;

/** One run of Connect as its developer sees it. Times are milliseconds since 1970. */
interface SessionSummary {
	readonly id: string;
	/** The developer's own id of the owner; null where the link named none. */
	readonly user: string | null;
	readonly make: string | null;
	/** Name that the owner signed in with. */
	readonly username: string | null;
	/** What the owner was asked; empty for a new sign-in. */
	readonly scope: string;
	readonly steps: readonly ConnectStep[];
	readonly refused: readonly PermissionName[];
	/** How it ended, or `abandoned` or `going_on` where it has no outcome. */
	readonly end: string;
	readonly startedAt: number;
	readonly endedAt: number | null;
}

export interface SessionPage extends Omit<FoundPage, 'ids'> {
	/** Newest first. */
	readonly sessions: readonly SessionSummary[];
	/** Number of sessions that pass the filter, on all pages. */
	readonly count: number;
	/** Sessions of this page that are left out, since they cannot be read. */
	readonly damaged: number;
}

/**
 * The sessions of an application that pass a filter, 50 on a page.
 *
 * @param wanted.count how many pass the filter, where that is known already
 */
export async function listSessions(
	context: Context,
	clientId: string,
	{ end, user, ...wanted }: SessionFilter & WantedPage & { readonly count?: number | undefined }
): Promise<SessionPage> {
	return context.read(async (transaction) => {
		const { db, now } = transaction;
		const pass = passing(clientId, { end, user }, now);
		const count = wanted.count ?? (await db.$count(connectSessions, pass));
		const { ids, ...found } = await findPage(
			ORDER,
			{ size: SESSIONS_PER_PAGE, count, wanted },
			async ({ where, orderBy, limit, offset }) =>
				db
					.select({ at: connectSessions.startedAt, id: connectSessions.id })
					.from(connectSessions)
					.where(and(pass, where))
					.orderBy(...orderBy)
					.limit(limit)
					.offset(offset)
		);
		const { read, damaged } = await readSummaries(transaction, ids);
		return { ...found, count, sessions: read, damaged };
	});
}

const ORDER = {
	at: connectSessions.startedAt,
	id: connectSessions.id,
	newestFirst: true,
	lastIdFirst: true
};

async function readSummaries(
	{ db, now }: Transaction,
	ids: readonly string[]
): Promise<Readable<SessionSummary>> {
	const rows = await db
		.select({
			id: connectSessions.id,
			user: connectSessions.user,
			make: connectSessions.make,
			username: vehicleAccounts.username,
			request: connectSessions.request,
			steps: connectSessions.steps,
			refused: connectSessions.refused,
			outcome: connectSessions.outcome,
			startedAt: connectSessions.startedAt,
			touchedAt: connectSessions.touchedAt,
			endedAt: connectSessions.endedAt
		})
		.from(connectSessions)
		.leftJoin(vehicleAccounts, eq(vehicleAccounts.id, connectSessions.accountId))
		.where(inArray(connectSessions.id, [...ids]));
	const byId = new Map(rows.map((row) => [row.id, row]));
	const found = ids.flatMap((id) => byId.get(id) ?? []);
	return readEach(found, (row): SessionSummary => {
		const { request, outcome, touchedAt, endedAt, ...session } = row;
		const isLeft = endedAt !== null || isOver(touchedAt, LIFETIMES.session, now);
		return {
			...session,
			steps: readJson(row.steps, row.id),
			refused: readJson(row.refused, row.id),
			// When somebody found it left alone says nothing of how long it took.
			endedAt: outcome === null ? null : endedAt,
			user: session.user || null,
			scope: formatScope(readJson(request, row.id).asked),
			end: outcome ?? (isLeft ? ABANDONED : GOING_ON)
		};
	});
}
