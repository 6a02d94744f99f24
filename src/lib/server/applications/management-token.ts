import { eq, sql } from 'drizzle-orm';
import type { Context, Transaction } from '../context.ts';
import { managementTokens } from '../db/client-schema.ts';
import { gone, OK, refuse, type Gone, type Outcome } from '../outcome.ts';
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

type Kept = Pick<typeof managementTokens.$inferSelect, 'sealed' | 'digest'>;

/** The token that was kept; null where another key sealed it, or where it is that of another row. */
export function tokenOf(key: SecretKey, { sealed, digest }: Kept): string | null {
	const token = key.open(sealed, PURPOSE);
	return token !== null && key.digest(token).equals(digest) ? token : null;
}

/** The management token of an application; null where there is none, or none that opens any more. */
export async function findManagementToken(
	context: Context,
	clientId: string
): Promise<ManagementToken | null> {
	const [row] = await context.read(({ db }) =>
		db.select().from(managementTokens).where(eq(managementTokens.clientId, clientId))
	);
	const token = row ? tokenOf(context.key, row) : null;
	if (!row || token === null) return null;
	const { madeAt, formerSealed } = row;
	const former = formerSealed === null ? null : context.key.open(formerSealed, PURPOSE);
	return { token, former, madeAt };
}

/** Makes a management token in place of the one before, which ends at the same moment. */
export async function makeManagementToken(
	context: Context,
	clientId: string
): Promise<{ readonly ok: true; readonly token: string } | Gone> {
	return context.write(async (transaction) => {
		if (!(await hasApplication(transaction, clientId))) return gone('application');
		const token = randomSecret();
		await keep(transaction, clientId, token);
		return { ok: true, token };
	});
}

/**
 * Makes a management token in place of the one that somebody saw. Another one that took its place
 * meanwhile stays, so that a form which is sent twice makes one.
 *
 * @param seenAt when that was made; null where there was none
 */
export async function replaceManagementToken(
	context: Context,
	clientId: string,
	seenAt: number | null
): Promise<{ readonly ok: true } | Gone> {
	return context.write(async (transaction) => {
		const found = await findManagementToken(transaction, clientId);
		if (found && found.madeAt !== seenAt) return OK;
		const made = await makeManagementToken(transaction, clientId);
		return made.ok ? OK : made;
	});
}

async function keep(
	{ db, key, machineNow: madeAt }: Transaction,
	clientId: string,
	token: string
): Promise<void> {
	const kept = { digest: key.digest(token), sealed: key.seal(token, PURPOSE), madeAt };
	await db
		.insert(managementTokens)
		.values({ clientId, ...kept })
		.onConflictDoUpdate({
			target: managementTokens.clientId,
			set: { ...kept, formerSealed: sql`${managementTokens.sealed}` }
		});
}

/** Another application has the token that was wanted. */
export interface TokenRefusal {
	readonly code: 'token-taken';
	readonly field: 'managementToken';
}

/** A token, and whether anybody may have known it before. */
interface Ensured {
	readonly token: string;
	readonly isKnown: boolean;
}

/**
 * The management token of an application, made where there is none that opens.
 *
 * @param wanted takes the place of another one
 */
export async function ensureManagementToken(
	context: Context,
	clientId: string,
	wanted?: string
): Promise<Outcome<Ensured, TokenRefusal>> {
	return context.write(async (transaction) => {
		const found = await findManagementToken(transaction, clientId);
		if (found && (wanted === undefined || wanted === found.token)) {
			return { ok: true, token: found.token, isKnown: true };
		}
		if (wanted === undefined) {
			const made = await makeManagementToken(transaction, clientId);
			return made.ok ? { ...made, isKnown: false } : made;
		}
		if ((await applicationOfManagementToken(transaction, wanted)) !== null) {
			return refuse({ code: 'token-taken', field: 'managementToken' });
		}
		await keep(transaction, clientId, wanted);
		return { ok: true, token: wanted, isKnown: true };
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
