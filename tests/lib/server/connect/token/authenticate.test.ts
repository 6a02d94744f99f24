import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { deleteSecret, listSecrets } from '#lib/server/applications/client-secrets.ts';
import { createMachineClient } from '#lib/server/applications/machine-clients.ts';
import { updateProtocol } from '#lib/server/applications/sandbox-settings.ts';
import {
	authenticateApplication,
	authenticateMachine
} from '#lib/server/connect/token/authenticate.ts';
import type { Context } from '#lib/server/context.ts';
import { clientSecrets } from '#lib/server/db/client-schema.ts';
import { digestOf } from '#lib/server/digest.ts';
import { keyOf } from '#lib/server/secret-key.ts';
import { eq } from 'drizzle-orm';
import crypto from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { spreadBuiltinSpies } from '../../../../support/builtins.ts';
import { newApplication, newSecret } from '../../../../support/connect.ts';
import { START, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

let clientId = '';
let secret = '';
let machineId = '';
let machineSecret = '';
beforeEach(async () => {
	clientId = await newApplication(context);
	secret = await newSecret(context, clientId);
	const machine = await createMachineClient(context, clientId, 'Nightly sync');
	if (!machine.ok) throw new Error(machine.kind);
	machineId = machine.id;
	machineSecret = await newSecret(context, clientId, machineId);
});

const asApplication = (id: string, given: string, now = START) =>
	storage
		.at(now)
		.write((transaction) => authenticateApplication(transaction, { id, secret: given }));
const asMachine = (id: string, given: string, now = START) =>
	storage.at(now).write((transaction) => authenticateMachine(transaction, { id, secret: given }));
const lastUses = async () =>
	(await listSecrets(context, clientId)).map(({ lastUsedAt }) => lastUsedAt);

const store = (proof: { readonly digest: Buffer; readonly keyId: string | null }) =>
	context.write(async ({ db }) =>
		db
			.update(clientSecrets)
			.set(proof)
			.where(eq(clientSecrets.tail, secret.slice(-4)))
	);

const wrong = (id: string, code = 'unknown-client') => ({
	ok: false,
	kind: 'refused',
	code,
	data: { id }
});

describe('authenticateApplication', () => {
	it('knows the application by each of its secrets, and its protocol', async () => {
		const second = await newSecret(context, clientId);
		for (const known of [secret, second]) {
			expect(await asApplication(clientId, known)).toEqual({
				ok: true,
				clientId,
				protocol: 'platform'
			});
		}
		await updateProtocol(context, clientId, 'strict');
		expect(await asApplication(clientId, secret)).toEqual({
			ok: true,
			clientId,
			protocol: 'strict'
		});
	});

	it('has one answer for a wrong secret and an unknown client', async () => {
		const other = await newApplication(context, 'Fleet');
		const otherSecret = await newSecret(context, other);
		for (const [id, given] of [
			[clientId, 'wrong'],
			[clientId, `${secret} `],
			[clientId, secret.toUpperCase()],
			[clientId, otherSecret],
			[clientId, machineSecret],
			['36ab27d0-fd9d-4455-823a-ce30af709ffc', secret],
			['', '']
		] as const) {
			expect(await asApplication(id, given)).toEqual(wrong(id));
		}
		expect(await lastUses()).toEqual([null, null]);
	});

	it('costs the same whoever asks (OWASP ASVS 6.3.8)', async () => {
		// Watched, not replaced: how often it runs is what time would tell of.
		const compare = vi.spyOn(crypto, 'timingSafeEqual');
		spreadBuiltinSpies();
		const cost = async (id: string, given: string) => {
			compare.mockClear();
			await asApplication(id, given);
			return compare.mock.calls.length;
		};
		expect(await cost('36ab27d0-fd9d-4455-823a-ce30af709ffc', secret)).toBe(1);
		expect(await cost(clientId, 'wrong')).toBe(1);
		const second = await newSecret(context, clientId);
		for (const given of [secret, second]) {
			expect(await cost(clientId, given)).toBe(2);
			expect(compare).toHaveBeenCalledWith(expect.anything(), context.key.digest(given));
		}
	});

	it('knows a secret of before there was a key, by its digest alone', async () => {
		await store({ digest: digestOf(secret), keyId: null });
		expect(await asApplication(clientId, secret)).toMatchObject({ ok: true, clientId });
		expect(await asApplication(clientId, 'wrong')).toEqual(wrong(clientId));
	});

	it('knows none that was stored with another key', async () => {
		const other = keyOf('another key, as good as any');
		await store({ digest: other.digest(secret), keyId: other.id });
		expect(await asApplication(clientId, secret)).toEqual(wrong(clientId));
		await store({ digest: digestOf(secret), keyId: other.id });
		expect(await asApplication(clientId, secret)).toEqual(wrong(clientId));
	});

	it('says so when the id is that of a machine client', async () => {
		expect(await asApplication(machineId, machineSecret)).toEqual(wrong(machineId, 'machine-id'));
	});

	it('says so when the client id was replaced by another', async () => {
		const given = '36ab27d0-fd9d-4455-823a-ce30af709ffc';
		await changeClientId(context, clientId, given);
		expect(await asApplication(clientId, secret)).toEqual(wrong(clientId, 'former-id'));
		expect(await asApplication(given, secret)).toMatchObject({ ok: true, clientId: given });
	});

	it('refuses a secret that was deleted', async () => {
		const [first] = await listSecrets(context, clientId);
		await deleteSecret(context, clientId, first?.id ?? 0);
		expect(await asApplication(clientId, secret)).toEqual(wrong(clientId));
	});

	it.each([
		[0, START],
		[59_999, START],
		[60_000, START + 60_000],
		[-59_999, START],
		// The clock was set back: what is written then is the new time.
		[-60_000, START - 60_000]
	])('%d ms after the last use notes it at most once a minute', async (later, expected) => {
		await asApplication(clientId, secret);
		await asApplication(clientId, secret, START + later);
		expect(await lastUses()).toEqual([expected, null]);
	});

	it('notes the use of the secret that was used alone', async () => {
		const second = await newSecret(context, clientId);
		await asApplication(clientId, second);
		expect(await lastUses()).toEqual([null, null, START]);
	});
});

describe('authenticateMachine', () => {
	it('knows the machine client and its application', async () => {
		expect(await asMachine(machineId, machineSecret)).toEqual({
			ok: true,
			machineClientId: machineId,
			clientId
		});
		expect(await lastUses()).toEqual([null, START]);
	});

	it('has one answer for a wrong secret and an unknown machine client', async () => {
		for (const [id, given] of [
			[machineId, 'wrong'],
			[machineId, secret],
			['client_01H', machineSecret],
			[machineId.toLowerCase().replace('client_', 'client_x'), machineSecret]
		] as const) {
			expect(await asMachine(id, given)).toEqual(wrong(id));
		}
	});

	it('says so when the id is that of the application', async () => {
		expect(await asMachine(clientId, secret)).toEqual(wrong(clientId, 'application-id'));
	});
});
