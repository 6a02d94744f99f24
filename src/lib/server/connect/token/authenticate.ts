import { MACHINE_ID_PREFIX } from '#lib/access/client-id.ts';
import type { Protocol } from '#lib/connect/protocol.ts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { readRenamed } from '../../applications/client-ids.ts';
import { comparedWith, PROOF_COLUMNS, type SecretProof } from '../../applications/secret-proof.ts';
import type { Transaction } from '../../context.ts';
import { clientSecrets, machineClients, sandboxSettings } from '../../db/client-schema.ts';
import { keyOf, named, prepared } from '../../db/prepared.ts';
import { applications } from '../../db/schema.ts';
import { digestOf, randomSecret } from '../../digest.ts';
import { refuse, type Refused } from '../../outcome.ts';

/** Milliseconds after which the date of a secret's last use is written anew. */
const LAST_USE_PRECISION = 60_000;

/** Compared with when there is no such client, so that it takes as long as a wrong secret. */
const NOBODY: SecretProof = { digest: digestOf(randomSecret()), keyId: null };

const statements = prepared((db) => {
	const secret = {
		id: clientSecrets.id,
		...PROOF_COLUMNS,
		lastUsedAt: clientSecrets.lastUsedAt
	};
	const application = { by: applications.clientId, name: 'id' };
	const machine = { by: machineClients.id, name: 'id' };
	return {
		ofApplication: named(
			db
				.select({ ...secret, protocol: sandboxSettings.protocol })
				.from(clientSecrets)
				.leftJoin(sandboxSettings, eq(sandboxSettings.clientId, clientSecrets.clientId))
				.where(
					and(
						eq(clientSecrets.clientId, keyOf(db, applications.clientId, application)),
						isNull(clientSecrets.machineClientId)
					)
				),
			'find_application_secrets'
		),
		ofMachine: named(
			db
				.select({ ...secret, clientId: machineClients.clientId })
				.from(clientSecrets)
				.innerJoin(machineClients, eq(machineClients.id, clientSecrets.machineClientId))
				.where(eq(clientSecrets.machineClientId, keyOf(db, machineClients.id, machine))),
			'find_machine_secrets'
		),
		use: named(
			db
				.update(clientSecrets)
				.set({ lastUsedAt: sql`${sql.placeholder('now')}` })
				.where(eq(clientSecrets.id, sql.placeholder('id'))),
			'note_use_of_secret'
		)
	};
});

/** What a client says of itself. */
export interface ClientCredentials {
	readonly id: string;
	readonly secret: string;
}

/** Credentials that fit no secret. What was probably meant is told, and never which half is wrong. */
export type UnknownClient = Refused<{
	readonly code: 'unknown-client' | 'machine-id' | 'application-id' | 'former-id';
	readonly data: { readonly id: string };
}>;

export interface AuthenticatedApplication {
	readonly ok: true;
	readonly clientId: string;
	readonly protocol: Protocol;
}

/** Holds credentials against the secrets of an application; part of a transaction. */
export async function authenticateApplication(
	transaction: Transaction,
	credentials: ClientCredentials
): Promise<AuthenticatedApplication | UnknownClient> {
	const rows = await statements(transaction.db).ofApplication.execute({ id: credentials.id });
	const match = await matching(transaction, rows, credentials.secret);
	if (match) {
		return { ok: true, clientId: credentials.id, protocol: match.protocol ?? 'platform' };
	}
	if (isMachineId(credentials)) return unknownClient('machine-id', credentials);
	// Told without the id that came after it: who asks has not shown a secret that fits.
	return (await readRenamed(transaction, credentials.id))
		? unknownClient('former-id', credentials)
		: unknownClient('unknown-client', credentials);
}

export interface AuthenticatedMachine {
	readonly ok: true;
	readonly machineClientId: string;
	readonly clientId: string;
}

/** Holds credentials against the secrets of a machine client; part of a transaction. */
export async function authenticateMachine(
	transaction: Transaction,
	credentials: ClientCredentials
): Promise<AuthenticatedMachine | UnknownClient> {
	const rows = await statements(transaction.db).ofMachine.execute({ id: credentials.id });
	const match = await matching(transaction, rows, credentials.secret);
	if (match) return { ok: true, machineClientId: credentials.id, clientId: match.clientId };
	return unknownClient(isMachineId(credentials) ? 'unknown-client' : 'application-id', credentials);
}

function isMachineId({ id }: ClientCredentials): boolean {
	return id.startsWith(MACHINE_ID_PREFIX);
}

function unknownClient(code: UnknownClient['code'], { id }: ClientCredentials): UnknownClient {
	return refuse({ code, data: { id } });
}

interface SecretRow extends SecretProof {
	readonly id: number;
	readonly lastUsedAt: number | null;
}

/** Compares with every secret, so that the time taken does not tell which one it was. */
async function matching<Row extends SecretRow>(
	{ db, machineNow: now, key }: Transaction,
	rows: readonly Row[],
	secret: string
): Promise<Row | null> {
	const isIt = comparedWith(key, secret);
	let match: Row | null = null;
	if (rows.length === 0) isIt(NOBODY);
	for (const row of rows) if (isIt(row)) match = row;
	if (match && Math.abs(now - (match.lastUsedAt ?? 0)) >= LAST_USE_PRECISION) {
		await statements(db).use.execute({ id: match.id, now });
	}
	return match;
}
