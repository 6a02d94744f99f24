import { MACHINE_ID_PREFIX } from '#lib/access/client-id.ts';
import { describeScopeFinding } from '#lib/access/scope-words.ts';
import type { ExchangeFault } from '#lib/connect/token/exchange.ts';
import type { RefreshFault } from '#lib/connect/token/refresh.ts';
import { OAuthError } from '#lib/connect/oauth-error.ts';
import type { ProtocolRules } from '#lib/connect/protocol.ts';
import type { UnknownClient } from '../../connect/token/authenticate.ts';
import { invalidClient } from './invalid-client.ts';

/** Why nobody is known by these credentials. */
export function wordUnknownClient({ code, data: { id } }: UnknownClient): OAuthError {
	switch (code) {
		case 'unknown-client':
			return invalidClient();
		case 'machine-id':
			return invalidClient(
				' The id is that of a machine client; use the client id of the application.'
			);
		case 'application-id':
			return invalidClient(
				` A machine token needs the id of a machine client, ${MACHINE_ID_PREFIX}...`
			);
		case 'former-id':
			return invalidClient(
				` The client id ${id} was replaced by another; the application's Credentials page shows it.`
			);
	}
}

/** Why a code was not exchanged. */
export function wordExchange(
	fault: ExchangeFault,
	{ invalidCode }: Pick<ProtocolRules, 'invalidCode'>,
	sent: { readonly code: string | null; readonly redirectUri: string | undefined }
): OAuthError {
	switch (fault) {
		case 'code':
			return new OAuthError(
				invalidCode.error,
				invalidCode.repeats
					? invalid('code', sent.code)
					: 'The code is unknown, was used before or is out of time.'
			);
		case 'redirect-uri-missing':
			return invalidGrant('redirect_uri is missing; repeat the one of the Connect link.');
		case 'redirect-uri-other':
			return invalidGrant(`Unauthorized redirect_uri: ${sent.redirectUri}`);
		case 'verifier-missing':
			return invalidGrant('code_verifier is missing; the Connect link had a code_challenge.');
		case 'verifier-other':
			return invalidGrant('code_verifier does not fit the code_challenge.');
		case 'verifier-unasked':
			return invalidGrant('code_verifier was sent, but the Connect link had no code_challenge.');
	}
}

/** @param value null where it shall not be repeated */
function invalid(name: string, value: string | null): string {
	return value === null ? `Invalid ${name}.` : `Invalid ${name}: ${value}.`;
}

function invalidGrant(description: string): OAuthError {
	return new OAuthError('invalid_grant', description);
}

/**
 * Why a refresh token gave nothing.
 *
 * @param token null where it shall not be repeated
 */
export function wordRefresh(
	fault: RefreshFault,
	{ invalidRefreshToken }: Pick<ProtocolRules, 'invalidRefreshToken'>,
	token: string | null
): OAuthError {
	switch (fault.kind) {
		case 'token':
			return new OAuthError(
				invalidRefreshToken.error,
				invalidRefreshToken.repeats
					? invalid('refresh_token', token)
					: 'The refresh token is unknown, was used before or is out of time.'
			);
		case 'scope': {
			const beyond = fault.beyond === '' ? [] : [`Not granted: ${fault.beyond}.`];
			return new OAuthError(
				'invalid_scope',
				[...fault.problems.map(describeScopeFinding), ...beyond].join(' ')
			);
		}
		case 'scope-empty':
			return new OAuthError(
				'invalid_scope',
				'The scope is empty; name a permission, or leave it out for all that was granted.'
			);
	}
}
