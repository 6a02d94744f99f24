import type { PermissionName } from '#lib/access/permission.ts';
import { formatScope } from '#lib/access/scope.ts';
import { isOver, LIFETIMES } from '#lib/connect/lifetimes.ts';
import type { ConnectStep } from '#lib/connect/session-data.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { vehicleAccounts } from '../db/connect-schema.ts';
import { connectSessions } from '../db/session-schema.ts';
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
		return { ...found, count, sessions: await readSummaries(transaction, ids) };
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
): Promise<readonly SessionSummary[]> {
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
	return ids.flatMap((id) => {
		const row = byId.get(id);
		if (!row) return [];
		const { request, outcome, touchedAt, endedAt, ...session } = row;
		const isLeft = endedAt !== null || isOver(touchedAt, LIFETIMES.session, now);
		return {
			...session,
			// When somebody found it left alone says nothing of how long it took.
			endedAt: outcome === null ? null : endedAt,
			user: session.user || null,
			scope: formatScope(request.asked),
			end: outcome ?? (isLeft ? ABANDONED : GOING_ON)
		};
	});
}
