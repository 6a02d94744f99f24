import { and, desc, eq, notInArray } from 'drizzle-orm';
import { hasApplication } from '../../applications/has-application.ts';
import type { Context } from '../../context.ts';
import { clientSecrets } from '../../db/client-schema.ts';
import { digestOf, randomSecret } from '../../digest.ts';

/** Secrets that the sample client made in this process; nothing but their digests leaves it. */
const secrets = new Map<string, string>();

/** Processes on one file that can each have a secret of an application. */
const MAX_SAMPLE_SECRETS = 8;

/** Those that are looked up or made at this moment. */
const coming = new Map<string, Promise<string | null>>();

/**
 * The sample client's own secret for an application, beside those of other processes. Who asks at
 * the same moment gets the same one: each with its own, they would push each other's out.
 *
 * @returns null when the application is gone
 */
export function sampleSecret(context: Context, clientId: string): Promise<string | null> {
	const before = coming.get(clientId);
	if (before) return before;
	const secret = findOrMake(context, clientId).finally(() => coming.delete(clientId));
	coming.set(clientId, secret);
	return secret;
}

async function findOrMake(context: Context, clientId: string): Promise<string | null> {
	const known = secrets.get(clientId);
	if (known !== undefined && (await isStored(context, clientId, known))) return known;
	const secret = randomSecret();
	const isKept = await context.write(async (transaction) => {
		const { db } = transaction;
		if (!(await hasApplication(transaction, clientId))) return false;
		await db.insert(clientSecrets).values({
			clientId,
			isSample: true,
			digest: digestOf(secret),
			tail: secret.slice(-4),
			createdAt: transaction.machineNow
		});
		const ours = and(eq(clientSecrets.clientId, clientId), eq(clientSecrets.isSample, true));
		const newest = db
			.select({ id: clientSecrets.id })
			.from(clientSecrets)
			.where(ours)
			.orderBy(desc(clientSecrets.id))
			.limit(MAX_SAMPLE_SECRETS);
		await db.delete(clientSecrets).where(and(ours, notInArray(clientSecrets.id, newest)));
		return true;
	});
	if (!isKept) return null;
	secrets.set(clientId, secret);
	return secret;
}

/** Another process may have made so many that this one's gave way, or the file was replaced. */
async function isStored(context: Context, clientId: string, secret: string): Promise<boolean> {
	return context.read(async ({ db }) => {
		const rows = await db
			.select({ id: clientSecrets.id })
			.from(clientSecrets)
			.where(and(eq(clientSecrets.clientId, clientId), eq(clientSecrets.digest, digestOf(secret))));
		return rows.length > 0;
	});
}
