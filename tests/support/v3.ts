import { createMachineClient } from '#lib/server/applications/machine-clients.ts';
import type { Context } from '#lib/server/context.ts';
import { V3_OPERATIONS } from '#lib/server/programs/v3/operations.ts';
import { V3_SCHEMAS, type V3SchemaName } from '#lib/server/programs/v3/schemas/schemas.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { z } from 'zod';
import { requireDescribed } from './api-answer.ts';
import { connect, newApplication, newSecret, type Parameters } from './connect.ts';
import { askMachine, exchange, tokensOf } from './tokens.ts';

/** An application whose user connected vehicles. */
export interface V3Client {
	readonly context: Context;
	readonly clientId: string;
	/** Of the application, as a machine client has it. */
	readonly machine: string;
	/** Of the user. */
	readonly user: string;
	readonly userId: string;
	/** As the application knows them, the newest connection first. */
	readonly vehicleIds: readonly string[];
}

export interface V3Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly body: unknown;
	/** Names of the schemas that the body fits. */
	readonly schemas: readonly V3SchemaName[];
}

interface Asked {
	readonly token: string | null;
	readonly userId?: string;
	readonly method?: string;
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
}

const Connections = z.object({
	data: z.array(
		z.object({
			relationships: z.object({
				vehicle: z.object({ data: z.object({ id: z.string() }) }),
				user: z.object({ data: z.object({ id: z.string() }) })
			})
		})
	)
});

/** Asks API v3; an answer that is not as described fails the test. */
export async function askV3(context: Context, path: string, asked: Asked): Promise<V3Answer> {
	const { token, userId, method = 'GET', body } = asked;
	const init: RequestInit = {
		method,
		headers: {
			...(token !== null && { authorization: `Bearer ${token}` }),
			...(userId !== undefined && { 'sc-user-id': userId }),
			...(body !== undefined && { 'content-type': 'application/json' }),
			...asked.headers
		},
		...(body !== undefined && {
			body: typeof body === 'string' ? body : JSON.stringify(body)
		})
	};
	const response = await askFromWithin(context, '192.0.2.7', `/v3${path}`, init);
	const text = await response.text();
	const read: unknown = text === '' ? null : JSON.parse(text);
	const { status, headers } = response;
	const answer = { method, path, status, body: read };
	const api = { base: '', operations: V3_OPERATIONS, schemas: V3_SCHEMAS };
	return { status, headers, body: read, schemas: requireDescribed(api, answer) };
}

/** A machine token of an application. */
export async function machineTokenOf(context: Context, clientId: string): Promise<string> {
	const created = await createMachineClient(context, clientId, 'Server');
	if (!created.ok) throw new Error(created.kind);
	const secret = await newSecret(context, clientId, created.id);
	const body = new URLSearchParams({
		grant_type: 'client_credentials',
		client_id: created.id,
		client_secret: secret
	}).toString();
	const answer = await askMachine(context, { body });
	return z.object({ access_token: z.string() }).parse(answer.body).access_token;
}

/** Takes a user of a new application through Connect, by a brand and a scope. */
export async function newV3Client(
	context: Context,
	parameters: Parameters & { readonly username?: string } = {}
): Promise<V3Client> {
	const { username, ...link } = parameters;
	const clientId = await newApplication(context);
	const client = { clientId, secret: await newSecret(context, clientId) };
	const code = await connect(
		context,
		clientId,
		{ make: 'TESLA', ...link },
		username === undefined ? {} : { username }
	);
	const { access: user } = tokensOf(await exchange(context, client, code));
	const machine = await machineTokenOf(context, clientId);
	const mode = link.mode ?? 'simulated';
	const listed = await askV3(context, `/connections?filter[vehicle.mode]=${mode}`, {
		token: machine
	});
	const { data } = Connections.parse(listed.body);
	const [first] = data;
	return {
		context,
		clientId,
		machine,
		user,
		userId: first?.relationships.user.data.id ?? '',
		vehicleIds: data.map(({ relationships }) => relationships.vehicle.data.id)
	};
}
