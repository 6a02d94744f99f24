import type { Context } from '#lib/server/context.ts';
import {
	answerMachineTokenRequest,
	answerRevocation,
	answerTokenRequest,
	type TokenCall
} from '#lib/server/programs/oauth/endpoints.ts';

/** Where tests find the server. */
export const ISSUER = 'http://localhost:5173';

/** Of a link or a form; one that is empty or undefined is left out. */
export type Parameters = Readonly<Record<string, string | undefined>>;

/** A call of a token endpoint, without a limit on how often. */
export const UNTHROTTLED: TokenCall = { throttle: () => null, requestId: 'request-1' };

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

export function formRequest(body: Parameters, init: RequestInit = {}, query = ''): Request {
	return new Request(`${ISSUER}/oauth/token${query}`, {
		method: 'POST',
		body: new URLSearchParams(
			Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
		),
		...init
	});
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
export async function ask(
	context: Context,
	client: Client,
	body: Parameters,
	call: Partial<TokenCall> = {}
): Promise<Answer> {
	const request = formRequest(identified(client, body));
	return readAnswer(await answerTokenRequest(context, request, { ...UNTHROTTLED, ...call }));
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

export async function revoke(context: Context, client: Client, body: Parameters): Promise<Answer> {
	return readAnswer(
		await answerRevocation(context, formRequest(identified(client, body)), UNTHROTTLED)
	);
}

export async function askMachine(context: Context, request: Request): Promise<Answer> {
	return readAnswer(await answerMachineTokenRequest(context, request, UNTHROTTLED));
}

/** The tokens of an answer that has to be a success. */
export function tokensOf({ status, body }: Answer) {
	const { access_token: access, refresh_token: refresh } = body;
	if (status !== 200 || typeof access !== 'string' || typeof refresh !== 'string') {
		throw new Error(JSON.stringify(body));
	}
	return { access, refresh };
}
