import { createApplication, deleteApplication } from '#lib/server/applications/applications.ts';
import {
	createSecret,
	deleteSecret,
	listSecrets,
	MAX_MACHINE_SECRETS,
	MAX_SECRETS,
	SECRET_PREFIX
} from '#lib/server/applications/client-secrets.ts';
import { digestOf } from '#lib/server/digest.ts';
import { clientSecrets } from '#lib/server/db/client-schema.ts';
import {
	createMachineClient,
	deleteMachineClient
} from '#lib/server/applications/machine-clients.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { everything } from '../../../support/everything.ts';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

const NAME = 'Charge Planner';
let clientId = '';

beforeEach(async () => {
	clientId = await application(NAME);
});

async function application(name: string): Promise<string> {
	const created = await createApplication(storage.context, { name });
	if (!created.ok) throw new Error(created.kind);
	return created.clientId;
}

async function machineClient(owner = clientId): Promise<string> {
	const created = await createMachineClient(storage.context, owner, 'Nightly sync');
	if (!created.ok) throw new Error(created.kind);
	return created.id;
}

async function make(machineClientId: string | null = null) {
	const made = await createSecret(storage.context, clientId, machineClientId);
	if (!made.ok) throw new Error(made.kind);
	return made;
}

/** Everything that is stored, as text; what is binary as Latin 1. */
async function dump(): Promise<string> {
	return [...(await everything(storage.context)).values()]
		.flat()
		.flatMap((row) => Object.values(row))
		.map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : JSON.stringify(value)))
		.join('\n');
}

const storedSecrets = () => storage.context.read(async ({ db }) => db.select().from(clientSecrets));

describe('client secrets', () => {
	it('are handed out once, and known by their last four characters afterwards', async () => {
		const { id, secret } = await make();
		expect(secret).toMatch(/^vas_test_[\w-]{43}$/);
		expect(secret.startsWith(SECRET_PREFIX)).toBe(true);
		expect(await listSecrets(storage.context, clientId)).toEqual([
			{ id, machineClientId: null, tail: secret.slice(-4), createdAt: START, lastUsedAt: null }
		]);
	});

	it('are random', async () => {
		const [first, second] = [await make(), await make()];
		expect(first.secret).not.toBe(second.secret);
	});

	it('are stored as a digest only: no row holds one', async () => {
		const { secret } = await make();
		const machine = await make(await machineClient());
		const { key } = storage.context;
		expect(await storedSecrets()).toMatchObject([
			{ digest: key.digest(secret), keyId: key.id, sealed: null },
			{ digest: key.digest(machine.secret), keyId: key.id, sealed: null }
		]);
		const stored = await dump();
		expect(stored).toContain(key.digest(secret).toString('latin1'));
		for (const text of [secret, machine.secret]) {
			expect(stored).not.toContain(text);
			expect(stored).not.toContain(text.slice(SECRET_PREFIX.length));
			// The tail is four characters; not one more is kept.
			expect(stored).not.toContain(text.slice(-5));
		}
	});

	it('are two at most, and say what to do about a third', async () => {
		for (let count = 0; count < MAX_SECRETS; count++) await make();
		expect(await createSecret(storage.context, clientId, null)).toEqual({
			ok: false,
			kind: 'refused',
			code: 'too-many-secrets',
			data: { limit: 2 }
		});
		expect(await listSecrets(storage.context, clientId)).toHaveLength(MAX_SECRETS);
	});

	it('leave room for another once one is deleted', async () => {
		const first = await make();
		await make();
		expect(await deleteSecret(storage.context, clientId, first.id)).toEqual({ ok: true });
		const third = await make();
		expect((await listSecrets(storage.context, clientId)).map(({ id }) => id)).not.toContain(
			first.id
		);
		expect(third.id).toBeGreaterThan(first.id);
	});

	it('of a machine client are counted apart, three at most', async () => {
		const machine = await machineClient();
		for (let count = 0; count < MAX_SECRETS; count++) await make();
		for (let count = 0; count < MAX_MACHINE_SECRETS; count++) await make(machine);
		expect(await createSecret(storage.context, clientId, machine)).toEqual({
			ok: false,
			kind: 'refused',
			code: 'too-many-machine-secrets',
			data: { limit: 3 }
		});
		const other = await make(await machineClient());
		expect(await listSecrets(storage.context, clientId)).toHaveLength(
			MAX_SECRETS + MAX_MACHINE_SECRETS + 1
		);
		expect((await listSecrets(storage.context, clientId)).at(-1)?.id).toBe(other.id);
	});

	it('of the sample client are neither listed, counted nor deleted', async () => {
		await storage.context.write(async ({ db }) =>
			db.insert(clientSecrets).values({
				clientId,
				isSample: true,
				digest: digestOf('sample'),
				tail: 'mple',
				createdAt: START
			})
		);
		expect(await listSecrets(storage.context, clientId)).toEqual([]);
		const [sample] = await storedSecrets();
		expect(await deleteSecret(storage.context, clientId, sample?.id ?? 0)).toMatchObject({
			ok: false
		});
		for (let count = 0; count < MAX_SECRETS; count++) await make();
	});

	it('are listed in the order in which they were made', async () => {
		const first = await make();
		const second = await createSecret(storage.at(START + 1), clientId, null);
		expect((await listSecrets(storage.context, clientId)).map(({ id }) => id)).toEqual([
			first.id,
			second.ok && second.id
		]);
	});

	it('of another application are out of reach', async () => {
		const { id } = await make();
		const other = await application('Other');
		const gone = { ok: false, kind: 'gone', what: 'secret' };
		expect(await deleteSecret(storage.context, other, id)).toEqual(gone);
		expect(await listSecrets(storage.context, other)).toEqual([]);
		expect(await listSecrets(storage.context, clientId)).toHaveLength(1);
		for (const wrong of [0, -1, Number.NaN, 1.5]) {
			expect(await deleteSecret(storage.context, clientId, wrong)).toEqual(gone);
		}
		expect(await deleteSecret(storage.context, clientId, id)).toEqual({ ok: true });
		expect(await deleteSecret(storage.context, clientId, id)).toEqual(gone);
	});

	it('are not made for a machine client that is gone, or another application’s', async () => {
		const foreign = await machineClient(await application('Other'));
		for (const id of [foreign, 'client_nowhere', '']) {
			expect(await createSecret(storage.context, clientId, id)).toEqual({
				ok: false,
				kind: 'gone',
				what: 'machine-client'
			});
		}
		expect(await storedSecrets()).toEqual([]);
	});

	it('go with their machine client, and all with their application', async () => {
		const own = await make();
		const machine = await machineClient();
		await make(machine);
		await deleteMachineClient(storage.context, clientId, machine);
		expect((await storedSecrets()).map(({ id }) => id)).toEqual([own.id]);
		await make(await machineClient());
		await deleteApplication(storage.context, clientId, NAME);
		expect(await storedSecrets()).toEqual([]);
		expect(await createSecret(storage.context, clientId, null)).toEqual({
			ok: false,
			kind: 'gone',
			what: 'application'
		});
	});
});
