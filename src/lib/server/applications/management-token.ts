import { eq, sql } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { managementTokens } from '../db/client-schema.ts';
import { gone, type Gone } from '../outcome.ts';
import type { SecretKey } from '../secret-key.ts';
import { hasApplication } from './has-application.ts';
import { randomSecret } from '../digest.ts';

/** What the token is sealed for. */
const PURPOSE = 'application management token';

export interface ManagementToken {
	readonly token: string;
	/** The one before it, which signs no more; null for none. */
	readonly former: string | null;
	/** Milliseconds since 1970, by the machine. */
	readonly madeAt: number;
}

/** The token that was kept; null where another key sealed it. */
export function tokenOf(key: SecretKey, sealed: string): string | null {
	return key.open(sealed, PURPOSE);
}

/** The management token of an application; null where there is none, or none that opens any more. */
export async function findManagementToken(
	context: Context,
	clientId: string
): Promise<ManagementToken | null> {
	const [row] = await context.read(({ db }) =>
		db.select().from(managementTokens).where(eq(managementTokens.clientId, clientId))
	);
	const token = row ? tokenOf(context.key, row.sealed) : null;
	if (!row || token === null) return null;
	const { madeAt, formerSealed } = row;
	const former = formerSealed === null ? null : tokenOf(context.key, formerSealed);
	return { token, former, madeAt };
}

/** Makes a management token in place of the one before, which ends at the same moment. */
export async function makeManagementToken(
	context: Context,
	clientId: string
): Promise<{ readonly ok: true; readonly token: string } | Gone> {
	return context.write(async (transaction) => {
		if (!(await hasApplication(transaction, clientId))) return gone('application');
		const { db, key, machineNow: madeAt } = transaction;
		const token = randomSecret();
		const kept = { digest: key.digest(token), sealed: key.seal(token, PURPOSE), madeAt };
		await db
			.insert(managementTokens)
			.values({ clientId, ...kept })
			.onConflictDoUpdate({
				target: managementTokens.clientId,
				set: { ...kept, formerSealed: sql`${managementTokens.sealed}` }
			});
		return { ok: true, token };
	});
}

/** The management token of an application, made where there is none that opens. */
export async function ensureManagementToken(
	context: Context,
	clientId: string
): Promise<{ readonly ok: true; readonly token: string } | Gone> {
	return context.write(async (transaction) => {
		const found = await findManagementToken(transaction, clientId);
		return found ? { ok: true, token: found.token } : makeManagementToken(transaction, clientId);
	});
}

/** The application that a management token belongs to; part of a transaction. */
export async function applicationOfManagementToken(
	{ db, key }: Transaction,
	token: string
): Promise<string | null> {
	const [row] = await db
		.select({ clientId: managementTokens.clientId })
		.from(managementTokens)
		.where(eq(managementTokens.digest, key.digest(token)));
	return row?.clientId ?? null;
}
