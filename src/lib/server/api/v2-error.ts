import { randomUUID } from 'node:crypto';

const DOCUMENTATION = 'https://smartcar.com/docs/errors/api-errors';

/** Errors of API v2 that need nothing of a vehicle, with the status of each. */
const ERRORS = {
	AUTHENTICATION: {
		status: 401,
		page: 'authentication-errors',
		description:
			'The authorization header is missing or malformed, or the access token is unknown, expired or revoked.'
	},
	PERMISSION: {
		status: 403,
		page: 'permission-errors',
		description: 'The access token does not reach this vehicle, or lacks a permission for it.'
	},
	RATE_LIMIT: {
		status: 429,
		page: 'rate-limit-errors',
		description: 'Too many requests with this access token.'
	},
	VALIDATION: {
		status: 400,
		page: 'validation-errors',
		description: 'A parameter of the request cannot be used.'
	}
} as const;

export type V2ErrorType = keyof typeof ERRORS;

interface V2ErrorFacts {
	readonly headers?: Readonly<Record<string, string>>;
	readonly detail?: readonly { readonly field: string; readonly message: string }[];
}

/** An error of API v2, in the shape that the platform's SDKs read. */
export function v2Error(type: V2ErrorType, { headers = {}, detail }: V2ErrorFacts = {}): Response {
	const { status, page, description } = ERRORS[type];
	const requestId = randomUUID();
	const body = {
		type,
		code: null,
		description,
		docURL: `${DOCUMENTATION}/${page}#null`,
		statusCode: status,
		requestId,
		resolution: { type: type === 'PERMISSION' ? 'REAUTHENTICATE' : null },
		...(detail ? { detail } : {})
	};
	return Response.json(body, { status, headers: { 'sc-request-id': requestId, ...headers } });
}

/** A success of API v2, with the header that every answer carries. */
export function v2Answer(body: object): Response {
	return Response.json(body, { headers: { 'sc-request-id': randomUUID() } });
}
