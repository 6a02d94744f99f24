import type { ConnectQuery } from '#lib/access/connect-url/checks/link.ts';
import { parseFlags } from '#lib/access/connect-url/flags.ts';
import type { ConnectParameters, ConnectPath } from '#lib/access/connect-url/parameters.ts';
import { isSimulatedMode } from '#lib/access/connect-url/parameters.ts';
import { isPermissionName, type PermissionName } from '#lib/access/permission.ts';
import { checkRedirectUri } from '#lib/connect/authorize/check-redirect-uri.ts';
import { checkRequest } from '#lib/connect/authorize/check-request.ts';
import type { PageRefusal } from '#lib/connect/authorize/page-refusal.ts';
import { MAX_QUERY_LENGTH, readConnectQuery } from '#lib/connect/authorize/read-query.ts';
import type { ErrorAnswer } from '#lib/connect/connect-errors.ts';
import { rulesOf } from '#lib/connect/protocol.ts';
import { redirectWithError } from '#lib/connect/redirect-back.ts';
import type { ConnectRequest } from '#lib/connect/session-data.ts';
import { readSandboxSettings } from '../../applications/sandbox-settings.ts';
import type { Context } from '../../context.ts';
import { createSession } from '../sessions.ts';
import { askedAccess } from './asked-access.ts';
import { checkClient } from './check-client.ts';
import { connectedVehicle } from './connected-vehicle.ts';

export type Opened =
	/** The owner's journey begins. */
	| { readonly kind: 'session'; readonly id: string }
	/** It would begin; who only asked for the head of the answer begins nothing. */
	| { readonly kind: 'head' }
	/** Back to the application, with an error. */
	| { readonly kind: 'redirect'; readonly location: string }
	| { readonly kind: 'page'; readonly refusal: PageRefusal };

interface Visit {
	/** Value of the cookie that names the browser; null where no session shall begin. */
	readonly browser: string | null;
	/** Our own origin. */
	readonly issuer: string;
	/** Whether faults may be shown in detail: the server runs on the developer's machine. */
	readonly developer: boolean;
}

/**
 * Opens a Connect link: client first, then redirect URI, then everything else. Before the redirect
 * URI is verified nothing redirects.
 */
export async function openConnect(
	context: Context,
	path: ConnectPath,
	search: string,
	{ browser, issuer, developer }: Visit
): Promise<Opened> {
	if (search.length > MAX_QUERY_LENGTH) {
		const message = `400: The link is longer than ${MAX_QUERY_LENGTH} characters`;
		const advice = 'Shorten it, for example by keeping state in your app and sending a short id.';
		return { kind: 'page', refusal: { message, advice } };
	}
	const query = readConnectQuery(path, search);
	const application = await checkClient(context, query, developer);
	if ('message' in application) return { kind: 'page', refusal: application };
	const { clientId } = application;
	const redirect = checkRedirectUri(query, application, developer);
	if ('message' in redirect) return { kind: 'page', refusal: redirect };

	const { protocol } = await readSandboxSettings(context, clientId);
	const state = query.parameters.state ?? null;
	const request =
		checkRequest(query, application, rulesOf(protocol)) ??
		(await readRequest(context, clientId, query));
	if ('message' in request) return { kind: 'page', refusal: request };
	if ('error' in request) {
		if (redirect.uri === null) return { kind: 'page', refusal: onOurPage(request) };
		const destination = { redirectUri: redirect.uri, state, protocol, issuer };
		return { kind: 'redirect', location: redirectWithError(destination, request) };
	}
	if (browser === null) return { kind: 'head' };
	const id = await createSession(context, clientId, browser, {
		...request,
		state,
		redirectUri: redirect.uri,
		redirectUriSent: redirect.sent
	});
	return { kind: 'session', id };
}

function onOurPage({ error, description }: ErrorAnswer): PageRefusal {
	return { message: `400: ${error}`, advice: description };
}

type RequestItself = Omit<ConnectRequest, 'state' | 'redirectUri' | 'redirectUriSent'>;

async function readRequest(
	context: Context,
	clientId: string,
	{ parameters, extra }: ConnectQuery
): Promise<RequestItself | ErrorAnswer> {
	const common = {
		user: parameters.user ?? null,
		externalId: parameters.externalId ?? null,
		appOrigin: parameters.appOrigin ?? null,
		country: countryOf(parameters),
		codeChallenge: extra.codeChallenge
	};
	const vehicleId = vehicleToSignInFor(parameters);
	if (vehicleId !== null) {
		const vehicle = await connectedVehicle(context, clientId, vehicleId);
		if ('error' in vehicle) return vehicle;
		return {
			...common,
			responseType: 'vehicle_id',
			asked: [],
			version: null,
			approvalPrompt: 'auto',
			mode: vehicle.mode,
			make: vehicle.make,
			singleSelect: false,
			singleSelectVin: null,
			vehicleId: vehicle.vehicleId,
			refuse: []
		};
	}
	const access = await askedAccess(context, clientId, parameters.scope);
	if ('error' in access) return access;
	return {
		...common,
		...access,
		responseType: parameters.responseType === 'none' ? 'none' : 'code',
		approvalPrompt: parameters.approvalPrompt === 'force' ? 'force' : 'auto',
		mode: isSimulatedMode(parameters) ? 'simulated' : 'live',
		make: parameters.make ?? null,
		singleSelect: parameters.singleSelect === 'true',
		singleSelectVin: parameters.singleSelectVin?.toUpperCase() ?? null,
		vehicleId: null,
		refuse: permissionsIn(extra.refuse)
	};
}

/** Both public forms: the address of its own, and the vehicle's id in place of a response type. */
function vehicleToSignInFor({ path, responseType, vehicleId }: ConnectParameters): string | null {
	if (path === 'reauthenticate') return vehicleId ?? '';
	return responseType === 'code' || responseType === 'none' ? null : (responseType ?? null);
}

function countryOf({ flags = '' }: ConnectParameters): string | null {
	for (const word of parseFlags(flags)) {
		if (word.ok && word.flag.name === 'country') return word.flag.value;
	}
	return null;
}

function permissionsIn(text: string | null): readonly PermissionName[] {
	return (text ?? '').split(/\s+/).filter(isPermissionName);
}
