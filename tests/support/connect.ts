import type { ConnectSession } from '#lib/connect/journey/session.ts';
import type { ConnectRequest } from '#lib/connect/session-data.ts';
import type { Purposes } from '#lib/access/purposes.ts';
import { createApplication } from '#lib/server/applications/applications.ts';
import { createSecret } from '#lib/server/applications/client-secrets.ts';
import { addRedirectUri } from '#lib/server/applications/redirect-uris.ts';
import { saveDraft } from '#lib/server/configurations/drafts.ts';
import { latestVersion, publish } from '#lib/server/configurations/versions.ts';
import { openConnect } from '#lib/server/connect/authorize/open-connect.ts';
import { begin, pickBrand } from '#lib/server/connect/journey/begin.ts';
import { decide } from '#lib/server/connect/journey/decide.ts';
import { logIn } from '#lib/server/connect/journey/log-in.ts';
import { findOffer } from '#lib/server/connect/journey/offer.ts';
import type { Next, Traveller } from '#lib/server/connect/journey/step.ts';
import { findSession } from '#lib/server/connect/sessions.ts';
import type { Context } from '#lib/server/context.ts';
import { done, draftOf } from './outcome.ts';
import type { TestStorage } from './storage.ts';
import { seen } from './worded.ts';
import { ISSUER, type Parameters } from './tokens.ts';

export const CALLBACK = 'http://localhost:3000/callback';
export const BROWSER = 'the-browser-of-the-owner';
/** Has two vehicles to choose from. */
export const OWNER = '2-vehicles@smartcar.com';

export { ISSUER, type Parameters };

/** An application with redirect URIs, of which the first is the default. */
export async function newApplication(
	context: Context,
	name = 'Charge Planner',
	redirectUris: readonly string[] = [CALLBACK]
): Promise<string> {
	const created = await createApplication(context, { name, mode: 'simulated' });
	if (!created.ok) throw new Error(created.kind);
	for (const uri of redirectUris) {
		const added = await addRedirectUri(context, created.clientId, uri);
		if (!added.ok) throw new Error(added.kind);
	}
	return created.clientId;
}

/** An empty storage with one application, for the beginning of a test. */
export async function withApplication({ context }: Pick<TestStorage, 'context'>) {
	return { context, clientId: await newApplication(context) };
}

export async function newSecret(
	context: Context,
	clientId: string,
	machineClientId: string | null = null
): Promise<string> {
	const created = await createSecret(context, clientId, machineClientId);
	if (!created.ok) throw new Error(created.kind);
	return created.secret;
}

/** Publishes an access; an item with `!` behind its code is required. */
export async function publishItems(
	context: Context,
	clientId: string,
	...codes: readonly string[]
): Promise<void> {
	await publishWith(context, clientId, {}, ...codes);
}

/** The same, with what its permissions are said to be for. */
export async function publishWith(
	context: Context,
	clientId: string,
	purposes: Purposes,
	...codes: readonly string[]
): Promise<void> {
	const selection = codes.map((code) => ({
		code: code.replace('!', ''),
		required: code.endsWith('!')
	}));
	const { revision } = await draftOf(context, clientId);
	const next = { clientId, baseRevision: revision, selection, purposes };
	const saved = done(await saveDraft(context, next));
	const outcome = await publish(context, {
		clientId,
		basedOn: (await latestVersion(context, clientId))?.number ?? null,
		draftRevision: saved.draft.revision,
		message: 'For the test'
	});
	done(outcome);
}

/** The query of a Connect link. */
export function queryOf(clientId: string, parameters: Parameters = {}): string {
	const all: Parameters = {
		response_type: 'code',
		client_id: clientId,
		mode: 'simulated',
		make: 'CHEVROLET',
		scope: 'read_battery read_odometer',
		...parameters
	};
	return `?${Object.entries(all)
		.flatMap(([name, value]) => (value ? [`${name}=${encodeURIComponent(value)}`] : []))
		.join('&')}`;
}

