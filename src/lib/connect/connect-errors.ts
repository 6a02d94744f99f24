import type { ConnectAnswer } from '#lib/access/connect-url/answer-names.ts';
import type {
	LinkFault,
	LinkFinding,
	RequestCode
} from '#lib/access/connect-url/checks/finding.ts';
import type { CARRIERS } from '#lib/access/connect-url/checks/link.ts';
import type { ConnectPath } from '#lib/access/connect-url/parameters.ts';
import type { ScopeFinding } from '#lib/access/scope.ts';
import type { Screen } from './session-data.ts';

/**
 * The seven errors with which Connect sends an owner back.
 *
 * Source: the platform's page on Connect errors; connect SDKs compare the codes.
 */
export const CONNECT_ERRORS = [
	'access_denied',
	'vehicle_incompatible',
	'invalid_subscription',
	'no_vehicles',
	'configuration_error',
	'server_error',
	'user_manually_returned_to_application'
] as const;

export type ConnectErrorCode = (typeof CONNECT_ERRORS)[number];

/** Those that say no more than their name; of a wrong use of Connect it is said which. */
export type PlainErrorCode = Exclude<ConnectErrorCode, 'configuration_error'>;

/** Whether a name, such as that of a session's end, is one of the seven. */
export function isConnectError(name: string): name is ConnectErrorCode {
	return CONNECT_ERRORS.some((code) => code === name);
}

/** Errors of a request that is faulty itself (RFC 6749 section 4.1.2.1; OpenID Connect Core 3.1.2.6). */
export type RequestErrorCode =
	'invalid_request' | 'invalid_scope' | 'unsupported_response_type' | `${Carrier}_not_supported`;

type Carrier = (typeof CARRIERS)[number];

/** What is wrong with a request whose redirect URI is verified. */
export type RequestFault =
	| { readonly code: 'repeated'; readonly parameter: string | null }
	| { readonly code: 'no-response-type' }
	| { readonly code: 'response-type'; readonly path: ConnectPath }
	| { readonly code: 'carrier'; readonly carrier: Carrier }
	| PkceFault
	| { readonly code: 'scope'; readonly problems: readonly ScopeFinding[] }
	/** The link names no scope, and no version is published. */
	| { readonly code: 'nothing-asked' }
	/** The application is connected to no vehicle with the id of the link. */
	| { readonly code: 'no-such-vehicle' }
	| { readonly code: 'value'; readonly finding: LinkFinding };

type PkceFault = {
	readonly [Code in Extract<RequestCode, `pkce-${string}`>]: { readonly code: Code };
}[Extract<RequestCode, `pkce-${string}`>];

/** A wrong use of Connect. */
export type Misuse =
	| { readonly code: 'test-vin' }
	| { readonly code: 'vin'; readonly fault: LinkFault }
	/** A screen was opened before those that lead to it. */
	| { readonly code: 'jump'; readonly screen: Screen };

/** What an application is told when its owner comes back without a grant; the doors have the words. */
export type ErrorAnswer =
	| {
			readonly error: PlainErrorCode;
			/** Further parameters of the platform, such as `vin`. */
			readonly extra?: ConnectAnswer;
	  }
	| { readonly error: 'configuration_error'; readonly misuse: Misuse }
	| { readonly error: RequestErrorCode; readonly fault: RequestFault };
