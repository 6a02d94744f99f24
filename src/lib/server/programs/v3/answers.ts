import { answerJson, type JsonAnswer } from '#lib/connect/oauth-error.ts';
import { ERROR_PAGES } from '../error-pages.ts';

/** Errors of API v3 that need nothing of a vehicle. */
const ERRORS = {
	INVALID_PATH: { type: 'RESOURCE_NOT_FOUND', title: 'Invalid Path', page: 'resource-not-found' },
	INVALID_INPUT_FORMAT: { type: 'VALIDATION', title: 'Invalid Input Format', page: 'validation' },
	SMARTCAR_API: { type: 'RATE_LIMIT', title: 'Rate Limit', page: 'rate-limit' },
	INTERNAL: { type: 'SERVER', title: 'Internal Error', page: 'server' }
} as const;

export type V3ErrorCode = keyof typeof ERRORS;

/** An error of API v3, with the fields that are publicly known of the autumn of 2026. */
export function v3Refusal(
	requestId: string,
	code: V3ErrorCode,
	{ status, detail }: { readonly status: number; readonly detail: string },
	headers: Readonly<Record<string, string>> = {}
): JsonAnswer {
	const { type, title, page } = ERRORS[code];
	const error = {
		// The platform writes it as text.
		status: String(status),
		type,
		code,
		title,
		detail,
		resolution: { type: type === 'RATE_LIMIT' ? 'RETRY_LATER' : 'UNKNOWN_RESOLUTION_TYPE' },
		suggestedUserMessage: null,
		links: { about: `${ERROR_PAGES}/${page}-errors` },
		meta: { debug: { requestId } }
	};
	return answerJson({ errors: [error] }, status, { 'sc-request-id': requestId, ...headers });
}
