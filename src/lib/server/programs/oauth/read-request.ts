import { MAX_BODY_BYTES } from '../../http/limits.ts';
import { OAuthError } from '#lib/connect/oauth-error.ts';
import { contentTypeOf, readBodyText } from '../body-text.ts';
import { queryOf, type ProgramRequest } from '../call.ts';

type Incoming = Omit<ProgramRequest, 'method'>;

/** A token request as it arrived; nothing in it is checked but its form. */
export interface TokenRequest {
	/** Parameters of the body. An empty one counts as absent (RFC 6749 section 3.2). */
	readonly body: ReadonlyMap<string, string>;
	/** `flags` of the query, which SDKs write; they have no effect. */
	readonly flags: string | null;
	readonly authorization: string | null;
}

const FORM = 'application/x-www-form-urlencoded';

/** The only parameter that may stand in the query. */
const FLAGS = 'flags';

export type BodyFormat = 'form' | 'json';

/** Reads the request, or says what is wrong with its form. */
export async function readTokenRequest(
	request: Incoming,
	formats: readonly BodyFormat[] = ['form']
): Promise<TokenRequest | OAuthError> {
	const query = queryOf(request);
	const stray = [...query.keys()].find((name) => name !== FLAGS);
	if (stray !== undefined) {
		return new OAuthError(
			'invalid_request',
			`Send ${stray} in the body; the query of this endpoint may hold ${FLAGS} only.`
		);
	}
	const read = await readBodyText(request);
	if (!read.ok) {
		const { status, message } = read;
		const said = status === 413 ? `The body is larger than ${MAX_BODY_BYTES} bytes.` : message;
		return new OAuthError('invalid_request', said, { status });
	}
	const body = parseBody(contentTypeOf(request), read.text, formats);
	if (body instanceof OAuthError) return body;
	return { body, flags: query.get(FLAGS), authorization: request.headers.get('authorization') };
}

function parseBody(
	type: string,
	text: string,
	formats: readonly BodyFormat[]
): ReadonlyMap<string, string> | OAuthError {
	if (type === FORM) return parseForm(text);
	if (type === 'application/json' && formats.includes('json')) return parseJsonObject(text);
	const allowed = formats.includes('json') ? `${FORM} or application/json` : FORM;
	return new OAuthError('invalid_request', `Send the body as ${allowed}.`);
}

function parseForm(text: string): ReadonlyMap<string, string> | OAuthError {
	const body = new Map<string, string>();
	for (const [name, value] of new URLSearchParams(text)) {
		if (value === '') continue;
		if (body.has(name)) return new OAuthError('invalid_request', `${name} stands twice.`);
		body.set(name, value);
	}
	return body;
}

function parseJsonObject(text: string): ReadonlyMap<string, string> | OAuthError {
	const refusal = new OAuthError(
		'invalid_request',
		'The body is no JSON object with texts as its values.'
	);
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return refusal;
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return refusal;
	const body = new Map<string, string>();
	for (const [name, entry] of Object.entries(value)) {
		if (typeof entry !== 'string') return refusal;
		if (entry !== '') body.set(name, entry);
	}
	return body;
}
