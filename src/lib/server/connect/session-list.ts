import type { PermissionName } from '#lib/access/permission.ts';
import { formatScope } from '#lib/access/scope.ts';
import { endOf, GOING_ON, type Asked, askedBy } from '#lib/connect/funnel.ts';
import { isOver, LIFETIMES } from '#lib/connect/lifetimes.ts';
import type { ConnectStep } from '#lib/connect/session-data.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { authorizations } from '../db/connect-schema.ts';
import { vehicleAccounts } from '../db/vehicle-schema.ts';
import { connectSessions } from '../db/session-schema.ts';
import { readEach, readJson, type Readable } from '../db/stored-json.ts';
import { findPage, type FoundPage, type WantedPage } from '../db/keyset.ts';
import { passing, type SessionFilter } from './session-filter.ts';

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
	readonly asked: Asked;
	/** Null where there was no code to exchange. */
	readonly exchanged: boolean | null;
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
	{
		page,
		key,
		count: known,
		...filter
	}: SessionFilter & WantedPage & { readonly count?: number | undefined }
): Promise<SessionPage> {
	return context.read(async (transaction) => {
		const { db, now } = transaction;
		const pass = passing(clientId, filter, now);
		const count = known ?? (await db.$count(connectSessions, pass));
		const { ids, ...found } = await findPage(
			ORDER,
			{ size: SESSIONS_PER_PAGE, count, wanted: { page, key } },
			async ({ where, orderBy, limit, offset }) =>
				count === 0
					? []
					: db
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
	if (ids.length === 0) return { read: [], damaged: 0 };
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
			version: connectSessions.version,
			responseType: connectSessions.responseType,
			authorizationId: connectSessions.authorizationId,
			codeUsedAt: authorizations.codeUsedAt,
			startedAt: connectSessions.startedAt,
			touchedAt: connectSessions.touchedAt,
			endedAt: connectSessions.endedAt
		})
		.from(connectSessions)
		.leftJoin(vehicleAccounts, eq(vehicleAccounts.id, connectSessions.accountId))
		.leftJoin(authorizations, eq(authorizations.id, connectSessions.authorizationId))
		.where(inArray(connectSessions.id, [...ids]));
	const byId = new Map(rows.map((row) => [row.id, row]));
	const found = ids.flatMap((id) => byId.get(id) ?? []);
	return readEach(found, (row): SessionSummary => {
		const { request, outcome, touchedAt, endedAt, ...session } = row;
		const { version, responseType, authorizationId, codeUsedAt, ...told } = session;
		const gaveCode = authorizationId !== null && responseType === 'code';
		const isLeft = endedAt !== null || isOver(touchedAt, LIFETIMES.session, now);
		return {
			...told,
			steps: readJson(row.steps, row.id),
			refused: readJson(row.refused, row.id),
			// When somebody found it left alone says nothing of how long it took.
			endedAt: outcome === null ? null : endedAt,
			user: told.user || null,
			asked: askedBy({ version, responseType }),
			exchanged: gaveCode ? codeUsedAt !== null : null,
			scope: formatScope(readJson(request, row.id).asked),
			end: outcome === null && !isLeft ? GOING_ON : endOf({ outcome, make: told.make })
		};
	});
}
