import { and, asc, eq } from 'drizzle-orm';
import { gone, OK, refuse, type Outcome } from '../outcome.ts';
import { hasApplication } from './has-application.ts';
import { randomSecret } from '../digest.ts';
import type { Context, Transaction } from '../context.ts';
import { onlyRow } from '../db/rows.ts';
import { clientSecrets } from '../db/client-schema.ts';
import { readMachineClients } from './machine-clients.ts';
import { proofOf } from './secret-proof.ts';

/** Two, so that a second can be deployed before the first is deleted. */
export const MAX_SECRETS = 2;
/** Of each machine client. */
export const MAX_MACHINE_SECRETS = 3;

/** Tells a secret of the sandbox from one of the platform. */
export const SECRET_PREFIX = 'vas_test_';

const TAIL_LENGTH = 4;

/** What is known of a secret once it was handed out. Times are milliseconds since 1970. */
export interface ClientSecret {
	readonly id: number;
	/** Null for a secret of the application itself. */
	readonly machineClientId: string | null;
	/** Last characters, by which a person knows it again. */
	readonly tail: string;
	readonly createdAt: number;
	readonly lastUsedAt: number | null;
}

export interface SecretRefusal {
	/** Of the application itself, or of its machine client. */
	readonly code: 'too-many-secrets' | 'too-many-machine-secrets';
	readonly data: { readonly limit: number };
}

/** Secrets of an application and of its machine clients, the oldest first. */
export async function listSecrets(
	context: Context,
	clientId: string
): Promise<readonly ClientSecret[]> {
	return context.read(async (transaction) => readSecrets(transaction, clientId));
}

async function readSecrets(
	{ db }: Transaction,
	clientId: string
): Promise<readonly ClientSecret[]> {
	return db
		.select({
			id: clientSecrets.id,
			machineClientId: clientSecrets.machineClientId,
			tail: clientSecrets.tail,
			createdAt: clientSecrets.createdAt,
			lastUsedAt: clientSecrets.lastUsedAt
		})
		.from(clientSecrets)
		.where(and(eq(clientSecrets.clientId, clientId), eq(clientSecrets.isSample, false)))
		.orderBy(asc(clientSecrets.createdAt), asc(clientSecrets.id));
}

/**
 * Makes a secret of an application, or of one of its machine clients. The answer holds it; the
 * database keeps only its digest.
 */
export async function createSecret(
	context: Context,
	clientId: string,
	machineClientId: string | null
): Promise<Outcome<{ id: number; secret: string }, SecretRefusal>> {
	const secret = SECRET_PREFIX + randomSecret();
	return context.write(async (transaction) => {
		if (!(await hasApplication(transaction, clientId))) return gone('application');
		const machines = await readMachineClients(transaction, clientId);
		if (machineClientId !== null && !machines.some(({ id }) => id === machineClientId)) {
			return gone('machine-client');
		}
		const existing = (await readSecrets(transaction, clientId)).filter(
			(known) => known.machineClientId === machineClientId
		);
		const [code, limit] =
			machineClientId === null
				? (['too-many-secrets', MAX_SECRETS] as const)
				: (['too-many-machine-secrets', MAX_MACHINE_SECRETS] as const);
		if (existing.length >= limit) return refuse({ code, data: { limit } });
		const id = await insertSecret(transaction, { clientId, machineClientId, secret });
		return { ok: true, id, secret };
	});
}

/** Stores the digest of a secret; part of a transaction. @returns the number of its row */
export async function insertSecret(
	{ db, machineNow, key }: Transaction,
	{
		secret,
		...holder
	}: {
		readonly clientId: string;
		readonly machineClientId: string | null;
		readonly secret: string;
	}
): Promise<number> {
	const rows = await db
		.insert(clientSecrets)
		.values({
			...holder,
			isSample: false,
			...proofOf(key, secret),
			tail: tailOf(secret),
			createdAt: machineNow
		})
		.returning({ id: clientSecrets.id });
	return onlyRow(rows).id;
}

/** At most a quarter of a secret, which is short where a person chose it. */
function tailOf(secret: string): string {
	const length = Math.min(TAIL_LENGTH, Math.floor(secret.length / 4));
	return secret.slice(secret.length - length);
}

/** Deletes a secret; what still uses it is refused from then on. */
export async function deleteSecret(
	context: Context,
	clientId: string,
	id: number
): Promise<Outcome> {
	return context.write(async (transaction) => {
		const deleted = await transaction.db
			.delete(clientSecrets)
			.where(
				and(
					eq(clientSecrets.clientId, clientId),
					eq(clientSecrets.id, id),
					eq(clientSecrets.isSample, false)
				)
			)
			.returning({ id: clientSecrets.id });
		return deleted.length > 0 ? OK : gone('secret');
	});
}
