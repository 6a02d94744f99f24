import type { ConnectQuery } from '#lib/access/connect-url/checks/link.ts';
import type { ConnectPath } from '#lib/access/connect-url/parameters.ts';
import { accessInLink, publishedAccess } from '#lib/connect/authorize/asked-access.ts';
import { checkRedirectUri } from '#lib/connect/authorize/check-redirect-uri.ts';
import { checkRequest } from '#lib/connect/authorize/check-request.ts';
import { showPage, type ShownPage } from '#lib/connect/authorize/page-refusal.ts';
import { MAX_QUERY_LENGTH, readConnectQuery } from '#lib/connect/authorize/read-query.ts';
import {
	modeOf,
	readAccessRequest,
	readSignInRequest,
	vehicleToSignInFor,
	type RequestItself
} from '#lib/connect/authorize/read-request.ts';
import type { ErrorAnswer } from '#lib/connect/connect-errors.ts';
import { rulesOf } from '#lib/connect/protocol.ts';
import type { ErrorBack } from '#lib/connect/redirect-back.ts';
import type { ConnectRequest } from '#lib/connect/session-data.ts';
import { readSandboxSettings } from '../../applications/sandbox-settings.ts';
import { latestVersion } from '../../configurations/versions.ts';
import type { Context, Transaction } from '../../context.ts';
import { createSession } from '../sessions.ts';
import { checkClient } from './check-client.ts';
import { findConnectedVehicle } from './connected-vehicle.ts';

export type Opened =
	/** The owner's journey begins. */
	| { readonly kind: 'session'; readonly id: string }
	/** It would begin; who only asked for the head of the answer begins nothing. */
	| { readonly kind: 'head' }
	| ErrorBack
	| ShownPage;

interface Visit {
	/** Value of the cookie that names the browser; null where no session shall begin. */
	readonly browser: string | null;
	/** Our own origin. */
	readonly issuer: string;
	/** Whether faults may be shown in detail: the server runs on the developer's machine. */
	readonly developer: boolean;
}

/** A link that a journey may begin with. */
interface Accepted {
	readonly kind: 'accepted';
	readonly clientId: string;
	readonly request: ConnectRequest;
}

/** Opens a Connect link. */
export async function openConnect(
	context: Context,
	path: ConnectPath,
	search: string,
	{ browser, ...visit }: Visit
): Promise<Opened> {
	if (search.length > MAX_QUERY_LENGTH) {
		return showPage({ code: 'link-too-long', most: MAX_QUERY_LENGTH });
	}
	const query = readConnectQuery(path, search);
	const judged = await context.read((transaction) => judgeLink(transaction, query, visit));
	if (judged.kind !== 'accepted') return judged;
	if (browser === null) return { kind: 'head' };
	return context.write((transaction) => begin(transaction, query, browser, visit));
}

/** Judges again where the session is stored: the application may be another one by then, or gone. */
async function begin(
	transaction: Transaction,
	query: ConnectQuery,
	browser: string,
	visit: Omit<Visit, 'browser'>
): Promise<Opened> {
	const judged = await judgeLink(transaction, query, visit);
	if (judged.kind !== 'accepted') return judged;
	const id = await createSession(transaction, judged.clientId, browser, judged.request);
	return { kind: 'session', id };
}

/**
 * Client first, then redirect URI, then everything else. Before the redirect URI is verified nothing
 * redirects.
 */
async function judgeLink(
	transaction: Transaction,
	query: ConnectQuery,
	{ issuer, developer }: Omit<Visit, 'browser'>
): Promise<Opened | Accepted> {
	const application = await checkClient(transaction, query, developer);
	if ('refusal' in application) return application;
	const { clientId, name } = application;
	const client = { clientId, name };
	const redirect = checkRedirectUri(query, application, developer);
	if ('refusal' in redirect) return { ...redirect, client };

	const { protocol } = await readSandboxSettings(transaction, clientId);
	const rules = rulesOf(protocol);
	const state = query.parameters.state ?? null;
	const to = redirect.uri === null ? null : { redirectUri: redirect.uri, state, protocol, issuer };
	const request =
		checkRequest(query, application, rules) ?? (await readRequest(transaction, clientId, query));
	if ('refusal' in request) {
		// Where others would have redirected at once, an owner may.
		const answer = checkRequest(query, application, { ...rules, redirectsEarlyFaults: true });
		const back =
			to && answer && 'error' in answer ? ({ kind: 'error', to, answer } as const) : null;
		return { ...request, client, back };
	}
	if (!('error' in request)) {
		const { uri: redirectUri, sent: redirectUriSent } = redirect;
		return {
			kind: 'accepted',
			clientId,
			request: { ...request, state, redirectUri, redirectUriSent }
		};
	}
	if (to === null) return { ...showPage({ code: 'nowhere-to-tell', answer: request }), client };
	return { kind: 'error', to, answer: request };
}

async function readRequest(
	transaction: Transaction,
	clientId: string,
	query: ConnectQuery
): Promise<RequestItself | ErrorAnswer> {
	const vehicleId = vehicleToSignInFor(query.parameters);
	if (vehicleId !== null) {
		const meant = { clientId, vehicleId, mode: modeOf(query.parameters) };
		return readSignInRequest(query, await findConnectedVehicle(transaction, meant));
	}
	const access =
		accessInLink(query.parameters.scope) ??
		publishedAccess(await latestVersion(transaction, clientId));
	return 'error' in access ? access : readAccessRequest(query, access);
}
