import type { Context } from '../../context.ts';
import { RATE_LIMITS, secondsToWait } from '../../connect/throttle.ts';
import { findAccessGrant, type AccessGrant } from '../../connect/token/access-token.ts';
import { digestOf } from '../../connect/digest.ts';
import { v2Error } from './answers.ts';

/**
 * What the bearer of a request may reach, or the refusal. A token counts in the header only.
 *
 * Source: RFC 6750 sections 2.1, 2.3 and 3.1.
 */
export async function readBearer(
	context: Context,
	request: Request,
	{ requestId }: { readonly requestId: string }
): Promise<AccessGrant | Response> {
	const unauthorized = (challenge: string) =>
		v2Error(requestId, 'AUTHENTICATION', { headers: { 'www-authenticate': challenge } });
	const header = request.headers.get('authorization');
	if (header === null || !/^bearer( |$)/i.test(header))
		return unauthorized('Bearer realm="Valetkey"');
	const [, token] = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(header) ?? [];
	const grant = token === undefined ? null : await findAccessGrant(context, token);
	if (!grant || token === undefined) {
		return unauthorized('Bearer realm="Valetkey", error="invalid_token"');
	}
	const seconds = secondsToWait(context, 'api', digestOf(token).toString('base64'));
	if (seconds === 0) return grant;
	return v2Error(requestId, 'RATE_LIMIT', {
		code: 'SMARTCAR_API',
		headers: { 'retry-after': String(seconds) },
		detail: [{ field: 'authorization', message: `At most ${RATE_LIMITS.api} requests a minute.` }]
	});
}
