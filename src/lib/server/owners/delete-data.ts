import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { owners, signInCodes, signInFailures } from '../db/owner-schema.ts';
import { forgetMails } from '../mail/mails.ts';
import { ownerIdOf } from './actor.ts';

/**
 * Deletes what is stored of an owner: the address, wherever it stands, the linked accounts and every
 * sign-in. What apps were allowed stays, and who else shares an account keeps it.
 */
export async function deleteOwnerData(context: Context): Promise<void> {
	const id = ownerIdOf(context);
	await context.write(async ({ db, ...transaction }) => {
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
			await forgetMails({ db, ...transaction }, addressKey);
		}
	});
}
