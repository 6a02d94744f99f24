import { OAuthError } from '#lib/connect/oauth-error.ts';
import { RATE_LIMITS, secondsToWait, type Asking } from '../../connect/throttle.ts';

/**
 * Refuses a client that asks too often, before any work. It counts per client and address, so that
 * nobody locks a client out from elsewhere by guessing at its secret, and per address in all, for
 * whoever invents clients.
 */
export function throttleTokens(
	context: Asking,
	address: string,
	clientId: string
): OAuthError | null {
	const ofAddress = secondsToWait(context, 'tokenAddress', address);
	const seconds = ofAddress || secondsToWait(context, 'token', `${address} ${clientId}`);
	if (seconds === 0) return null;
	const most = ofAddress ? RATE_LIMITS.tokenAddress : RATE_LIMITS.token;
	return new OAuthError(
		'temporarily_unavailable',
		`More than ${most} token requests in a minute; try again in ${seconds} s.`,
		{ headers: { 'retry-after': String(seconds) } }
	);
}
