import type { JsonAnswer } from '#lib/connect/oauth-error.ts';

/** A success, with the id by which the log knows its request. */
export function plainJson(body: object, requestId: string): JsonAnswer {
	return {
		status: 200,
		headers: { 'content-type': 'application/json', 'sc-request-id': requestId },
		body: JSON.stringify(body)
	};
}
