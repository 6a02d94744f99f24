import { isRecent } from '#lib/owners/owner-session.ts';
import { and, eq } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { owners, ownerSessions, signInCodes, signInFailures } from '../db/owner-schema.ts';
import { forgetMails } from '../mail/mails.ts';
import { refuse, type Refused } from '../outcome.ts';
import { ownerIdOf } from './actor.ts';

/**
 * Deletes what is stored of an owner: the address, wherever it stands, the linked accounts and every
 * sign-in. What apps were allowed stays, and who else shares an account keeps it. It asks for a recent
 * sign-in: whoever finds a browser open does not come this far.
 *
 * @param sessionId of the sign-in by which it is asked for
 */
export async function deleteOwnerData(
	context: Context,
	sessionId: string
): Promise<{ readonly ok: true } | Refused<{ readonly code: 'sign-in-old' }>> {
	const id = ownerIdOf(context);
	return context.write(async (transaction) => {
		const { db } = transaction;
		if (!(await isJustSignedIn(transaction, id, sessionId))) return refuse({ code: 'sign-in-old' });
		// Links and sign-ins go with it.
		const deleted = await db
			.delete(owners)
			.where(eq(owners.id, id))
			.returning({ addressKey: owners.addressKey });
		for (const { addressKey } of deleted) {
			await db.delete(signInCodes).where(eq(signInCodes.addressKey, addressKey));
			await db
				.update(signInFailures)
				.set({ addressKey: null })
				.where(eq(signInFailures.addressKey, addressKey));
			await forgetMails(transaction, addressKey);
		}
		return { ok: true };
	});
}

async function isJustSignedIn(
	{ db, machineNow }: Transaction,
	ownerId: string,
	sessionId: string
): Promise<boolean> {
	const [session] = await db
		.select({ createdAt: ownerSessions.createdAt })
		.from(ownerSessions)
		.where(and(eq(ownerSessions.id, sessionId), eq(ownerSessions.ownerId, ownerId)));
	return session !== undefined && isRecent(session, machineNow);
}