export const open = (
	context: Context,
	search: string,
	path: 'authorize' | 'reauthenticate' = 'authorize'
) => openConnect(context, path, search, { browser: BROWSER, issuer: ISSUER, developer: true });

/** The request of a link that has to begin a journey, as its session keeps it. */
export async function requestIn(
	context: Context,
	search: string,
	path: 'authorize' | 'reauthenticate' = 'authorize'
): Promise<ConnectRequest> {
	const opened = await open(context, search, path);
	if (opened.kind !== 'session') throw new Error(JSON.stringify(opened));
	const keys = { id: opened.id, browser: BROWSER, signIn: undefined };
	const found = await findSession(context, keys);
	if (found.kind !== 'open') throw new Error(found.kind);
	return found.session.request;
}

/** Opens a link that has to begin a journey. An empty parameter leaves out what is usual. */
export async function newTraveller(
	context: Context,
	clientId: string,
	parameters: Parameters = {}
): Promise<Traveller> {
	const opened = await open(context, queryOf(clientId, parameters));
	if (opened.kind !== 'session') throw new Error(JSON.stringify(opened));
	return { id: opened.id, browser: BROWSER, signIn: undefined, issuer: ISSUER };
}

/** The session of a traveller, whether it goes on or not. */
export async function sessionOf(context: Context, traveller: Traveller): Promise<ConnectSession> {
	const found = await findSession(context, traveller);
	if (found.kind === 'foreign') throw new Error('No session');
	return found.session;
}

interface SignedIn {
	readonly traveller: Traveller;
	readonly next: Next;
}

/** Presses Sign in, and keeps what the browser is given then. */
export async function signInAs(
	context: Context,
	traveller: Traveller,
	username = OWNER
): Promise<SignedIn> {
	const next = await logIn(context, traveller, username);
	if (next.kind !== 'signed-in') return { traveller, next };
	const { screen, secret } = next;
	return { traveller: { ...traveller, signIn: secret }, next: { kind: 'screen', screen } };
}

/** Opens a link and goes on to the end of the sign-in. */
export async function signInBy(
	context: Context,
	clientId: string,
	parameters: Parameters = {},
	username = OWNER
): Promise<SignedIn> {
	const traveller = await newTraveller(context, clientId, parameters);
	const first = await begin(context, traveller, { country: null, language: 'en' });
	if (first.kind === 'screen' && first.screen === 'brand') {
		await pickBrand(context, traveller, 'CHEVROLET');
	}
	return signInAs(context, traveller, username);
}

export interface Choice {
	/** Scope string of what is ticked; everything when absent. */
	readonly ticked?: string;
	/** Positions of the vehicles that are ticked; all when absent. */
	readonly vehicles?: readonly number[];
	readonly username?: string;
}

/** Presses Allow on the consent screen. */
export async function allow(
	context: Context,
	traveller: Traveller,
	{ ticked, vehicles }: Choice = {}
): Promise<Next> {
	const offer = await findOffer(context, await sessionOf(context, traveller));
	return decide(context, traveller, {
		permissions: ticked?.split(' ') ?? offer.asked.map(({ name }) => name),
		vehicles: offer.vehicles
			.filter((_, index) => vehicles?.includes(index) ?? true)
			.map(({ id }) => id)
	});
}

/** What a step's redirect says. */
export function answerOf(next: Next): URLSearchParams {
	const way = seen(next);
	if (way.kind !== 'redirect') throw new Error(JSON.stringify(next));
	return new URL(way.location).searchParams;
}

/** A whole journey to the owner's consent. @returns the code */
export async function connect(
	context: Context,
	clientId: string,
	parameters: Parameters = {},
	choice: Choice = {}
): Promise<string> {
	const { traveller, next } = await signInBy(context, clientId, parameters, choice.username);
	const last = next.kind === 'screen' ? await allow(context, traveller, choice) : next;
	return answerOf(last).get('code') ?? '';
}
