/** Status of each error that our endpoints answer with (RFC 6749 section 5.2, RFC 6750 section 3.1). */
const STATUS = {
	invalid_request: 400,
	invalid_client: 401,
	invalid_grant: 400,
	unauthorized_client: 400,
	unsupported_grant_type: 400,
	invalid_scope: 400,
	temporarily_unavailable: 429,
	server_error: 500
} as const;

export type OAuthErrorCode = keyof typeof STATUS;

/** All of them. */
export const OAUTH_ERROR_CODES = Object.keys(STATUS).filter((code): code is OAuthErrorCode =>
	Object.hasOwn(STATUS, code)
);

/** Longest description; it may repeat what was sent. */
const MAX_DESCRIPTION = 300;

interface OAuthErrorFacts {
	readonly headers?: Readonly<Record<string, string>>;
	readonly status?: number;
}

/**
 * An answer of the token endpoints that refuses. It is a value and not thrown, since what led to
 * it, such as the end of a token family, has to be committed.
 */
export class OAuthError {
	readonly error: OAuthErrorCode;
	readonly description: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly status: number;

	/** @param facts `status` where it is not that of the error */
	constructor(
		error: OAuthErrorCode,
		description: string,
		{ headers = {}, status = STATUS[error] }: OAuthErrorFacts = {}
	) {
		this.error = error;
		this.description = printable(description);
		this.headers = headers;
		this.status = status;
	}

	toAnswer(): JsonAnswer {
		return answerJson(
			{ error: this.error, error_description: this.description },
			this.status,
			this.headers
		);
	}
}

/** An answer before it is written to a connection or handed to the framework. */
export interface JsonAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** JSON that no cache keeps (RFC 6749 section 5.1). */
export function answerJson(
	body: object,
	status = 200,
	headers: Readonly<Record<string, string>> = {}
): JsonAnswer {
	return {
		status,
		headers: {
			'content-type': 'application/json;charset=UTF-8',
			'cache-control': 'no-store',
			pragma: 'no-cache',
			...headers
		},
		body: JSON.stringify(body)
	};
}

/** The same, with the id by which the log knows the request. */
export function identified(answer: JsonAnswer, requestId: string): JsonAnswer {
	return { ...answer, headers: { ...answer.headers, 'sc-request-id': requestId } };
}

/** The characters that an `error_description` may hold: ASCII without quotation mark and backslash. */
export function printable(text: string): string {
	return text
		.replace(/[“”"]/g, "'")
		.replace(/’/g, "'")
		.replace(/…/g, '...')
		.replace(/[^\x20\x21\x23-\x5b\x5d-\x7e]/g, '?')
		.slice(0, MAX_DESCRIPTION);
}
