import { createRateLimit } from '../rate-limit.ts';
import { OAuthError } from './oauth-error.ts';
import type { Throttle } from './token/endpoints.ts';

/**
 * Requests a minute: for tokens in the name of one client from one address, for Connect from one
 * address, for data with one token.
 */
export const RATE_LIMITS = { token: 60, authorize: 30, api: 120 } as const;

const token = createRateLimit(RATE_LIMITS.token);
const authorize = createRateLimit(RATE_LIMITS.authorize);
const api = createRateLimit(RATE_LIMITS.api);

const limits = { token, authorize, api };

/** Seconds that a caller has to wait; 0 when it may go on. */
export function secondsToWait(
	kind: keyof typeof RATE_LIMITS,
	caller: string,
	{ rateLimits }: { readonly rateLimits: boolean }
): number {
	return rateLimits ? limits[kind](caller) : 0;
}

/**
 * The throttle of the token endpoints. It counts per client and address, so that nobody locks a
 * client out from elsewhere by guessing at its secret.
 */
export function tokenThrottle(
	settings: { readonly rateLimits: boolean },
	address: string
): Throttle {
	return (clientId) => {
		const seconds = secondsToWait('token', `${address} ${clientId}`, settings);
		if (seconds === 0) return null;
		return new OAuthError(
			'temporarily_unavailable',
			`More than ${RATE_LIMITS.token} token requests in a minute; try again in ${seconds} s.`,
			{ headers: { 'retry-after': String(seconds) } }
		);
	};
}
