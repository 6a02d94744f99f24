import { quote } from '#lib/access/characters.ts';
import { CONNECT_PATHS } from '#lib/access/connect-url/parameters.ts';
import { dialectOf, foldSlashes, unknownVersion } from '#lib/access/program-address.ts';
import { controlRefusal } from './control/answers.ts';
import { v2Refusal } from './v2/answers.ts';
import { v3Refusal } from './v3/answers.ts';
import {
	identified,
	OAuthError,
	type JsonAnswer,
	type OAuthErrorCode
} from '#lib/connect/oauth-error.ts';
import type { PlatformErrorName } from '#lib/vehicles/call/platform-errors.ts';
import { isSafeMethod } from '../http/guard.ts';
import { SECONDS_TO_RETRY, type StorageError } from '../storage-error.ts';

/** Why an address for programs does not answer what was asked. */
export interface Refusal {
	readonly status: number;
	readonly message: string;
	readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal in the words of an address; null where pages stand, which have their own. */
export function refusalInDialect(
	pathname: string,
	{ status, message, headers = {} }: Refusal,
	requestId: string
): JsonAnswer | null {
	switch (dialectOf(pathname)) {
		case 'oauth':
			return identified(
				new OAuthError(oauthCode(status), message, { headers, status }).toAnswer(),
				requestId
			);
		case 'v2':
			return v2Refusal(requestId, v2Name(status, pathname), {
				status,
				description: message,
				headers
			});
		case 'v3':
			return v3Refusal(requestId, v3Name(status), { status, detail: message, headers });
		case 'control':
			return controlRefusal(requestId, { status, message, headers });
		case null:
			return null;
	}
}

/** The answer to an address for programs that does not exist; it names those that do. */
export function nothingAt(pathname: string): Refusal {
	return { status: 404, message: `${whatIsMissing(pathname)} ${whereToGo(pathname)}` };
}

/** The answer to a method that an address does not know. */
export function wrongMethod(method: string, allow: string): Refusal {
	return {
		status: 405,
		message: `${method} is not answered here; send ${allow.replaceAll(', ', ' or ')}.`,
		headers: { allow }
	};
}

/** The answer to a fault of our own. */
export const FAILED: Refusal = {
	status: 500,
	message: 'The server failed to answer; its log knows this request by its id.'
};

/** The answer while the database cannot do its work. */
export function unavailable({
	status,
	message
}: Pick<StorageError, 'status' | 'message'>): Refusal {
	const headers = { 'retry-after': String(SECONDS_TO_RETRY) };
	return status === 503 ? { status, message, headers } : { status, message };
}

const CONNECT_OPENS = `Connect opens at GET ${CONNECT_PATHS.authorize}.`;

/** What a page says where nothing is; it names Connect to whoever looks for it. */
export function noPageAt(pathname: string): string {
	const seeksConnect = /authori[sz]|reauth|\/connect(?:\/|$)/i.test(pathname);
	return `There is no page at this address.${seeksConnect ? ` ${CONNECT_OPENS}` : ''}`;
}

/** The answer to a form that is sent to a Connect link; null for any other address. */
export function unlessOpened(pathname: string, method: string): Refusal | null {
	const path = foldSlashes(pathname).replace(/(?<=.)\/$/, '');
	if (isSafeMethod(method) || !Object.values<string>(CONNECT_PATHS).includes(path)) return null;
	return wrongMethod(method, 'GET, HEAD');
}

function whatIsMissing(pathname: string): string {
	const version = dialectOf(pathname) === 'v2' ? unknownVersion(pathname) : null;
	if (version !== null) return `The API has no version ${quote(version)}.`;
	return `There is nothing at ${quote(pathname)}.`;
}

function whereToGo(pathname: string): string {
	switch (dialectOf(pathname)) {
		case 'v2':
			return 'What API v2.0 answers is described at GET /openapi/vehicle-v2.json.';
		case 'v3':
			return 'What API v3 answers is described at GET /openapi/vehicle-v3.json.';
		case 'control':
			return 'What scripts ask the sandbox for is described at GET /openapi/control.json.';
		default:
			if (/oauth2/i.test(pathname)) return 'Tokens of machine clients: POST /oauth2/token.';
			if (/revoke/i.test(pathname)) return 'Tokens are revoked at POST /oauth/revoke.';
			if (/token/i.test(pathname)) return 'The token endpoint is POST /oauth/token.';
			return /well-known/i.test(pathname)
				? 'The metadata of this server is GET /.well-known/oauth-authorization-server.'
				: `${CONNECT_OPENS} The token endpoint is POST /oauth/token.`;
	}
}

function oauthCode(status: number): OAuthErrorCode {
	if (status === 429 || status === 503) return 'temporarily_unavailable';
	return status >= 500 ? 'server_error' : 'invalid_request';
}

/** The platform knows no type for a wrong method or host: the request is what is at fault. */
function v2Name(status: number, pathname: string): PlatformErrorName {
	if (status === 404) {
		const code = unknownVersion(pathname) === null ? 'PATH' : 'VERSION';
		return `RESOURCE_NOT_FOUND:${code}`;
	}
	if (status === 429) return 'RATE_LIMIT:SMARTCAR_API';
	return status >= 500 ? 'SERVER:INTERNAL' : 'VALIDATION';
}

function v3Name(status: number): PlatformErrorName {
	if (status === 404) return 'RESOURCE_NOT_FOUND:INVALID_PATH';
	if (status === 429) return 'RATE_LIMIT:SMARTCAR_API';
	return status >= 500 ? 'SERVER:INTERNAL' : 'VALIDATION:INVALID_INPUT_FORMAT';
}
