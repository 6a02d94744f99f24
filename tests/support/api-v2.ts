import type { PermissionName } from '#lib/access/permission.ts';
import type { Context } from '#lib/server/context.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { connect, newApplication, newSecret } from './connect.ts';
import { exchange, tokensOf } from './tokens.ts';

/** An application with a token for one vehicle or more, as a test of API v2 asks for them. */
export interface V2Client {
	readonly context: Context;
	readonly clientId: string;
	readonly secret: string;
	readonly access: string;
	readonly refresh: string;
	/** As the application knows it; the first of the token's. */
	readonly vehicleId: string;
	readonly vehicleIds: readonly string[];
}

export interface V2Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly body: unknown;
}

export interface V2Request {
	readonly method?: string;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
	readonly context?: Context;
}

/** Connects an account of a brand with exactly these permissions. */
export async function v2Client(
	context: Context,
	make: string,
	permissions: readonly PermissionName[],
	username = 'someone@example.com'
): Promise<V2Client> {
	const clientId = await newApplication(context);
	const secret = await newSecret(context, clientId);
	return grantMore({ context, clientId, secret }, make, permissions, username);
}

/**
 * The same for an application that is there.
 *
 * @param vehicles positions of those that the owner ticks; all when absent
 */
export async function grantMore(
	{ context, clientId, secret }: Pick<V2Client, 'context' | 'clientId' | 'secret'>,
	make: string,
	permissions: readonly PermissionName[],
	username = 'someone@example.com',
	vehicles?: readonly number[]
): Promise<V2Client> {
	const link = { make, scope: permissions.join(' ') };
	const choice = { username, ...(vehicles && { vehicles }) };
	const code = await connect(context, clientId, link, choice);
	const { access, refresh } = tokensOf(await exchange(context, { clientId, secret }, code));
	const { body } = await sendV2({ context, access }, '/v2.0/vehicles?limit=50');
	const vehicleIds =
		typeof body === 'object' && body !== null && 'vehicles' in body && Array.isArray(body.vehicles)
			? body.vehicles.map(String)
			: [];
	const [vehicleId = ''] = vehicleIds;
	return { context, clientId, secret, access, refresh, vehicleId, vehicleIds };
}

/** Asks API v2; how often is not counted. */
export async function sendV2(
	{ context, access }: Pick<V2Client, 'context' | 'access'>,
	path: string,
	request: V2Request = {}
): Promise<V2Answer> {
	const { method = 'GET', body, headers = {} } = request;
	const at = request.context ?? context;
	const response = await askFromWithin(
		{ ...at, settings: { ...at.settings, rateLimits: false } },
		'192.0.2.7',
		path,
		{
			method,
			headers: {
				authorization: `Bearer ${access}`,
				'content-type': 'application/json',
				...headers
			},
			...(body !== undefined && { body: JSON.stringify(body) })
		}
	);
	const text = await response.text();
	const parsed: unknown = text === '' ? null : JSON.parse(text);
	return { status: response.status, headers: response.headers, body: parsed };
}

/** Asks something of the client's first vehicle. */
export function ofVehicle(client: V2Client, path: string, request?: V2Request): Promise<V2Answer> {
	return sendV2(client, `/v2.0/vehicles/${client.vehicleId}/${path}`, request);
}
