import { MACHINE_ID_PREFIX } from '#lib/access/client-id.ts';
import type { Context, Transaction } from '../../context.ts';
import { answerJson, identified, OAuthError, type JsonAnswer } from '#lib/connect/oauth-error.ts';
import { authenticateApplication, authenticateMachine } from '../../connect/token/authenticate.ts';
import { readClientCredentials, type ClientCredentials } from './client-credentials.ts';
import { exchangeCode } from '../../connect/token/exchange-code.ts';
import { issueMachineToken } from '../../connect/token/machine-token.ts';
import { readTokenRequest, type IncomingTokenRequest, type TokenRequest } from './read-request.ts';
import { refresh } from '../../connect/token/refresh.ts';
import { revokeToken } from '../../connect/token/revoke.ts';

/** Asked with a client id before any work; gives the refusal of a client that asks too often. */
export type Throttle = (clientId: string) => OAuthError | null;

type Handle = (
	transaction: Transaction,
	credentials: ClientCredentials,
	request: TokenRequest
) => Promise<object | OAuthError>;

interface Endpoint {
	readonly formats: readonly ('form' | 'json')[];
	readonly handle: Handle;
}

/** What an answer needs besides the request. */
export interface TokenCall {
	readonly throttle: Throttle;
	readonly requestId: string;
}

/** `POST /oauth/token`: codes and refresh tokens of an application (RFC 6749 section 3.2). */
export async function answerTokenRequest(
	context: Context,
	request: Request,
	call: TokenCall
): Promise<Response> {
	return toResponse(await answerToken(context, request, call));
}

/** The same outside of a framework. */
export function answerToken(
	context: Context,
	request: IncomingTokenRequest,
	call: TokenCall
): Promise<JsonAnswer> {
	return answer(context, request, call, { formats: ['form'], handle: giveTokens });
}

/** `POST /oauth2/token`: tokens of API v3 for a machine client (RFC 6749 section 4.4). */
export async function answerMachineTokenRequest(
	context: Context,
	request: Request,
	call: TokenCall
): Promise<Response> {
	const endpoint = { formats: ['form', 'json'], handle: giveMachineToken } as const;
	return toResponse(await answer(context, request, call, endpoint));
}

/** `POST /oauth/revoke` (RFC 7009), for applications and machine clients. */
export async function answerRevocation(
	context: Context,
	request: Request,
	call: TokenCall
): Promise<Response> {
	const endpoint = { formats: ['form'], handle: revoke } as const;
	return toResponse(await answer(context, request, call, endpoint));
}

const giveTokens: Handle = async (transaction, credentials, asked) => {
	const application = await authenticateApplication(transaction, credentials);
	if (application instanceof OAuthError) return application;
	switch (asked.body.get('grant_type')) {
		case 'authorization_code':
			return exchangeCode(transaction, application, asked);
		case 'refresh_token':
			return refresh(transaction, application, asked);
		default:
			return wrongGrantType(asked, 'authorization_code or refresh_token');
	}
};

const giveMachineToken: Handle = async (transaction, credentials, asked) => {
	const machine = await authenticateMachine(transaction, credentials);
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
	return issueMachineToken(transaction, machine.machineClientId);
};

const revoke: Handle = async (transaction, credentials, { body }) => {
	const holder = credentials.id.startsWith(MACHINE_ID_PREFIX)
		? await authenticateMachine(transaction, credentials)
		: await authenticateApplication(transaction, credentials);
	if (holder instanceof OAuthError) return holder;
	const token = body.get('token');
	if (token === undefined) {
		return new OAuthError('invalid_request', 'token is missing; send the one to revoke.');
	}
	await revokeToken(transaction, holder, token);
	return {};
};

/** Reads, throttles, does the work in a transaction, and answers once that is committed. */
async function answer(
	context: Context,
	request: IncomingTokenRequest,
	{ throttle, requestId }: TokenCall,
	endpoint: Endpoint
): Promise<JsonAnswer> {
	const result = await resultOf(context, request, throttle, endpoint);
	return identified(
		result instanceof OAuthError ? result.toAnswer() : answerJson(result),
		requestId
	);
}

async function resultOf(
	context: Context,
	request: IncomingTokenRequest,
	throttle: Throttle,
	{ formats, handle }: Endpoint
): Promise<object | OAuthError> {
	const asked = await readTokenRequest(request, formats);
	if (asked instanceof OAuthError) return asked;
	const credentials = readClientCredentials(asked);
	if (credentials instanceof OAuthError) return credentials;
	const refusal = throttle(credentials.id);
	if (refusal) return refusal;
	return context.writeTogether((transaction) => handle(transaction, credentials, asked));
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
