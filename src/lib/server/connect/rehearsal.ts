import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { authorizations, machineTokens } from '../db/connect-schema.ts';
import { rehearsal } from '../db/schema.ts';
import { connectSessions } from '../db/session-schema.ts';
import { refuse, type Refused } from '../outcome.ts';
import { moveBack } from './move-back.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Authorizations that one write ends, so that others do not wait for long. */
export const ENDED_AT_A_TIME = 500;

/** Milliseconds that the rehearsal may be ahead of the machine: ten years, more than any token lives. */
export const MOST_AHEAD = 3652 * DAY;

/** What the clock of the rehearsal shows. In milliseconds. */
export interface RehearsalClock {
	readonly now: number;
	/** How far it is ahead of the machine's; below 0 it is behind. */
	readonly offsetMs: number;
	/** Whether it stands still. */
	readonly frozen: boolean;
}

interface TooFar {
	readonly code: 'too-far';
	readonly data: { readonly most: number };
}

export function readClock(context: Context): Promise<RehearsalClock> {
	return context.read((transaction) => Promise.resolve(clockOf(transaction)));
}

/**
 * Moves the rehearsal's time on, for every server on this database: its next request sees it. One that
 * stands still does so at the later time.
 *
 * @param by milliseconds, above 0: a clock that went back would give life to what is over
 */
export function advanceClock(
	context: Context,
	by: number
): Promise<{ readonly ok: true; readonly clock: RehearsalClock } | Refused<TooFar>> {
	return context.write(async (transaction) => {
		const { now, machineNow, frozen } = transaction;
		const to = now + by;
		if (to - machineNow > MOST_AHEAD) {
			return refuse({ code: 'too-far', data: { most: MOST_AHEAD } });
		}
		return { ok: true, clock: await setClock(transaction, to, frozen) };
	});
}

/** Lets the rehearsal's time stand still. It goes on from there, behind the machine's if need be. */
export function freezeClock(context: Context, frozen: boolean): Promise<RehearsalClock> {
	return context.write(async (transaction) => {
		if (frozen === transaction.frozen) return clockOf(transaction);
		return setClock(transaction, transaction.now, frozen);
	});
}

async function setClock(
	{ db, machineNow }: Transaction,
	now: number,
	frozen: boolean
): Promise<RehearsalClock> {
	const offsetMs = now - machineNow;
	const set = { offsetMs, movedAt: machineNow, frozenAt: frozen ? now : null };
	await db
		.insert(rehearsal)
		.values({ id: 1, ...set })
		.onConflictDoUpdate({ target: rehearsal.id, set });
	return { now, offsetMs, frozen };
}

/**
 * Ends every authorization there is, some at a time, so that {@link resetClock} finds few that are open.
 * Who is stopped half-way has ended some of what was to end anyway, and the clock is as it was.
 */
export async function endAuthorizations(context: Context): Promise<void> {
	for (let after = 0; ;) {
		const last = await endSome(context, after);
		if (last === null) return;
		// Requests come in between.
		await new Promise((resolve) => setImmediate(resolve));
		after = last;
	}
}

/** @returns the last of those that were looked at; null where there are no more */
function endSome(context: Context, after: number): Promise<number | null> {
	return context.write(async ({ db, now }) => {
		const { id, revokedAt } = authorizations;
		const some = await db
			.select({ id })
			.from(authorizations)
			.where(gt(id, after))
			.orderBy(asc(id))
			.limit(ENDED_AT_A_TIME);
		const last = some.at(-1)?.id;
		if (last === undefined) return null;
		const ofThese = and(gt(id, after), lte(id, last));
		await db
			.update(authorizations)
			.set({ revokedAt: now })
			.where(and(ofThese, isNull(revokedAt)));
		return last;
	});
}

/**
 * Goes back to the machine's time. All that was begun by the other ends first: a session, code or
 * token that was over would live again. Connections and sessions stay, each so much
 * earlier as the clock goes back.
 */
export function resetClock(context: Context): Promise<RehearsalClock> {
	return context.write(async (transaction) => {
		const { db, now, machineNow } = transaction;
		await db
			.update(connectSessions)
			.set({ endedAt: now })
			.where(and(isNull(connectSessions.outcome), isNull(connectSessions.endedAt)));
		await db.update(authorizations).set({ revokedAt: now }).where(isNull(authorizations.revokedAt));
		await db.delete(machineTokens);
		if (now > machineNow) await moveBack(transaction, now - machineNow);
		await db.delete(rehearsal).where(eq(rehearsal.id, 1));
		return { now: machineNow, offsetMs: 0, frozen: false };
	});
}

/** The same inside a transaction. */
export function clockOf({ now, machineNow, frozen }: Transaction): RehearsalClock {
	return { now, offsetMs: now - machineNow, frozen };
}
