import { MACHINE_ID_PREFIX } from '#lib/access/client-id.ts';
import { OAuthError } from '#lib/connect/oauth-error.ts';
import { CHALLENGE, invalidClient } from './invalid-client.ts';
import type { ClientCredentials } from '../../connect/token/authenticate.ts';
import type { TokenRequest } from './read-request.ts';

/** Longest client id that can be ours; a longer one is not even counted. */
const MAX_ID_LENGTH = 64;

/**
 * Finds the client's credentials: by HTTP Basic or in the body, never by both.
 *
 * Source: RFC 6749 sections 2.3 and 2.3.1; RFC 7617.
 */
export function readClientCredentials({
	authorization,
	body
}: TokenRequest): ClientCredentials | OAuthError {
	const [id, secret] = [body.get('client_id'), body.get('client_secret')];
	if (authorization === null) {
		if (id !== undefined && secret !== undefined) return ownForm({ id, secret });
		const missing = id === undefined ? 'client_id' : 'client_secret';
		return new OAuthError(
			'invalid_client',
			`${missing} is missing; send both by HTTP Basic or in the body.`,
			CHALLENGE
		);
	}
	const basic = parseBasic(authorization);
	if (!basic) {
		return new OAuthError(
			'invalid_client',
			'The Authorization header is not "Basic" with base64 of client_id:client_secret.',
			CHALLENGE
		);
	}
	if (secret !== undefined || (id !== undefined && id !== basic.id)) {
		return new OAuthError(
			'invalid_request',
			'The client stands in the Authorization header and in the body; send it in one of them.'
		);
	}
	return ownForm(basic);
}

/** One client has one id, so that nothing counts or finds it under two: a UUID in lower case. */
function ownForm({ id, secret }: ClientCredentials): ClientCredentials | OAuthError {
	if (id.length > MAX_ID_LENGTH) return invalidClient();
	return { id: id.startsWith(MACHINE_ID_PREFIX) ? id : id.toLowerCase(), secret };
}

const ENCODED = /[%+]/;

/** Both halves are form-encoded before base64 (RFC 6749 section 2.3.1); plain ones read the same. */
function parseBasic(header: string): ClientCredentials | null {
	const [, encoded] = /^basic +([a-z0-9+/]+={0,2})$/i.exec(header) ?? [];
	if (encoded === undefined) return null;
	const [, id, secret] =
		/^([^:]+):(.+)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
	if (id === undefined || secret === undefined) return null;
	return { id: formDecoded(id), secret: formDecoded(secret) };
}

function formDecoded(text: string): string {
	if (!ENCODED.test(text)) return text;
	try {
		return decodeURIComponent(text.replaceAll('+', ' '));
	} catch {
		return text;
	}
}
