import type { PermissionName } from '#lib/access/permission.ts';
import { scopesToForget } from '#lib/connect/journey/approval.ts';
import { and, inArray } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { approvedScopes, connections } from '../db/connect-schema.ts';
import { heldBy, type Holder } from './holder.ts';

/** Forgets what was agreed to as a whole with permissions that an owner does not give; part of a transaction. */
export async function forgetApprovals(
	{ db }: Transaction,
	connectionIds: readonly string[],
	refused: readonly PermissionName[]
): Promise<void> {
	const ours = inArray(approvedScopes.connectionId, [...connectionIds]);
	const rows = await db
		.selectDistinct({ scope: approvedScopes.scope })
		.from(approvedScopes)
		.where(ours);
	const forgotten = scopesToForget(
		rows.map(({ scope }) => scope),
		refused
	);
	if (forgotten.length === 0) return;
	await db.delete(approvedScopes).where(and(ours, inArray(approvedScopes.scope, [...forgotten])));
}

/**
 * Forgets all that was agreed to as a whole between an application and an account, whose owner is then
 * asked again for every vehicle of it; part of a transaction.
 */
export async function forgetAllApprovals({ db }: Transaction, holder: Holder): Promise<void> {
	const theirs = db.select({ id: connections.id }).from(connections).where(heldBy(holder));
	await db.delete(approvedScopes).where(inArray(approvedScopes.connectionId, theirs));
}
