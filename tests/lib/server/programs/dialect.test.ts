import {
	noPageAt,
	nothingAt,
	refusalInDialect,
	unlessOpened,
	wrongMethod,
	unavailable
} from '#lib/server/programs/dialect.ts';
import { StorageError } from '#lib/server/storage-error.ts';
import { describe, expect, it } from 'vitest';

const ID = 'request-1';

function refusal(path: string, status: number, headers: Readonly<Record<string, string>> = {}) {
	const answer = refusalInDialect(path, { status, message: 'No “way”.', headers }, ID);
	if (!answer) throw new Error('No program asks there');
	const body: unknown = JSON.parse(answer.body);
	return { status: answer.status, headers: answer.headers, body };
}

describe('refusalInDialect', () => {
	it.each([
		[400, 'invalid_request'],
		[404, 'invalid_request'],
		[405, 'invalid_request'],
		[421, 'invalid_request'],
		[429, 'temporarily_unavailable'],
		[500, 'server_error'],
		[503, 'temporarily_unavailable']
	])('words %d at a token endpoint as %s (RFC 6749 section 5.2)', (status, error) => {
		const answer = refusal('/oauth/token', status, { 'retry-after': '3' });
		expect(answer.status).toBe(status);
		expect(answer.body).toEqual({ error, error_description: "No 'way'." });
		expect(answer.headers).toMatchObject({ 'sc-request-id': ID, 'retry-after': '3' });
	});

	it.each([
		['/v2.0/x', 404, 'RESOURCE_NOT_FOUND', 'PATH'],
		['/vnext/x', 404, 'RESOURCE_NOT_FOUND', 'VERSION'],
		['/v2.0/user', 405, 'VALIDATION', null],
		['/v2.0/user', 421, 'VALIDATION', null],
		['/v2.0/user', 429, 'RATE_LIMIT', 'SMARTCAR_API'],
		['/v2.0/user', 500, 'SERVER', 'INTERNAL'],
		['/v2.0/user', 503, 'SERVER', 'INTERNAL']
	])('words at %s %d as %s:%s of API v2', (path, status, type, code) => {
		const answer = refusal(path, status, { allow: 'GET' });
		expect(answer.status).toBe(status);
		expect(answer.body).toMatchObject({
			type,
			code,
			description: 'No “way”.',
			statusCode: status,
			requestId: ID
		});
		expect(answer.headers).toMatchObject({ 'sc-request-id': ID, allow: 'GET' });
	});

	it.each([
		[404, 'RESOURCE_NOT_FOUND', 'INVALID_PATH'],
		[405, 'VALIDATION', 'INVALID_INPUT_FORMAT'],
		[429, 'RATE_LIMIT', 'SMARTCAR_API'],
		[500, 'SERVER', 'INTERNAL']
	])('words %d as %s:%s of API v3', (status, type, code) => {
		const answer = refusal('/v3/vehicles', status);
		expect(answer.status).toBe(status);
		expect(answer.body).toEqual({
			errors: [
				expect.objectContaining({
					status: String(status),
					type,
					code,
					detail: 'No “way”.',
					meta: { debug: { requestId: ID } }
				})
			]
		});
		expect(answer.headers['sc-request-id']).toBe(ID);
	});

	it.each([
		[400, 'invalid_request'],
		[403, 'forbidden'],
		[404, 'not_found'],
		[405, 'method_not_allowed'],
		[413, 'too_large'],
		[415, 'unsupported_media_type'],
		[421, 'misdirected_request'],
		[500, 'server_error'],
		[503, 'temporarily_unavailable']
	])('words %d at the control API as %s', (status, error) => {
		const answer = refusal('/sandbox/api/seed', status, { allow: 'POST' });
		expect(answer.status).toBe(status);
		expect(answer.body).toEqual({ error, error_description: 'No “way”.', requestId: ID });
		expect(answer.headers).toMatchObject({ 'sc-request-id': ID, allow: 'POST' });
	});

	it('leaves pages their own words', () => {
		expect(refusalInDialect('/apps', { status: 404, message: 'No.' }, ID)).toBeNull();
	});
});

describe('nothingAt', () => {
	it.each([
		[
			'/oauth/Token',
			'There is nothing at “/oauth/Token”. The token endpoint is POST /oauth/token.'
		],
		['/token', 'There is nothing at “/token”. The token endpoint is POST /oauth/token.'],
		[
			'/oauth/Revoke',
			'There is nothing at “/oauth/Revoke”. Tokens are revoked at POST /oauth/revoke.'
		],
		[
			'/oauth2/Token',
			'There is nothing at “/oauth2/Token”. Tokens of machine clients: POST /oauth2/token.'
		],
		[
			'/.well-known/openid-configuration',
			'There is nothing at “/.well-known/openid-configuration”. The metadata of this server is GET /.well-known/oauth-authorization-server.'
		],
		[
			'/oauth/access_token',
			'There is nothing at “/oauth/access_token”. The token endpoint is POST /oauth/token.'
		],
		[
			'/oauth/authorise',
			'There is nothing at “/oauth/authorise”. Connect opens at GET /oauth/authorize. The token endpoint is POST /oauth/token.'
		],
		[
			'/v2.0/users',
			'There is nothing at “/v2.0/users”. What API v2.0 answers is described at GET /openapi/vehicle-v2.json.'
		],
		[
			'/vnext/user',
			'The API has no version “vnext”. What API v2.0 answers is described at GET /openapi/vehicle-v2.json.'
		],
		[
			'/sandbox/api/seeds',
			'There is nothing at “/sandbox/api/seeds”. What scripts ask the sandbox for is described at GET /openapi/control.json.'
		],
		[
			'/v3/x',
			'There is nothing at “/v3/x”. What API v3 answers is described at GET /openapi/vehicle-v3.json.'
		]
	])('%s: %s', (path, message) => {
		expect(nothingAt(path)).toEqual({ status: 404, message });
	});
});

describe('a page that does not exist', () => {
	const NONE = 'There is no page at this address.';
	it.each([
		['/nowhere', NONE],
		['/apps/x', NONE],
		['/authorize', `${NONE} Connect opens at GET /oauth/authorize.`],
		['/oauth/Authorize', `${NONE} Connect opens at GET /oauth/authorize.`],
		['/connect', `${NONE} Connect opens at GET /oauth/authorize.`]
	])('%s: %s', (path, message) => {
		expect(noPageAt(path)).toBe(message);
	});
});

describe('a Connect link', () => {
	it.each([
		['/oauth/authorize', 'POST', 405],
		['//oauth/authorize/', 'PUT', 405],
		['/oauth/reauthenticate', 'POST', 405],
		['/oauth/authorize', 'GET', undefined],
		['/oauth/authorize', 'HEAD', undefined],
		['/oauth/authorize/x/grant', 'POST', undefined],
		['/', 'POST', undefined]
	])('%s by %s is answered with %s', (path, method, status) => {
		expect(unlessOpened(path, method)?.status).toBe(status);
	});
});

describe('wrongMethod', () => {
	it('names those that are answered', () => {
		expect(wrongMethod('PUT', 'GET, HEAD')).toEqual({
			status: 405,
			message: 'PUT is not answered here; send GET or HEAD.',
			headers: { allow: 'GET, HEAD' }
		});
	});
});

it.each([
	['full', 503, { 'retry-after': '5' }],
	['damaged', 500, undefined]
] as const)(
	'of a storage that is %s: status %i, and when to ask again if that helps',
	(code, status, headers) => {
		const error = new StorageError(code);
		expect(unavailable(error)).toEqual({ status, message: error.message, headers });
	}
);
