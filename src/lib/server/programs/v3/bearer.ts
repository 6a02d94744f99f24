import { UUID } from '#lib/access/client-id.ts';
import { RATE_LIMITS, secondsToWait } from '../../connect/throttle.ts';
import { readAccessGrant, type AccessGrant } from '../../connect/token/access-token.ts';
import { findMachineGrant } from '../../connect/token/machine-grant.ts';
import type { Transaction } from '../../context.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { v3Refusal } from './answers.ts';

/** Who brings a token. */
export interface Bearer {
	readonly clientId: string;
	/** What it reaches, where it is bound to a user; null for a whole application. */
	readonly grant: AccessGrant | null;
	/** By what its requests are counted: a whole application has one allowance. */
	readonly countedAs: string;
}

/** @returns null for a token that counts for nothing; part of a transaction. */
export async function findBearer(transaction: Transaction, token: string): Promise<Bearer | null> {
	// Tokens of users may have the form of machine tokens, but none of a machine is a UUID.
	const machine = UUID.test(token) ? null : await findMachineGrant(transaction, token);
	const grant = machine ? null : await readAccessGrant(transaction, token);
	const found = machine ?? grant;
	if (!found) return null;
	const { clientId } = found;
	return {
		clientId,
		grant,
		countedAs: grant?.tokenDigest ?? clientId
	};
}

/** Refuses who asks too often. */
export function limitBearer(
	{ context, envelope }: Pick<Call, 'context' | 'envelope'>,
	{ countedAs }: Bearer
): Refused | null {
	const seconds = secondsToWait(context, 'api', countedAs);
	if (seconds === 0) return null;
	return new Refused(
		v3Refusal(envelope.id, 'RATE_LIMIT:SMARTCAR_API', {
			detail: `At most ${RATE_LIMITS.api} requests a minute; try again in ${seconds} s.`,
			headers: { 'retry-after': String(seconds) }
		})
	);
}
