import { findAccessGrant, type AccessGrant } from '../../connect/token/access-token.ts';
import { RATE_LIMITS, secondsToWait } from '../../connect/throttle.ts';
import type { Call } from '../call.ts';
import { Refused } from '../endpoint.ts';
import { v2Refusal } from './answers.ts';

/** Who brings a token, and what it may reach. */
export type Bearer = AccessGrant;

/**
 * What the bearer of a request may reach, or the refusal. A token counts in the header only.
 *
 * Source: RFC 6750 sections 2.1, 2.3 and 3.1.
 */
export async function readBearer({
	context,
	envelope,
	request
}: Pick<Call, 'context' | 'envelope' | 'request'>): Promise<Bearer | Refused> {
	const unauthorized = (challenge: string) => {
		const headers = { 'www-authenticate': challenge };
		return new Refused(v2Refusal(envelope.id, 'AUTHENTICATION', { headers }));
	};
	const header = request.headers.get('authorization');
	if (header === null || !/^bearer( |$)/i.test(header))
		return unauthorized('Bearer realm="Valetkey"');
	const [, token] = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(header) ?? [];
	const grant = token === undefined ? null : await findAccessGrant(context, token);
	return grant ?? unauthorized('Bearer realm="Valetkey", error="invalid_token"');
}

/** Refuses a token that asks too often. */
export function limitBearer(
	{ context, envelope }: Pick<Call, 'context' | 'envelope'>,
	{ tokenDigest }: Bearer
): Refused | null {
	const seconds = secondsToWait(context, 'api', tokenDigest);
	if (seconds === 0) return null;
	return new Refused(
		v2Refusal(envelope.id, 'RATE_LIMIT:SMARTCAR_API', {
			headers: { 'retry-after': String(seconds) },
			detail: [{ field: 'authorization', message: `At most ${RATE_LIMITS.api} requests a minute.` }]
		})
	);
}
