import { answerJson, type JsonAnswer } from '#lib/connect/oauth-error.ts';
import {
	platformError,
	type KnownPlatformError,
	type PlatformErrorName
} from '#lib/vehicles/call/platform-errors.ts';
import { ERROR_PAGES } from '#lib/vehicles/call/error-pages.ts';
import { errorWords } from '#lib/vehicles/call/error-words.en.ts';

interface V2ErrorFacts {
	/** Where it is not that of the error. */
	readonly status?: number;
	/** What is wrong in this case, instead of what is said of the error in general. */
	readonly description?: string;
	/** Where its resolution is found, where that is not the same for everybody. */
	readonly url?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly detail?: readonly { readonly field: string; readonly message: string }[];
}

/** An error of API v2, in the shape that the platform's SDKs read. */
export function v2Refusal(
	requestId: string,
	name: PlatformErrorName | KnownPlatformError,
	{ headers = {}, detail, ...facts }: V2ErrorFacts = {}
): JsonAnswer {
	const error = typeof name === 'string' ? platformError(name) : name;
	const { url = error.url } = facts;
	const { description, suggestedUserMessage } = errorWords(error);
	const status = facts.status ?? error.status;
	const body = {
		type: error.type,
		code: error.code,
		description: facts.description ?? description,
		docURL: `${ERROR_PAGES}/${error.page}`,
		statusCode: status,
		requestId,
		resolution: { type: error.resolution, ...(url !== undefined && { url }) },
		...(suggestedUserMessage !== null && { suggestedUserMessage }),
		...(detail && { detail })
	};
	return answerJson(body, status, { 'sc-request-id': requestId, ...headers });
}
