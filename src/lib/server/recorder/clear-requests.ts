import { eq, isNull } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { requests } from '../db/recorder-schema.ts';
import { flushRequests } from './request-log.ts';

/**
 * Forgets the requests of an application, or those of nobody; what was counted of them stays.
 *
 * @returns how many there were
 */
export async function clearRequests(context: Context, clientId: string | null): Promise<number> {
	// What this server has yet to write belongs to before.
	await flushRequests(context);
	return context.write(async ({ db }) => {
		const cleared = await db
			.delete(requests)
			.where(clientId === null ? isNull(requests.clientId) : eq(requests.clientId, clientId))
			.returning({ id: requests.id });
		return cleared.length;
	});
}
