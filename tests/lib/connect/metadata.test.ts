import { serverMetadata } from '#lib/connect/metadata.ts';
import { expect, it } from 'vitest';

it('the metadata name the issuer exactly and nothing that is not there', () => {
	expect(serverMetadata('http://localhost:5173')).toEqual({
		issuer: 'http://localhost:5173',
		authorization_endpoint: 'http://localhost:5173/oauth/authorize',
		token_endpoint: 'http://localhost:5173/oauth/token',
		revocation_endpoint: 'http://localhost:5173/oauth/revoke',
		response_types_supported: ['code', 'none'],
		response_modes_supported: ['query'],
		grant_types_supported: ['authorization_code', 'refresh_token'],
		token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
		revocation_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
		code_challenge_methods_supported: ['S256'],
		authorization_response_iss_parameter_supported: true,
		service_documentation: 'http://localhost:5173/help'
	});
});
