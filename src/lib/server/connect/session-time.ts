import { lastScreen } from '#lib/connect/journey/session.ts';
import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { connectSessions } from '../db/session-schema.ts';
import { findSession, readSession, takeStep, type SessionKeys } from './sessions.ts';

/** Milliseconds until a session ends where it is left alone; none where it cannot go on. */
export async function timeLeft(context: Context, keys: SessionKeys): Promise<number> {
	const found = await findSession(context, keys);
	if (found.kind !== 'open') return 0;
	return context.read(async ({ db, now }) => {
		const [row] = await db
			.select({ touchedAt: connectSessions.touchedAt })
			.from(connectSessions)
			.where(eq(connectSessions.id, keys.id));
		return row ? Math.max(0, row.touchedAt + LIFETIMES.session - now) : 0;
	});
}

/**
 * Gives an owner as much time again as a step has, who stays where they are.
 *
 * @returns the milliseconds that there are then
 */
export async function stay(context: Context, keys: SessionKeys): Promise<number> {
	return context.write(async (transaction) => {
		const found = await readSession(transaction, keys);
		if (found.kind !== 'open') return 0;
		await takeStep(transaction, found.session, lastScreen(found.session));
		return LIFETIMES.session;
	});
}
