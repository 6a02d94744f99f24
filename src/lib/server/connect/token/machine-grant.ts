import { isOver, LIFETIMES } from '#lib/connect/lifetimes.ts';
import { eq } from 'drizzle-orm';
import type { Transaction } from '../../context.ts';
import { machineClients } from '../../db/client-schema.ts';
import { machineTokens } from '../../db/connect-schema.ts';
import { keyOf, named, prepared } from '../../db/prepared.ts';
import { digestOf, digestText } from '../../digest.ts';
import { keptRead } from '../../kept-read.ts';

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

const findToken = keptRead(digestText, async ({ db }, token) => {
	const [found] = await statements(db).find.execute({ digest: digestOf(token) });
	return found ?? null;
});

/**
 * The application that a machine token was given to, for all that its owners granted; part of a
 * transaction.
 *
 * @returns null for a token that is unknown, revoked or out of time.
 */
export async function findMachineGrant(
	transaction: Transaction,
	token: string
): Promise<{ readonly clientId: string } | null> {
	const found = await findToken(transaction, token);
	if (!found || isOver(found.issuedAt, LIFETIMES.machineToken, transaction.now)) return null;
	return { clientId: found.clientId };
}
