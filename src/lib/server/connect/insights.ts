import { PERMISSION_NAMES, type PermissionName } from '#lib/access/permission.ts';
import { formatScope } from '#lib/access/scope.ts';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { clock } from '../clock.ts';
import { connectSessions, owners } from '../db/connect-schema.ts';
import { read } from '../db/connection.ts';
import type { Db } from '../db/open.ts';
import { isOver, LIFETIMES } from './lifetimes.ts';
import type { ConnectStep, Screen } from './session-data.ts';

export const SESSIONS_PER_PAGE = 50;

/** Outcomes after which the application has access. */
const GRANTED = 'granted';
const SIGNED_IN_AGAIN = 'signed_in_again';

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

export interface SessionFilter {
	readonly end?: string | undefined;
	/** Null for the sessions without one. */
	readonly user?: string | null | undefined;
}

export interface SessionPage {
	/** Newest first. */
	readonly sessions: readonly SessionSummary[];
	/** The page that is given, which is the last one when a later one was asked for. */
	readonly page: number;
	readonly pages: number;
	/** Number of sessions that pass the filter, on all pages. */
	readonly count: number;
}

/** Screens on the way to the end; `unsupported` leads away from it. */
const FUNNEL = ['preamble', 'brand', 'login', 'grant', 'finish'] as const satisfies Screen[];

type FunnelScreen = (typeof FUNNEL)[number];

export interface SessionInsights {
	readonly total: number;
	/** Sessions that reached each screen, or a later one; `finish` is the end with access. */
	readonly funnel: readonly { readonly screen: FunnelScreen; readonly reached: number }[];
	/** Sessions that were told that the brand is not supported. */
	readonly unsupported: number;
	/** Ends with the number of sessions, most first. */
	readonly ends: readonly { readonly end: string; readonly count: number }[];
	/** Optional permissions of the sessions that were granted, most refused first. */
	readonly refusals: readonly RefusalCount[];
}

interface RefusalCount {
	readonly name: PermissionName;
	/** Granted sessions that asked for it as optional. */
	readonly asked: number;
	readonly refused: number;
}

/** The sessions of an application that pass a filter, 50 on a page. */
export async function listSessions(
	clientId: string,
	{ page, ...filter }: SessionFilter & { readonly page: number }
): Promise<SessionPage> {
	return read((db) => {
		const passing = selectEnds(db, clientId).filter(
			({ end, user }) =>
				(filter.end === undefined || filter.end === end) &&
				(filter.user === undefined || filter.user === user)
		);
		const pages = Math.max(1, Math.ceil(passing.length / SESSIONS_PER_PAGE));
		const shown = Math.min(Math.max(1, page), pages);
		const first = (shown - 1) * SESSIONS_PER_PAGE;
		const ends = new Map(
			passing.slice(first, first + SESSIONS_PER_PAGE).map(({ id, end }) => [id, end])
		);
		return { sessions: readSummaries(db, ends), page: shown, pages, count: passing.length };
	});
}

/** What all sessions of an application say together. */
export async function sessionInsights(clientId: string): Promise<SessionInsights> {
	return read((db) => {
		const ends = selectEnds(db, clientId);
		const counts = new Map<string, number>();
		for (const { end } of ends) counts.set(end, (counts.get(end) ?? 0) + 1);
		return {
			total: ends.length,
			...countScreens(db, clientId),
			ends: [...counts]
				.map(([end, count]) => ({ end, count }))
				.sort((a, b) => b.count - a.count || (a.end < b.end ? -1 : 1)),
			refusals: countRefusals(db, clientId)
		};
	});
}

