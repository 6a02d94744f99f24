import { MACHINE_ID_PREFIX } from '#lib/access/client-id.ts';
import { answerJson, identified, OAuthError } from '#lib/connect/oauth-error.ts';
import { rulesOf } from '#lib/connect/protocol.ts';
import {
	authenticateApplication,
	authenticateMachine,
	type AuthenticatedApplication,
	type ClientCredentials
} from '../../connect/token/authenticate.ts';
import { exchangeCode, findCode, type SentCode } from '../../connect/token/exchange-code.ts';
import { issueMachineToken } from '../../connect/token/machine-token.ts';
import { refresh } from '../../connect/token/refresh.ts';
import { repeatable } from '../../connect/token/repeatable.ts';
import { revokeToken } from '../../connect/token/revoke.ts';
import type { Transaction } from '../../context.ts';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import { asCaller, endpoint, Refused, type Endpoint } from '../endpoint.ts';
import { readClientCredentials } from './client-credentials.ts';
import { NotedFields } from './noted-fields.ts';
import { readTokenRequest, type BodyFormat, type TokenRequest } from './read-request.ts';
import { throttleTokens } from './throttle.ts';
import { wordExchange, wordRefresh, wordUnknownClient } from './words.ts';

export { metadata } from './metadata.ts';

interface Claim {
	/** As it was sent. */
	readonly clientId: string;
	readonly asked: TokenRequest;
	/** The same parameters, of which those that are looked at are known. */
	readonly fields: NotedFields;
	/** Held against what is stored in the transaction of the answer. */
	readonly credentials: ClientCredentials;
}

type Handle = (transaction: Transaction, claim: Claim) => Promise<object | OAuthError>;

/** `POST /oauth/token`: codes and refresh tokens of an application (RFC 6749 section 3.2). */
export const tokenEndpoint = oauthEndpoint(['form'], async (transaction, claim) => {
	const code = claim.asked.body.get('code');
	// Together: where the database is a server, each answer of it is waited for.
	const [application, rows] = await Promise.all([
		authenticateApplication(transaction, claim.credentials),
		code === undefined ? [] : findCode(transaction, code)
	]);
	if (!application.ok) return wordUnknownClient(application);
	switch (claim.asked.body.get('grant_type')) {
		case 'authorization_code':
			return code === undefined
				? new OAuthError('invalid_request', 'code is missing; send the one of the redirect.')
				: giveForCode(transaction, application, { code, rows, ...claim.asked });
		case 'refresh_token':
			return giveForRefreshToken(transaction, application, claim.asked);
		default:
			return wrongGrantType(claim.asked, 'authorization_code or refresh_token');
	}
});

async function giveForCode(
	transaction: Transaction,
	application: AuthenticatedApplication,
	{ code, rows, body, flags }: TokenRequest & Pick<SentCode, 'rows'> & { readonly code: string }
): Promise<object> {
	const redirectUri = body.get('redirect_uri');
	const sent = { rows, redirectUri, codeVerifier: body.get('code_verifier'), flags };
	const outcome = await exchangeCode(transaction, application, sent);
	if (outcome.kind === 'issued') return outcome.tokens;
	const { fault } = outcome;
	const { clientId, protocol } = application;
	const shown = fault === 'code' ? await repeatable(transaction, code, clientId) : null;
	return wordExchange(fault, rulesOf(protocol), { code: shown, redirectUri });
}

async function giveForRefreshToken(
	transaction: Transaction,
	application: AuthenticatedApplication,
	{ body, flags }: TokenRequest
): Promise<object> {
	const token = body.get('refresh_token');
	if (token === undefined) {
		return new OAuthError('invalid_request', 'refresh_token is missing; send the newest one.');
	}
	const sent = { token, scope: body.get('scope'), flags };
	const outcome = await refresh(transaction, application, sent);
	if (outcome.kind === 'issued') return outcome.tokens;
	const { fault } = outcome;
	const { clientId, protocol } = application;
	const shown = fault.kind === 'token' ? await repeatable(transaction, token, clientId) : null;
	return wordRefresh(fault, rulesOf(protocol), shown);
}

/** `POST /oauth2/token`: tokens of API v3 for a machine client (RFC 6749 section 4.4). */
export const machineTokenEndpoint = oauthEndpoint(['form', 'json'], async (transaction, claim) => {
	const machine = await authenticateMachine(transaction, claim.credentials);
	if (!machine.ok) return wordUnknownClient(machine);
	if (claim.asked.body.get('grant_type') !== 'client_credentials') {
		return wrongGrantType(claim.asked, 'client_credentials');
	}
	if (claim.asked.body.has('scope')) {
		return new OAuthError(
			'invalid_scope',
			'A machine token takes no scope: it reaches what the owners of the application granted.'
		);
	}
	return issueMachineToken(transaction, machine.machineClientId);
});

/** `POST /oauth/revoke` (RFC 7009), for applications and machine clients. */
export const revocationEndpoint = oauthEndpoint(['form'], async (transaction, claim) => {
	const holder = claim.credentials.id.startsWith(MACHINE_ID_PREFIX)
		? await authenticateMachine(transaction, claim.credentials)
		: await authenticateApplication(transaction, claim.credentials);
	if (!holder.ok) return wordUnknownClient(holder);
	const token = claim.asked.body.get('token');
	if (token === undefined) {
		return new OAuthError('invalid_request', 'token is missing; send the one to revoke.');
	}
	await revokeToken(transaction, holder, token);
	return {};
});

/** Answers once what was done is committed. */
function oauthEndpoint(formats: readonly BodyFormat[], handle: Handle): Endpoint {
	return endpoint<Claim, Claim>({
		who: async (call) => {
			const read = await readTokenRequest(call.request, formats);
			if (read instanceof OAuthError) return refused(call, read);
			const fields = new NotedFields(read.body);
			const asked = { ...read, body: fields };
			const credentials = readClientCredentials(asked);
			if (credentials instanceof OAuthError) return refused(call, credentials);
			return { clientId: credentials.id, asked, fields, credentials };
		},
		limit: (call, { credentials }) => {
			const refusal = throttleTokens(call.context, call.envelope.address, credentials.id);
			return refusal && refused(call, refusal);
		},
		// Part of the answer: a secret that is looked up is used in the same commit.
		permission: asCaller,
		answer: async (call, claim) => {
			const done = await call.context.writeTogether((transaction) => handle(transaction, claim));
			// Who is refused may have been so before all of them were looked at.
			if (!(done instanceof OAuthError)) call.envelope.bodyRead = claim.fields.read();
			return worded(call, done);
		}
	});
}

function refused(call: Call, error: OAuthError): Refused {
	return new Refused(worded(call, error));
}

function worded({ envelope }: Call, result: object | OAuthError): Answer {
	const answer = result instanceof OAuthError ? result.toAnswer() : answerJson(result);
	return identified(answer, envelope.id);
}

function wrongGrantType({ body }: TokenRequest, allowed: string): OAuthError {
	const given = body.get('grant_type');
	return given === undefined
		? new OAuthError('invalid_request', `grant_type is missing; send ${allowed}.`)
		: new OAuthError('unsupported_grant_type', `Send grant_type ${allowed}.`);
}
