import { answerJson, type JsonAnswer } from '#lib/connect/oauth-error.ts';
import {
	platformError,
	type KnownPlatformError,
	type PlatformErrorName
} from '#lib/vehicles/call/platform-errors.ts';
import type { z } from 'zod';
import { ERROR_PAGES } from '#lib/vehicles/call/error-pages.ts';
import { errorWords } from '#lib/vehicles/call/error-words.en.ts';
import type { ErrorAnswer } from './schemas/error.ts';

interface V3Facts {
	/** Where it is not that of the error. */
	readonly status?: number;
	/** What is wrong in this case, instead of what is said of the error in general. */
	readonly detail?: string;
	/** Where its resolution is found, where that is not the same for everybody. */
	readonly url?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A success of API v3, with the id by which the log knows its request. */
export function v3Answer(
	requestId: string,
	body: object,
	headers: Readonly<Record<string, string>> = {}
): JsonAnswer {
	return {
		status: 200,
		headers: { 'content-type': 'application/json', 'sc-request-id': requestId, ...headers },
		body: JSON.stringify(body)
	};
}

/** A success that says all by its status. */
export function v3Done(requestId: string): JsonAnswer {
	return { status: 204, headers: { 'sc-request-id': requestId }, body: '' };
}

/** An error of API v3, with the fields that are publicly known of the autumn of 2026. */
export function v3Refusal(
	requestId: string,
	name: PlatformErrorName | KnownPlatformError,
	facts: V3Facts = {}
): JsonAnswer {
	const error = typeof name === 'string' ? platformError(name) : name;
	const status = facts.status ?? error.status;
	const { url = error.url } = facts;
	const { description, suggestedUserMessage } = errorWords(error);
	const body: z.infer<typeof ErrorAnswer> = {
		errors: [
			{
				// The platform writes it as text.
				status: String(status),
				type: error.type,
				code: error.code,
				title: error.title,
				detail: facts.detail ?? description,
				resolution: {
					type: error.resolution ?? NO_RESOLUTION,
					...(url !== undefined && { url })
				},
				suggestedUserMessage,
				links: { about: `${ERROR_PAGES}/${error.page}` },
				meta: { debug: { requestId } }
			}
		]
	};
	return answerJson(body, status, { 'sc-request-id': requestId, ...facts.headers });
}

/** What API v3 says where v2 says none. */
export const NO_RESOLUTION = 'UNKNOWN_RESOLUTION_TYPE';
