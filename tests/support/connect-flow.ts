import type { Traveller } from '#lib/server/connect/journey/step.ts';
import type { Protocol } from '#lib/server/connect/protocol.ts';
import { updateProtocol } from '#lib/server/sandbox-settings.ts';
import { CALLBACK, connect, newApplication, newSecret, newTraveller, signInBy } from './connect.ts';
import { ask, formRequest, type Client } from './tokens.ts';

const FORCED = { approval_prompt: 'force', redirect_uri: CALLBACK };

/** An application that can go the whole way of a link. */
export type TestClient = Client;

export async function createClient(protocol: Protocol): Promise<TestClient> {
	const clientId = await newApplication();
	await updateProtocol(clientId, protocol);
	return { clientId, secret: await newSecret(clientId) };
}

/** Opens a link; the owner is on the first screen. */
export function openSession(clientId: string): Promise<Traveller> {
	return newTraveller(clientId, FORCED);
}

/** Opens a link and goes on to the consent screen. */
export async function reachConsent({ clientId }: TestClient): Promise<Traveller> {
	const { traveller } = await signInBy(clientId, FORCED);
	return traveller;
}

/** Goes the whole way of a link, with everything allowed. @returns the code. */
export function freshCode({ clientId }: TestClient): Promise<string> {
	return connect(clientId, FORCED);
}

/** An answer of the token endpoint, with what tests of its rules look at. */
interface TokenResult {
	readonly status: number;
	readonly error: unknown;
	readonly access: string;
	readonly refresh: string;
}

export function exchange(client: TestClient, code: string): Promise<TokenResult> {
	const fields = { grant_type: 'authorization_code', code, redirect_uri: CALLBACK };
	return result(client, fields);
}

export function refresh(client: TestClient, token: string): Promise<TokenResult> {
	return result(client, { grant_type: 'refresh_token', refresh_token: token });
}

async function result(client: TestClient, fields: Record<string, string>): Promise<TokenResult> {
	const { status, body } = await ask(client, fields);
	const text = (name: string) => (typeof body[name] === 'string' ? body[name] : '');
	return {
		status,
		error: body.error,
		access: text('access_token'),
		refresh: text('refresh_token')
	};
}

/** With the client's credentials by Basic. */
export function tokenRequest(
	{ clientId, secret }: TestClient,
	fields: Readonly<Record<string, string>>
): Request {
	return formRequest(fields, {
		headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` }
	});
}
