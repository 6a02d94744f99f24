import type { Protocol } from '#lib/connect/protocol.ts';
import type { Context } from '#lib/server/context.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';

/** Where tests find the server. */
export const ISSUER = 'http://localhost:5173';

/** Of a link or a form; one that is empty or undefined is left out. */
export type Parameters = Readonly<Record<string, string | undefined>>;

/** What a client sends; its credentials stand in the body. */
export interface Client {
	readonly clientId: string;
	readonly secret: string;
}

/** An answer of a token endpoint, read. */
export interface Answer {
	readonly status: number;
	readonly body: Readonly<Record<string, unknown>>;
	readonly headers: Headers;
}

/** What is sent to a program's address, by POST and as a form where nothing else is said. */
export interface Sent {
	readonly path?: string;
	readonly body?: string;
	readonly headers?: Readonly<Record<string, string>>;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

export function formOf(body: Parameters): string {
	const given = Object.entries(body).flatMap(([name, value]) =>
		value === undefined ? [] : [[name, value]]
	);
	return new URLSearchParams(given).toString();
}

/**
 * Sends to an address for programs.
 *
 * @param counted address that the request is counted for; else how often is not counted
 */
export async function send(context: Context, sent: Sent, counted?: string): Promise<Answer> {
	const { path = '/oauth/token', body = '', headers = {} } = sent;
	const settings = { ...context.settings, rateLimits: counted !== undefined };
	const init = { method: 'POST', body, headers: { ...FORM, ...headers } };
	return readAnswer(
		await askFromWithin({ ...context, settings }, counted ?? '192.0.2.1', path, init)
	);
}

async function readAnswer(response: Response): Promise<Answer> {
	const body: unknown = await response.json();
	if (typeof body !== 'object' || body === null) throw new Error('No object');
	return { status: response.status, body: { ...body }, headers: response.headers };
}

const identified = ({ clientId, secret }: Client, body: Parameters) => ({
	client_id: clientId,
	client_secret: secret,
	...body
});

/** Asks the token endpoint of applications. */
export function ask(
	context: Context,
	client: Client,
	body: Parameters,
	counted?: string
): Promise<Answer> {
	return send(context, { body: formOf(identified(client, body)) }, counted);
}

export const exchange = (
	context: Context,
	client: Client,
	code: string,
	body: Parameters = {}
): Promise<Answer> => ask(context, client, { grant_type: 'authorization_code', code, ...body });

export const refreshBy = (
	context: Context,
	client: Client,
	token: string,
	body: Parameters = {}
): Promise<Answer> =>
	ask(context, client, { grant_type: 'refresh_token', refresh_token: token, ...body });

export function revoke(context: Context, client: Client, body: Parameters): Promise<Answer> {
	return send(context, { path: '/oauth/revoke', body: formOf(identified(client, body)) });
}

/** Asks the token endpoint of machine clients. */
export function askMachine(context: Context, sent: Sent): Promise<Answer> {
	return send(context, { ...sent, path: '/oauth2/token' });
}

/** The tokens of an answer that has to be a success. */
export function tokensOf({ status, body }: Answer) {
	const { access_token: access, refresh_token: refresh } = body;
	if (status !== 200 || typeof access !== 'string' || typeof refresh !== 'string') {
		throw new Error(JSON.stringify(body));
	}
	return { access, refresh };
}

/** The answer to a refresh token that is unknown, spent or out of time. */
export const refusedRefresh = (token: string, protocol: Protocol = 'platform') => ({
	status: 400,
	body:
		protocol === 'strict'
			? {
					error: 'invalid_grant',
					error_description: 'The refresh token is unknown, was used before or is out of time.'
				}
			: { error: 'invalid_request', error_description: `Invalid refresh_token: ${token}.` }
});
