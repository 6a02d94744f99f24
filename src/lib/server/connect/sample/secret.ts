import { and, desc, eq, ne } from 'drizzle-orm';
import { hasApplication } from '../../applications/has-application.ts';
import { comparedWith, PROOF_COLUMNS, proofOf } from '../../applications/secret-proof.ts';
import type { Context, Transaction } from '../../context.ts';
import { clientSecrets } from '../../db/client-schema.ts';
import { onlyRow } from '../../db/rows.ts';
import { randomSecret } from '../../digest.ts';

/** What the secret is sealed for. */
const PURPOSE = 'secret of the sample client';

/**
 * The sample client's own secret for an application, the same one for every server on the database.
 *
 * @returns null when the application is gone
 */
export async function sampleSecret(context: Context, clientId: string): Promise<string | null> {
	const known = await context.read((transaction) => findSecret(transaction, clientId));
	// Between the two somebody else may have made one.
	return known ?? context.write((transaction) => findOrMake(transaction, clientId));
}

async function findOrMake(transaction: Transaction, clientId: string): Promise<string | null> {
	if (!(await hasApplication(transaction, clientId))) return null;
	const known = await findSecret(transaction, clientId);
	if (known !== null) return known;
	const { db, key, machineNow } = transaction;
	const secret = randomSecret();
	const rows = await db
		.insert(clientSecrets)
		.values({
			clientId,
			isSample: true,
			...proofOf(key, secret),
			sealed: key.seal(secret, PURPOSE),
			tail: secret.slice(-4),
			createdAt: machineNow
		})
		.returning({ id: clientSecrets.id });
	// What cannot be read back any more is of no use to anybody.
	await db
		.delete(clientSecrets)
		.where(and(ofSample(clientId), ne(clientSecrets.id, onlyRow(rows).id)));
	return secret;
}

async function findSecret({ db, key }: Transaction, clientId: string): Promise<string | null> {
	const [row] = await db
		.select({ ...PROOF_COLUMNS, sealed: clientSecrets.sealed })
		.from(clientSecrets)
		.where(ofSample(clientId))
		.orderBy(desc(clientSecrets.id))
		.limit(1);
	const secret = row?.sealed ? key.open(row.sealed, PURPOSE) : null;
	// It is the one of the digest beside it, or none.
	return row && secret !== null && comparedWith(key, secret)(row) ? secret : null;
}

function ofSample(clientId: string) {
	return and(eq(clientSecrets.clientId, clientId), eq(clientSecrets.isSample, true));
}
