import { MACHINE_ID_PREFIX } from '#lib/access/client-id.ts';
import { invalidClient, type OAuthError } from '#lib/connect/oauth-error.ts';
import type { Protocol } from '#lib/connect/protocol.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { readRenamed } from '../../applications/client-ids.ts';
import type { Transaction } from '../../context.ts';
import { clientSecrets, machineClients, sandboxSettings } from '../../db/client-schema.ts';
import { named, prepared } from '../../db/prepared.ts';
import { digestOf, randomSecret, sameDigest } from '../../digest.ts';

/** Milliseconds after which the date of a secret's last use is written anew. */
const LAST_USE_PRECISION = 60_000;

/** Compared with when there is no such client, so that it takes as long as a wrong secret. */
const NOBODY = digestOf(randomSecret());

const statements = prepared((db) => {
	const secret = {
		id: clientSecrets.id,
		digest: clientSecrets.digest,
		lastUsedAt: clientSecrets.lastUsedAt
	};
	const id = sql.placeholder('id');
	return {
		ofApplication: named(
			db
				.select({ ...secret, protocol: sandboxSettings.protocol })
				.from(clientSecrets)
				.leftJoin(sandboxSettings, eq(sandboxSettings.clientId, clientSecrets.clientId))
				.where(and(eq(clientSecrets.clientId, id), isNull(clientSecrets.machineClientId))),
			'find_application_secrets'
		),
		ofMachine: named(
			db
				.select({ ...secret, clientId: machineClients.clientId })
				.from(clientSecrets)
				.innerJoin(machineClients, eq(machineClients.id, clientSecrets.machineClientId))
				.where(eq(clientSecrets.machineClientId, id)),
			'find_machine_secrets'
		),
		use: named(
			db
				.update(clientSecrets)
				.set({ lastUsedAt: sql`${sql.placeholder('now')}` })
				.where(eq(clientSecrets.id, id)),
			'note_use_of_secret'
		)
	};
});

/** What a client says of itself. */
export interface ClientCredentials {
	readonly id: string;
	readonly secret: string;
}

export interface AuthenticatedApplication {
	readonly clientId: string;
	readonly protocol: Protocol;
}

/** Holds credentials against the secrets of an application; part of a transaction. */
export async function authenticateApplication(
	transaction: Transaction,
	credentials: ClientCredentials
): Promise<AuthenticatedApplication | OAuthError> {
	const rows = await statements(transaction.db).ofApplication.execute({ id: credentials.id });
	const match = await matching(transaction, rows, credentials.secret);
	if (match) {
		return { clientId: credentials.id, protocol: match.protocol ?? 'platform' };
	}
	return invalidClient(await hintFor(transaction, credentials.id));
}

async function hintFor(transaction: Transaction, id: string): Promise<string> {
	if (id.startsWith(MACHINE_ID_PREFIX)) {
		return ' The id is that of a machine client; use the client id of the application.';
	}
	// Named without the one that came after it: who asks has not shown a secret that fits.
	return (await readRenamed(transaction, id))
		? ` The client id ${id} was replaced by another; the application's Credentials page shows it.`
		: '';
}

export interface AuthenticatedMachine {
	readonly machineClientId: string;
	readonly clientId: string;
}

/** Holds credentials against the secrets of a machine client; part of a transaction. */
export async function authenticateMachine(
	transaction: Transaction,
	credentials: ClientCredentials
): Promise<AuthenticatedMachine | OAuthError> {
	const rows = await statements(transaction.db).ofMachine.execute({ id: credentials.id });
	const match = await matching(transaction, rows, credentials.secret);
	if (match) return { machineClientId: credentials.id, clientId: match.clientId };
	const hint = credentials.id.startsWith(MACHINE_ID_PREFIX)
		? ''
		: ` A machine token needs the id of a machine client, ${MACHINE_ID_PREFIX}...`;
	return invalidClient(hint);
}

interface SecretRow {
	readonly id: number;
	readonly digest: Buffer;
	readonly lastUsedAt: number | null;
}

/** Compares with every secret, so that the time taken does not tell which one it was. */
async function matching<Row extends SecretRow>(
	{ db, machineNow: now }: Transaction,
	rows: readonly Row[],
	secret: string
): Promise<Row | null> {
	const digest = digestOf(secret);
	let match: Row | null = null;
	if (rows.length === 0) sameDigest(NOBODY, digest);
	for (const row of rows) if (sameDigest(row.digest, digest)) match = row;
	if (match && Math.abs(now - (match.lastUsedAt ?? 0)) >= LAST_USE_PRECISION) {
		await statements(db).use.execute({ id: match.id, now });
	}
	return match;
}
