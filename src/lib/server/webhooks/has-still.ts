import { and, eq } from 'drizzle-orm';
import { tokenOf } from '../applications/management-token.ts';
import type { Transaction } from '../context.ts';
import { managementTokens } from '../db/client-schema.ts';
import { webhookEvents, webhooks } from '../db/webhook-schema.ts';
import { SENT_BY, type TakenEvent } from './take.ts';

/**
 * Whether an event that was taken is still to be sent as it was taken: it may have been dropped
 * meanwhile, or removed, its webhook been given another address or switched off, its key been replaced.
 */
export async function hasStill(
	{ db, key }: Transaction,
	{ id, leasedUntil, type, uri, token, signsVerify }: TakenEvent
): Promise<boolean> {
	const [found] = await db
		.select({ ...SENT_BY, verifiedAt: webhooks.verifiedAt })
		.from(webhookEvents)
		.innerJoin(webhooks, eq(webhooks.id, webhookEvents.webhookId))
		.leftJoin(managementTokens, eq(managementTokens.clientId, webhooks.clientId))
		.where(and(eq(webhookEvents.id, id), eq(webhookEvents.leasedUntil, leasedUntil)));
	if (!found || found.verifiedAt === null || found.disabledAt !== null) return false;
	const now = found.kept === null ? null : tokenOf(key, found.kept);
	return uriOf(found, type) === uri && now === token && found.signsVerify === signsVerify;
}

/** Where an event goes: errors may have an address of their own. */
function uriOf(
	{ callbackUri, errorUri }: { readonly callbackUri: string; readonly errorUri: string | null },
	type: TakenEvent['type']
): string {
	return (type === 'VEHICLE_ERROR' && errorUri) || callbackUri;
}