/** Every session with how it stands, newest first. */
function selectEnds(db: Db, clientId: string) {
	const now = clock.now();
	return db
		.select({
			id: connectSessions.id,
			user: connectSessions.user,
			outcome: connectSessions.outcome,
			touchedAt: connectSessions.touchedAt,
			endedAt: connectSessions.endedAt
		})
		.from(connectSessions)
		.where(eq(connectSessions.clientId, clientId))
		.orderBy(desc(connectSessions.startedAt), desc(connectSessions.id))
		.all()
		.map(({ id, user, outcome, touchedAt, endedAt }) => {
			const isLeft = endedAt !== null || isOver(touchedAt, LIFETIMES.session, now);
			return { id, user: user || null, end: outcome ?? (isLeft ? 'abandoned' : 'going_on') };
		});
}

function readSummaries(db: Db, ends: ReadonlyMap<string, string>): readonly SessionSummary[] {
	return db
		.select({
			id: connectSessions.id,
			user: connectSessions.user,
			make: connectSessions.make,
			username: owners.username,
			request: connectSessions.request,
			steps: connectSessions.steps,
			refused: connectSessions.refused,
			outcome: connectSessions.outcome,
			startedAt: connectSessions.startedAt,
			endedAt: connectSessions.endedAt
		})
		.from(connectSessions)
		.leftJoin(owners, eq(owners.id, connectSessions.ownerId))
		.where(inArray(connectSessions.id, [...ends.keys()]))
		.orderBy(desc(connectSessions.startedAt), desc(connectSessions.id))
		.all()
		.map(({ request, outcome, ...session }) => ({
			...session,
			// When somebody found it left alone says nothing of how long it took.
			endedAt: outcome === null ? null : session.endedAt,
			user: session.user || null,
			scope: formatScope(request.asked),
			end: ends.get(session.id) ?? ''
		}));
}

function countScreens(db: Db, clientId: string): Pick<SessionInsights, 'funnel' | 'unsupported'> {
	const stoppedAt = FUNNEL.map(() => 0);
	let unsupported = 0;
	const sessions = db
		.select({ steps: connectSessions.steps, outcome: connectSessions.outcome })
		.from(connectSessions)
		.where(eq(connectSessions.clientId, clientId))
		.all();
	for (const { steps, outcome } of sessions) {
		if (steps.some(({ screen }) => screen === 'unsupported')) unsupported += 1;
		const furthest = furthestOf(steps, outcome);
		stoppedAt[furthest] = (stoppedAt[furthest] ?? 0) + 1;
	}
	// Whoever came further has passed all that lies before, whether it was shown or skipped.
	const funnel = FUNNEL.map((screen, index) => ({
		screen,
		reached: stoppedAt.slice(index).reduce((sum, count) => sum + count, 0)
	}));
	return { funnel, unsupported };
}

/** Index in {@link FUNNEL} of the furthest screen; -1 for none. */
function furthestOf(steps: readonly ConnectStep[], outcome: string | null): number {
	if (outcome === GRANTED || outcome === SIGNED_IN_AGAIN) return FUNNEL.indexOf('finish');
	// An owner who refused also sees a last page where there is nowhere to go back to.
	const passed = steps.map(({ screen }) =>
		screen === 'finish' ? -1 : FUNNEL.indexOf(screen === 'unsupported' ? 'brand' : screen)
	);
	return Math.max(-1, ...passed);
}

function countRefusals(db: Db, clientId: string): readonly RefusalCount[] {
	const asked = new Map<PermissionName, number>();
	const refused = new Map<PermissionName, number>();
	const granted = db
		.select({ request: connectSessions.request, refused: connectSessions.refused })
		.from(connectSessions)
		.where(and(eq(connectSessions.clientId, clientId), eq(connectSessions.outcome, GRANTED)))
		.all();
	for (const session of granted) {
		for (const { name, required } of session.request.asked) {
			if (required) continue;
			asked.set(name, (asked.get(name) ?? 0) + 1);
			if (session.refused.includes(name)) refused.set(name, (refused.get(name) ?? 0) + 1);
		}
	}
	return PERMISSION_NAMES.map((name) => ({
		name,
		asked: asked.get(name) ?? 0,
		refused: refused.get(name) ?? 0
	}))
		.filter((count) => count.asked > 0)
		.sort((a, b) => b.refused - a.refused || b.asked - a.asked);
}
