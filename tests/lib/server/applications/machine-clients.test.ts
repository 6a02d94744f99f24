import { createApplication, deleteApplication } from '#lib/server/applications/applications.ts';
import { digestOf } from '#lib/server/digest.ts';
import { machineClients } from '#lib/server/db/client-schema.ts';
import { machineTokens } from '#lib/server/db/connect-schema.ts';
import {
	createMachineClient,
	deleteMachineClient,
	listMachineClients,
	MAX_MACHINE_CLIENTS
} from '#lib/server/applications/machine-clients.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

const NAME = 'Charge Planner';
let clientId = '';

beforeEach(async () => {
	const created = await createApplication(storage.context, { name: NAME });
	if (created.ok) clientId = created.clientId;
});

async function make(name = 'Nightly sync'): Promise<string> {
	const created = await createMachineClient(storage.context, clientId, name);
	if (!created.ok) throw new Error(created.kind);
	return created.id;
}

describe('machine clients', () => {
	it('have an id of their own form, a name and the time they were made', async () => {
		const id = await make('  Cafe\u0301 sync ');
		expect(id).toMatch(/^client_[0-9A-HJKMNP-TV-Z]{26}$/);
		expect(await listMachineClients(storage.context, clientId)).toEqual([
			{ id, name: 'Café sync', createdAt: START }
		]);
	});

	it('use every character of the alphabet, and no id twice', async () => {
		const ids = new Set<string>();
		for (let round = 0; round < 60; round++) {
			const id = await make();
			ids.add(id);
			await deleteMachineClient(storage.context, clientId, id);
		}
		expect(ids.size).toBe(60);
		const characters = new Set([...ids].flatMap((id) => [...id.slice('client_'.length)]));
		expect(characters.size).toBe(32);
	});

	it.each([
		['', { code: 'name-missing' }],
		['   ', { code: 'name-missing' }],
		['x'.repeat(81), { code: 'name-too-long' }],
		['Nightly\u202esync', { code: 'name-unprintable', data: { character: 'U+202E' } }]
	])('refuse the name %j', async (name, refusal) => {
		expect(await createMachineClient(storage.context, clientId, name)).toEqual({
			ok: false,
			kind: 'refused',
			field: 'name',
			...refusal
		});
		expect(await listMachineClients(storage.context, clientId)).toEqual([]);
	});

	it.each(['x', 'x'.repeat(80)])('take the name %j', async (name) => {
		await make(name);
		expect(await listMachineClients(storage.context, clientId)).toMatchObject([{ name }]);
	});

	it('are ten at most', async () => {
		for (let count = 0; count < MAX_MACHINE_CLIENTS; count++) await make();
		expect(await createMachineClient(storage.context, clientId, 'One more')).toEqual({
			ok: false,
			kind: 'refused',
			code: 'too-many-machine-clients',
			field: 'name',
			data: { limit: 10 }
		});
		expect(await listMachineClients(storage.context, clientId)).toHaveLength(MAX_MACHINE_CLIENTS);
	});

	it('take their tokens with them, and another’s are out of reach', async () => {
		const other = await createApplication(storage.context, { name: 'Other' });
		if (!other.ok) throw new Error(other.kind);
		const id = await make();
		await storage.context.write(async ({ db }) =>
			db
				.insert(machineTokens)
				.values({ digest: digestOf('token'), machineClientId: id, issuedAt: START })
		);
		const gone = { ok: false, kind: 'gone', what: 'machine-client' };
		expect(await deleteMachineClient(storage.context, other.clientId, id)).toEqual(gone);
		expect(await listMachineClients(storage.context, clientId)).toHaveLength(1);
		expect(await deleteMachineClient(storage.context, clientId, id)).toEqual({ ok: true });
		expect(await deleteMachineClient(storage.context, clientId, id)).toEqual(gone);
		expect(await storage.context.read(async ({ db }) => db.select().from(machineTokens))).toEqual(
			[]
		);
	});

	it('go with their application, and none is made for one that is gone', async () => {
		await make();
		await deleteApplication(storage.context, clientId, NAME);
		expect(await storage.context.read(async ({ db }) => db.select().from(machineClients))).toEqual(
			[]
		);
		expect(await createMachineClient(storage.context, clientId, 'Late')).toEqual({
			ok: false,
			kind: 'gone',
			what: 'application'
		});
	});
});
