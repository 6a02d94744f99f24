import { createApplication } from '#lib/server/applications.ts';
import { createSecret } from '#lib/server/client-secrets.ts';
import { openConnect } from '#lib/server/connect/authorize/open-connect.ts';
import { begin, pickBrand } from '#lib/server/connect/journey/begin.ts';
import { decide } from '#lib/server/connect/journey/decide.ts';
import { logIn } from '#lib/server/connect/journey/log-in.ts';
import { findOffer } from '#lib/server/connect/journey/offer.ts';
import type { Traveller } from '#lib/server/connect/journey/step.ts';
import type { Protocol } from '#lib/server/connect/protocol.ts';
import { findSession } from '#lib/server/connect/sessions.ts';
import { answerTokenRequest } from '#lib/server/connect/token/endpoints.ts';
import { addRedirectUri } from '#lib/server/redirect-uris.ts';
import { updateProtocol } from '#lib/server/sandbox-settings.ts';

export const REDIRECT_URI = 'https://app.example/callback';

const ISSUER = 'http://127.0.0.1:3000';
const BROWSER = 'the browser';

/** An application that can go the whole way of a link. */
export interface TestClient {
	readonly clientId: string;
	readonly secret: string;
}

export async function createClient(protocol: Protocol): Promise<TestClient> {
	const created = await createApplication({ name: 'Charge Planner' });
	if (!created.ok) throw new Error(created.message);
	const { clientId } = created;
	const made = await createSecret(clientId, null);
	if (!made.ok) throw new Error(made.message);
	await addRedirectUri(clientId, REDIRECT_URI);
	await updateProtocol(clientId, protocol);
	return { clientId, secret: made.secret };
}

/** Opens a link and goes on to the consent screen. */
export async function reachConsent({ clientId }: TestClient): Promise<Traveller> {
	const traveller = await openSession(clientId);
	await begin(traveller, { country: null, language: 'en' });
	await pickBrand(traveller, 'AUDI');
	await logIn(traveller, 'owner@example.com');
	return traveller;
}

/** Opens a link; the owner is on the first screen. */
export async function openSession(clientId: string): Promise<Traveller> {
	const query = new URLSearchParams({
		response_type: 'code',
		client_id: clientId,
		redirect_uri: REDIRECT_URI,
		scope: 'read_battery read_odometer',
		approval_prompt: 'force',
		mode: 'simulated'
	});
	const visit = { browser: BROWSER, issuer: ISSUER, developer: true };
	const opened = await openConnect('authorize', `?${query}`, visit);
	if (opened.kind !== 'session') throw new Error(`The link led to a ${opened.kind}.`);
	return { id: opened.id, browser: BROWSER, issuer: ISSUER };
}

/** Goes the whole way of a link, with everything allowed. @returns the code. */
export async function freshCode(client: TestClient): Promise<string> {
	const traveller = await reachConsent(client);
	const found = await findSession(traveller.id, traveller.browser);
	if (found.kind === 'foreign') throw new Error('The session is gone.');
	const { asked, vehicles } = await findOffer(found.session);
	const next = await decide(traveller, {
		permissions: asked.map(({ name }) => name),
		vehicles: vehicles.map(({ id }) => id)
	});
	if (next.kind !== 'redirect') throw new Error(`Consent led to a ${next.kind}.`);
	return new URL(next.location).searchParams.get('code') ?? '';
}

/** An answer of a token endpoint, with what tests look at. */
interface TokenResult {
	readonly status: number;
	readonly error: unknown;
	readonly access: string;
	readonly refresh: string;
}

export function exchange(client: TestClient, code: string): Promise<TokenResult> {
	const fields = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT_URI };
	return ask(client, fields);
}

export function refresh(client: TestClient, token: string): Promise<TokenResult> {
	return ask(client, { grant_type: 'refresh_token', refresh_token: token });
}

async function ask(client: TestClient, fields: Record<string, string>): Promise<TokenResult> {
	const answer = await answerTokenRequest(tokenRequest(client, fields), () => null);
	const { error, access_token: access = '', refresh_token = '' } = await answer.json();
	return { status: answer.status, error, access, refresh: refresh_token };
}

export function tokenRequest(
	{ clientId, secret }: TestClient,
	fields: Readonly<Record<string, string>>
): Request {
	return new Request(`${ISSUER}/oauth/token`, {
		method: 'POST',
		headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
		body: new URLSearchParams(fields)
	});
}
