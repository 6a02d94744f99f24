import type { ConnectAnswer } from '#lib/access/connect-url/answer-names.ts';

/**
 * The seven errors with which Connect sends an owner back, with the platform's literal words: they
 * are values of a protocol field.
 *
 * Source: the platform's page on Connect errors; connect SDKs compare the codes.
 */
export const CONNECT_ERRORS = {
	access_denied: 'User denied access to application.',
	vehicle_incompatible: "The user's vehicle is not compatible.",
	invalid_subscription: 'User does not have an active connected vehicle subscription',
	no_vehicles: 'No vehicles found. Please add vehicles to your account and try again.',
	configuration_error: 'Connect was used in a way that it does not allow.',
	server_error: 'Unexpected server error. Please try again.',
	user_manually_returned_to_application:
		'The user exited Connect before granting your application access'
} as const;

export type ConnectErrorCode = keyof typeof CONNECT_ERRORS;

/** The words of one of the seven; null for any other end of a session. */
export function connectErrorWords(outcome: string): string | null {
	return Object.entries(CONNECT_ERRORS).find(([code]) => code === outcome)?.[1] ?? null;
}

/** Errors of a request that is faulty itself (RFC 6749 section 4.1.2.1; OpenID Connect Core 3.1.2.6). */
export type RequestErrorCode =
	| 'invalid_request'
	| 'invalid_scope'
	| 'unsupported_response_type'
	| 'request_not_supported'
	| 'request_uri_not_supported'
	| 'registration_not_supported';

/** What a redirect with an error says besides `state`. */
export interface ErrorAnswer {
	readonly error: ConnectErrorCode | RequestErrorCode;
	readonly description: string;
	/** Further parameters of the platform, such as `vin` or `error_message`. */
	readonly extra?: ConnectAnswer;
}

export function connectError(
	error: ConnectErrorCode,
	extra: ErrorAnswer['extra'] = {}
): ErrorAnswer {
	return { error, description: CONNECT_ERRORS[error], extra };
}

/** A wrong use of Connect; the platform says which in `error_message`. */
export function configurationError(message: string): ErrorAnswer {
	return connectError('configuration_error', { status_code: '400', error_message: message });
}
