import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { consents } from '../db/consent-schema.ts';
import { onlyRow } from '../db/rows.ts';
import { applications } from '../db/schema.ts';

/** What happened, without when. */
type ConsentFacts = Omit<typeof consents.$inferInsert, 'id' | 'appName' | 'at'>;

/** What is known of it as it happens. */
const asItIs = (facts: ConsentFacts, at: number) => ({
	...facts,
	appName: sql<string>`(select ${applications.name} from ${applications} where ${eq(applications.clientId, facts.clientId)})`,
	at
});

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
		.values(asItIs(facts, now))
		.returning({ id: consents.id });
	return onlyRow(written).id;
}

/** As many as one statement takes, whatever the engine. */
const TOGETHER = 500;

/** Writes down several such changes at once; part of the transaction that makes them. */
export async function recordConsents(
	{ db, now }: Transaction,
	facts: readonly ConsentFacts[]
): Promise<void> {
	for (let from = 0; from < facts.length; from += TOGETHER) {
		const some = facts.slice(from, from + TOGETHER);
		await db.insert(consents).values(some.map((one) => asItIs(one, now)));
	}
}
