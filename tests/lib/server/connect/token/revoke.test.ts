import { createMachineClient } from '#lib/server/applications/machine-clients.ts';
import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import type { Context } from '#lib/server/context.ts';
import { machineTokens } from '#lib/server/db/connect-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication, newSecret } from '../../../../support/connect.ts';
import { useStorage } from '../../../../support/storage.ts';
import {
	askMachine,
	exchange,
	formOf,
	refreshBy,
	revoke,
	tokensOf,
	type Client
} from '../../../../support/tokens.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const newClient = async (name: string): Promise<Client> => {
	const clientId = await newApplication(context, name);
	return { clientId, secret: await newSecret(context, clientId) };
};
async function newMachine(clientId: string): Promise<Client> {
	const machine = await createMachineClient(context, clientId, 'Nightly sync');
	if (!machine.ok) throw new Error(machine.kind);
	return { clientId: machine.id, secret: await newSecret(context, clientId, machine.id) };
}
async function machineToken({ clientId, secret }: Client): Promise<string> {
	const body = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret };
	return String((await askMachine(context, { body: formOf(body) })).body['access_token']);
}

const DONE = { status: 200, body: {} };

let client: Client;
beforeEach(async () => {
	client = await newClient('Charge Planner');
});
const newTokens = async () =>
	tokensOf(await exchange(context, client, await connect(context, client.clientId)));
const isAlive = async (access: string) => (await findAccessGrant(context, access)) !== null;

describe('revokeToken', () => {
	it.each(['', 'access_token', 'refresh_token', 'nonsense'])(
		'ends an access token alone, by the hint %j',
		async (token_type_hint) => {
			const first = await newTokens();
			const second = tokensOf(await refreshBy(context, client, first.refresh));
			expect(await revoke(context, client, { token: first.access, token_type_hint })).toMatchObject(
				DONE
			);
			expect(await isAlive(first.access)).toBe(false);
			expect(await isAlive(second.access)).toBe(true);
			expect((await refreshBy(context, client, second.refresh)).status).toBe(200);
		}
	);

	it.each(['', 'access_token', 'refresh_token'])(
		'ends all of a consent with a refresh token, by the hint %j',
		async (token_type_hint) => {
			const first = await newTokens();
			const second = tokensOf(await refreshBy(context, client, first.refresh));
			const other = tokensOf(
				await exchange(context, client, await connect(context, client.clientId))
			);
			expect(
				await revoke(context, client, { token: first.refresh, token_type_hint })
			).toMatchObject(DONE);
			for (const { access, refresh } of [first, second]) {
				expect(await isAlive(access)).toBe(false);
				expect((await refreshBy(context, client, refresh)).status).toBe(400);
			}
			expect(await isAlive(other.access)).toBe(true);
		}
	);

	it('leaves alone what belongs to another, without a word', async () => {
		const { access, refresh } = await newTokens();
		const other = await newClient('Fleet');
		const machine = await newMachine(client.clientId);
		for (const stranger of [other, machine]) {
			for (const token of [access, refresh]) {
				expect(await revoke(context, stranger, { token })).toMatchObject(DONE);
			}
		}
		expect(await isAlive(access)).toBe(true);
		expect((await refreshBy(context, client, refresh)).status).toBe(200);
	});

	it('answers the same for an unknown token, and twice', async () => {
		const { refresh } = await newTokens();
		for (const token of ['invented', refresh, refresh]) {
			expect(await revoke(context, client, { token })).toMatchObject(DONE);
		}
	});

	it('ends the token of a machine client for that one alone', async () => {
		const [machine, other] = [await newMachine(client.clientId), await newMachine(client.clientId)];
		const token = await machineToken(machine);
		const left = async () =>
			(await context.read(({ db }) => db.select().from(machineTokens))).length;
		for (const stranger of [client, other]) {
			expect(await revoke(context, stranger, { token })).toMatchObject(DONE);
			expect(await left()).toBe(1);
		}
		expect(await revoke(context, machine, { token })).toMatchObject(DONE);
		expect(await left()).toBe(0);
	});

	it('asks for the token, and for the client before', async () => {
		expect(await revoke(context, client, {})).toMatchObject({
			status: 400,
			body: {
				error: 'invalid_request',
				error_description: 'token is missing; send the one to revoke.'
			}
		});
		const { access } = await newTokens();
		expect(await revoke(context, { ...client, secret: 'wrong' }, { token: access })).toMatchObject({
			status: 401,
			body: { error: 'invalid_client' }
		});
		expect(await isAlive(access)).toBe(true);
	});
});
