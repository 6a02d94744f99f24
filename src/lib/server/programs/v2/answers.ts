import { answerJson, type JsonAnswer } from '#lib/connect/oauth-error.ts';
import { ERROR_PAGES } from '../error-pages.ts';

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
	RESOURCE_NOT_FOUND: {
		status: 404,
		page: 'resource-not-found-errors',
		description: 'There is nothing at this address.'
	},
	SERVER: {
		status: 500,
		page: 'server-errors',
		description: 'The server failed to answer; try again.'
	},
	VALIDATION: {
		status: 400,
		page: 'validation-errors',
		description: 'A parameter of the request cannot be used.'
	}
} as const;

export type V2ErrorType = keyof typeof ERRORS;

/** Of the types above, those that are told apart further. */
export type V2ErrorCode = 'PATH' | 'VERSION' | 'INTERNAL' | 'SMARTCAR_API';

interface V2ErrorFacts {
	readonly code?: V2ErrorCode;
	/** Where it is not that of the type. */
	readonly status?: number;
	readonly description?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly detail?: readonly { readonly field: string; readonly message: string }[];
}

/** An error of API v2, in the shape that the platform's SDKs read. */
export function v2Refusal(
	requestId: string,
	type: V2ErrorType,
	{ code, headers = {}, detail, ...facts }: V2ErrorFacts = {}
): JsonAnswer {
	const { page, ...usual } = ERRORS[type];
	const { status, description } = { ...usual, ...facts };
	const body = {
		type,
		code: code ?? null,
		description,
		docURL: `${ERROR_PAGES}/${page}#${(code ?? 'null').toLowerCase().replaceAll('_', '-')}`,
		statusCode: status,
		requestId,
		resolution: { type: RESOLUTIONS[type] ?? null },
		...(detail ? { detail } : {})
	};
	return answerJson(body, status, { 'sc-request-id': requestId, ...headers });
}

const RESOLUTIONS: Partial<Record<V2ErrorType, string>> = {
	PERMISSION: 'REAUTHENTICATE',
	RATE_LIMIT: 'RETRY_LATER'
};
