import type { Client } from './dashboard.ts';
import { jsonOf, postForm, send, type Answer, type Fields } from './http.ts';
import { authorize, newOwner, type Owner } from './journey.ts';

export interface Tokens {
	readonly access: string;
	readonly refresh: string;
	readonly scope: string;
}

export function basic({ clientId, secret }: Pick<Client, 'clientId' | 'secret'>): string {
	return `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
}

/** Posts to one of the token endpoints with the client's secret by HTTP Basic. */
export function ask(client: Client, path: 'token' | 'revoke', fields: Fields): Promise<Answer> {
	return postForm(`${client.origin}/oauth/${path}`, fields, { authorization: basic(client) });
}

export function exchange(client: Client, code: string, changes: Fields = {}): Promise<Answer> {
	const { redirectUri } = client;
	return ask(client, 'token', {
		grant_type: 'authorization_code',
		code,
		redirect_uri: redirectUri,
		...changes
	});
}

export function refresh(client: Client, token: string, changes: Fields = {}): Promise<Answer> {
	return ask(client, 'token', { grant_type: 'refresh_token', refresh_token: token, ...changes });
}

export function revoke(client: Client, token: string, changes: Fields = {}): Promise<Answer> {
	return ask(client, 'revoke', { token, ...changes });
}

/** A code that nobody exchanged yet. */
export async function freshCode(
	client: Client,
	changes: Fields = {},
	owner: Owner = newOwner()
): Promise<string> {
	return (await authorize(client, changes, owner)).get('code') ?? '';
}

/** Goes the whole way of a link, and exchanges its code. */
export async function freshTokens(
	client: Client,
	changes: Fields = {},
	owner: Owner = newOwner()
): Promise<Tokens> {
	return tokensOf(await exchange(client, await freshCode(client, changes, owner)));
}

/** @throws {Error} for an answer that issued nothing. */
export function tokensOf(answer: Answer): Tokens {
	const { access_token: access, refresh_token: refreshToken, scope } = jsonOf(answer);
	if (answer.status !== 200 || typeof access !== 'string' || typeof refreshToken !== 'string') {
		throw new Error(`No tokens were issued: ${answer.status} ${answer.text}`);
	}
	return { access, refresh: refreshToken, scope: String(scope) };
}

/** Calls an endpoint of the vehicle API v2.0. */
export function call(origin: string, path: string, accessToken: string): Promise<Answer> {
	return send(`${origin}/v2.0/${path}`, { headers: { authorization: `Bearer ${accessToken}` } });
}

/** Asks for one signal by the vehicle API v3. */
export function callSignal(
	origin: string,
	vehicleId: string,
	code: string,
	accessToken: string
): Promise<Answer> {
	return send(`${origin}/v3/vehicles/${vehicleId}/signals/${code}`, {
		headers: { authorization: `Bearer ${accessToken}` }
	});
}

/** Ids of the vehicles that an access token reaches. */
export async function vehiclesOf(
	{ origin }: Pick<Client, 'origin'>,
	accessToken: string
): Promise<readonly string[]> {
	const { vehicles } = jsonOf(await call(origin, 'vehicles', accessToken));
	return Array.isArray(vehicles) ? vehicles.map(String) : [];
}

/** Whether an access token still reaches anything. */
export async function isAlive(origin: string, accessToken: string): Promise<boolean> {
	return (await call(origin, 'user', accessToken)).status === 200;
}
