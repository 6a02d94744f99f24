import { MACHINE_ID_PREFIX } from '#lib/access/client-id.ts';
import { clock } from '../../clock.ts';
import { writeTogether } from '../../db/connection.ts';
import type { Db } from '../../db/open.ts';
import { answerJson, identified, OAuthError, type JsonAnswer } from '../oauth-error.ts';
import { authenticateApplication, authenticateMachine } from './authenticate.ts';
import { readClientCredentials, type ClientCredentials } from './client-credentials.ts';
import { exchangeCode } from './exchange-code.ts';
import { issueMachineToken } from './machine-token.ts';
import { readTokenRequest, type IncomingTokenRequest, type TokenRequest } from './read-request.ts';
import { refresh } from './refresh.ts';
import { revokeToken } from './revoke.ts';

/** Asked with a client id before any work; gives the refusal of a client that asks too often. */
export type Throttle = (clientId: string) => OAuthError | null;

type Handle = (
	db: Db,
	credentials: ClientCredentials,
	request: TokenRequest,
	now: number
) => object | OAuthError;

/** What an answer needs besides the request. */
export interface TokenCall {
	readonly throttle: Throttle;
	readonly requestId: string;
}

/** `POST /oauth/token`: codes and refresh tokens of an application (RFC 6749 section 3.2). */
export async function answerTokenRequest(request: Request, call: TokenCall): Promise<Response> {
	return toResponse(await answerToken(request, call));
}

/** The same outside of a framework. */
export function answerToken(request: IncomingTokenRequest, call: TokenCall): Promise<JsonAnswer> {
	return answer(request, call, ['form'], (_db, credentials, asked, now) => {
		const application = authenticateApplication(credentials, now);
		if (application instanceof OAuthError) return application;
		switch (asked.body.get('grant_type')) {
			case 'authorization_code':
				return exchangeCode(application, asked, now);
			case 'refresh_token':
				return refresh(application, asked, now);
			default:
				return wrongGrantType(asked, 'authorization_code or refresh_token');
		}
	});
}

/** `POST /oauth2/token`: tokens of API v3 for a machine client (RFC 6749 section 4.4). */
export async function answerMachineTokenRequest(
	request: Request,
	call: TokenCall
): Promise<Response> {
	const answered = await answer(request, call, ['form', 'json'], (_db, credentials, asked, now) => {
		const machine = authenticateMachine(credentials, now);
		if (machine instanceof OAuthError) return machine;
		if (asked.body.get('grant_type') !== 'client_credentials') {
			return wrongGrantType(asked, 'client_credentials');
		}
		if (asked.body.has('scope')) {
			return new OAuthError(
				'invalid_scope',
				'A machine token takes no scope: it reaches what the owners of the application granted.'
			);
		}
		return issueMachineToken(machine.machineClientId, now);
	});
	return toResponse(answered);
}

/** `POST /oauth/revoke` (RFC 7009), for applications and machine clients. */
export async function answerRevocation(request: Request, call: TokenCall): Promise<Response> {
	const answered = await answer(request, call, ['form'], (db, credentials, { body }, now) => {
		const holder = credentials.id.startsWith(MACHINE_ID_PREFIX)
			? authenticateMachine(credentials, now)
			: authenticateApplication(credentials, now);
		if (holder instanceof OAuthError) return holder;
		const token = body.get('token');
		if (token === undefined) {
			return new OAuthError('invalid_request', 'token is missing; send the one to revoke.');
		}
		revokeToken(db, holder, token, now);
		return {};
	});
	return toResponse(answered);
}

/** Reads, throttles, does the work in a transaction, and answers once that is committed. */
async function answer(
	request: IncomingTokenRequest,
	{ throttle, requestId }: TokenCall,
	formats: readonly ('form' | 'json')[],
	handle: Handle
): Promise<JsonAnswer> {
	const result = await resultOf(request, throttle, formats, handle);
	return identified(
		result instanceof OAuthError ? result.toAnswer() : answerJson(result),
		requestId
	);
}

async function resultOf(
	request: IncomingTokenRequest,
	throttle: Throttle,
	formats: readonly ('form' | 'json')[],
	handle: Handle
): Promise<object | OAuthError> {
	const asked = await readTokenRequest(request, formats);
	if (asked instanceof OAuthError) return asked;
	const credentials = readClientCredentials(asked);
	if (credentials instanceof OAuthError) return credentials;
	const refusal = throttle(credentials.id);
	if (refusal) return refusal;
	return writeTogether((db) => handle(db, credentials, asked, clock.now()));
}

function toResponse({ body, status, headers }: JsonAnswer): Response {
	return new Response(body, { status, headers });
}

function wrongGrantType({ body }: TokenRequest, allowed: string): OAuthError {
	const given = body.get('grant_type');
	return given === undefined
		? new OAuthError('invalid_request', `grant_type is missing; send ${allowed}.`)
		: new OAuthError('unsupported_grant_type', `Send grant_type ${allowed}.`);
}
