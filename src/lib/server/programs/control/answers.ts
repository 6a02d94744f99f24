import { answerJson, identified, type JsonAnswer } from '#lib/connect/oauth-error.ts';
import type { Problem } from '#lib/access/configuration.ts';

/** Errors of the control API by the status that each is answered with. */
const CODE_OF = {
	400: 'invalid_request',
	403: 'forbidden',
	404: 'not_found',
	405: 'method_not_allowed',
	409: 'refused_by_vehicle',
	413: 'too_large',
	415: 'unsupported_media_type',
	421: 'misdirected_request',
	500: 'server_error',
	503: 'temporarily_unavailable'
} as const;

export type ControlStatus = keyof typeof CODE_OF;

export const CODES = Object.values(CODE_OF);

/** Whether the control API answers with a status of an error. */
function isStatus(status: number): status is ControlStatus {
	return Object.hasOwn(CODE_OF, status);
}

interface ControlFacts {
	readonly status: number;
	readonly message: string;
	readonly headers?: Readonly<Record<string, string>>;
	/** Where the fault lies in the body, as far as it does. */
	readonly problems?: readonly Problem[];
	/** Why a vehicle refused, by the platform's name of it. */
	readonly reason?: string;
}

/** A success of the control API. */
export function controlAnswer(body: object, requestId: string): JsonAnswer {
	return identified(answerJson(body), requestId);
}

/** An error of the control API: the names of OAuth 2.0 with words of its own. */
export function controlRefusal(
	requestId: string,
	{ status, message, headers = {}, problems, reason }: ControlFacts
): JsonAnswer {
	const error = CODE_OF[isStatus(status) ? status : 400];
	const body = {
		...{ error, error_description: message, requestId },
		...(problems && { problems }),
		...(reason !== undefined && { reason })
	};
	return identified(answerJson(body, status, headers), requestId);
}

/** What Connect ends with in place of a code: the error that its redirect carries. */
export function connectRefusal(
	requestId: string,
	end: {
		readonly error: string;
		readonly description: string;
		/** Null where Connect shows a page of its own instead. */
		readonly redirect: string | null;
	}
): JsonAnswer {
	const { error, description, redirect } = end;
	const body = { error, error_description: description, redirect, requestId };
	return identified(answerJson(body, 400), requestId);
}
