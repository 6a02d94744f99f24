import { createApplication } from '#lib/server/applications/applications.ts';
import type { Context } from '#lib/server/context.ts';
import { webhooks } from '#lib/server/db/webhook-schema.ts';

/** A webhook of a new application as it stands in the database, verified unless something else is said. */
export async function storedWebhook(
	context: Context,
	wanted: Partial<typeof webhooks.$inferInsert> = {}
): Promise<typeof webhooks.$inferSelect> {
	return context.write(async (transaction) => {
		const made = wanted.clientId
			? { ok: true as const, clientId: wanted.clientId }
			: await createApplication(transaction, { name: 'Fleet' });
		if (!made.ok) throw new TypeError('No application was made.');
		const { db, now } = transaction;
		const [row] = await db
			.insert(webhooks)
			.values({
				id: crypto.randomUUID(),
				clientId: made.clientId,
				name: 'Home',
				callbackUri: 'http://127.0.0.1:9/hook',
				triggers: [],
				signals: [],
				autoSubscribe: false,
				createdAt: now,
				verifiedAt: now,
				...wanted
			})
			.returning();
		if (!row) throw new TypeError('No webhook was written.');
		return row;
	});
}
