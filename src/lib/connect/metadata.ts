/**
 * What this authorization server can do, for clients that look it up.
 *
 * Source: RFC 8414 section 2; RFC 9207 section 3.
 *
 * @param issuer our own origin, without a path or a final slash
 */
export function serverMetadata(issuer: string) {
	const clientAuthentication = ['client_secret_basic', 'client_secret_post'];
	return {
		issuer,
		authorization_endpoint: `${issuer}/oauth/authorize`,
		token_endpoint: `${issuer}/oauth/token`,
		revocation_endpoint: `${issuer}/oauth/revoke`,
		response_types_supported: ['code', 'none'],
		response_modes_supported: ['query'],
		grant_types_supported: ['authorization_code', 'refresh_token'],
		token_endpoint_auth_methods_supported: clientAuthentication,
		revocation_endpoint_auth_methods_supported: clientAuthentication,
		code_challenge_methods_supported: ['S256'],
		/** Sent to applications that follow the strict protocol. */
		authorization_response_iss_parameter_supported: true,
		service_documentation: `${issuer}/help`
	};
}
