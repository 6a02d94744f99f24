import { refusedOf, type Approval, type StoredApproval } from '#lib/connect/journey/approval.ts';
import type { ConnectSession, EndedSession } from '#lib/connect/journey/session.ts';
import { rulesOf, type Protocol } from '#lib/connect/protocol.ts';
import { formatChoices } from '#lib/connect/session-tally.ts';
import { and, eq, isNull } from 'drizzle-orm';
import { readSandboxSettings } from '../applications/sandbox-settings.ts';
import type { Transaction } from '../context.ts';
import { authorizations } from '../db/connect-schema.ts';
import { onlyRow } from '../db/rows.ts';
import { readJson } from '../db/stored-json.ts';
import { digestOf, randomToken } from '../digest.ts';
import { recordConsent } from './consents.ts';
import { connectVehicles } from './connect-vehicles.ts';
import { endSession, nameAuthorization } from './sessions.ts';

/** Null where no code was asked for. */
interface Given {
	readonly code: string | null;
}

/**
 * Grants access: ends the session, connects the vehicles, and gives out a code unless none was asked
 * for; part of a transaction.
 *
 * @returns null where the session was at its end already.
 */
export async function approve(
	transaction: Transaction,
	session: ConnectSession & { readonly accountId: string },
	approval: Approval,
	protocol: Protocol
): Promise<Given | null> {
	const { request, clientId, accountId, language } = session;
	const { mode, asked, version } = request;
	const { granted, vehicleIds } = approval;
	const refused = refusedOf(request, granted);
	const choices = formatChoices(asked, refused);
	const end = { outcome: 'granted', refused, choices } as const;
	if (!(await endSession(transaction, session.id, end))) return null;
	await connectVehicles(transaction, session, approval);
	const held = { clientId, accountId, mode, vehicleIds };
	const consent = { ...held, asked, granted, version, language };
	const granting = { ...consent, kind: 'granted', by: 'owner' } as const;
	const consentId = await recordConsent(transaction, granting);
	const code = newCode(session, protocol);
	const authorized = await transaction.db
		.insert(authorizations)
		.values({
			...held,
			scope: granted.join(' '),
			consentId,
			codeDigest: code === null ? null : digestOf(code),
			redirectUri: request.redirectUri,
			redirectUriSent: request.redirectUriSent,
			codeChallenge: request.codeChallenge,
			createdAt: transaction.now,
			insertedAt: transaction.machineNow
		})
		.returning({ id: authorizations.id });
	await nameAuthorization(transaction, session.id, onlyRow(authorized).id);
	return { code };
}

function newCode({ request }: ConnectSession, protocol: Protocol): string | null {
	return request.responseType === 'code' ? randomToken(rulesOf(protocol).tokenForm) : null;
}

/** What a session granted; null where it granted nothing. Part of a transaction. */
export async function findFirstApproval(
	{ db }: Transaction,
	{ authorizationId }: EndedSession
): Promise<(StoredApproval & { readonly id: number }) | null> {
	if (authorizationId === null) return null;
	const [first] = await db
		.select({
			id: authorizations.id,
			scope: authorizations.scope,
			vehicleIds: authorizations.vehicleIds
		})
		.from(authorizations)
		.where(eq(authorizations.id, authorizationId));
	return first ? { ...first, vehicleIds: readJson(first.vehicleIds, String(first.id)) } : null;
}

/**
 * Replaces the code that a session gave out, where it gave one; part of a transaction.
 *
 * @returns null where somebody exchanged it already.
 */
export async function giveCodeAgain(
	transaction: Transaction,
	session: ConnectSession,
	authorizationId: number
): Promise<Given | null> {
	const { protocol } = await readSandboxSettings(transaction, session.clientId);
	const code = newCode(session, protocol);
	if (code === null) return { code };
	const replaced = await transaction.db
		.update(authorizations)
		.set({ codeDigest: digestOf(code) })
		.where(and(eq(authorizations.id, authorizationId), isNull(authorizations.codeUsedAt)))
		.returning({ id: authorizations.id });
	return replaced.length > 0 ? { code } : null;
}
