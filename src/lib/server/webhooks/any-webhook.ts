import type { Context } from '../context.ts';
import { webhooks } from '../db/webhook-schema.ts';

/** Whether there is any webhook at all. */
export async function isAnyWebhook(context: Context): Promise<boolean> {
	const some = await context.read(({ db }) =>
		db.select({ id: webhooks.id }).from(webhooks).limit(1)
	);
	return some.length > 0;
}
