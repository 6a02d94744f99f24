import { isOver, LIFETIMES } from '#lib/connect/lifetimes.ts';
import { eq } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { machineClients } from '../../db/client-schema.ts';
import { machineTokens } from '../../db/connect-schema.ts';
import { keyOf, named, prepared } from '../../db/prepared.ts';
import { digestOf } from '../../digest.ts';

const statements = prepared((db) => ({
	find: named(
		db
			.select({ clientId: machineClients.clientId, issuedAt: machineTokens.issuedAt })
			.from(machineTokens)
			.innerJoin(machineClients, eq(machineClients.id, machineTokens.machineClientId))
			.where(
				eq(
					machineTokens.digest,
					keyOf(db, machineTokens.digest, { by: machineTokens.digest, name: 'digest' })
				)
			),
		'find_machine_token'
	)
}));

/**
 * The application that a machine token was given to, for all that its owners granted; part of a
 * transaction.
 *
 * @returns null for a token that is unknown, revoked or out of time.
 */
export async function findMachineGrant(
	{ db, now }: Transaction,
	token: string
): Promise<{ readonly clientId: string } | null> {
	const [found] = await statements(db).find.execute({ digest: digestOf(token) });
	if (!found || isOver(found.issuedAt, LIFETIMES.machineToken, now)) return null;
	return { clientId: found.clientId };
}
