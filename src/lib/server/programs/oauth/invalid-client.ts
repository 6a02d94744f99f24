import { OAuthError } from '#lib/connect/oauth-error.ts';

/** How a client authenticates, said with each `invalid_client` (RFC 6749 section 5.2). */
export const CHALLENGE = {
	headers: { 'www-authenticate': 'Basic realm="Valetkey", charset="UTF-8"' }
};

/** Refuses a client without telling whether the id or the secret was wrong. */
export function invalidClient(hint = ''): OAuthError {
	return new OAuthError(
		'invalid_client',
		`The client id or the client secret is wrong.${hint}`,
		CHALLENGE
	);
}
