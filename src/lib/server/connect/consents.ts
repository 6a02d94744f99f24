import type { Transaction } from '../context.ts';
import { consents } from '../db/consent-schema.ts';
import { onlyRow } from '../db/rows.ts';

/** What happened, without when. */
type ConsentFacts = Omit<typeof consents.$inferInsert, 'id' | 'at'>;

/**
 * Writes down what changes in what an application may do; part of the transaction that changes it.
 *
 * @returns its id
 */
export async function recordConsent(
	{ db, now }: Transaction,
	facts: ConsentFacts
): Promise<number> {
	const written = await db
		.insert(consents)
		.values({ ...facts, at: now })
		.returning({ id: consents.id });
	return onlyRow(written).id;
}
