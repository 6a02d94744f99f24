import { changeClientId } from '#lib/server/client-ids.ts';
import { createSecret } from '#lib/server/client-secrets.ts';
import { digestOf } from '#lib/server/connect/digest.ts';
import { OAuthError } from '#lib/server/connect/oauth-error.ts';
import { authenticateApplication } from '#lib/server/connect/token/authenticate.ts';
import { write } from '#lib/server/db/connection.ts';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, type TestClient } from '../../../../support/connect-flow.ts';
import { START, useDatabase } from '../../../../support/storage.ts';

useDatabase();

const compare = vi.hoisted(() => vi.fn());

// The comparison is watched, not replaced: how often it runs is what time would tell of.
vi.mock('#lib/server/connect/digest.ts', async (load) => {
	const digest = await load<typeof import('#lib/server/connect/digest.ts')>();
	compare.mockImplementation(digest.sameDigest);
	return { ...digest, sameDigest: compare };
});

let client: TestClient;

beforeEach(async () => {
	client = await createClient('strict');
	compare.mockClear();
});

function authenticate(id: string, secret: string) {
	return write(() => authenticateApplication({ id, secret }, START));
}

describe('OWASP ASVS 6.3.8: an unknown client', () => {
	it('reads the same as a wrong secret', async () => {
		const unknown = await authenticate(randomUUID(), client.secret);
		const wrong = await authenticate(client.clientId, 'wrong');
		expect(unknown).toBeInstanceOf(OAuthError);
		expect(unknown).toEqual(wrong);
	});

	it('costs one comparison, as a wrong secret does', async () => {
		await authenticate(randomUUID(), client.secret);
		expect(compare).toHaveBeenCalledTimes(1);
		compare.mockClear();
		await authenticate(client.clientId, 'wrong');
		expect(compare).toHaveBeenCalledTimes(1);
	});
});

describe('a client id that the application had before', () => {
	const GIVEN = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

	it('is refused by name, with whatever secret, and does not tell the one that came after', async () => {
		await changeClientId(client.clientId, GIVEN);
		const refusals = [
			await authenticate(client.clientId, client.secret),
			await authenticate(client.clientId, 'wrong')
		];
		for (const refused of refusals) {
			expect(refused).toMatchObject({
				error: 'invalid_client',
				description: expect.stringContaining(`The client id ${client.clientId} was replaced`)
			});
			expect(JSON.stringify(refused)).not.toContain(GIVEN);
		}
		expect(refusals[0]).toEqual(refusals[1]);
		expect(await authenticate(GIVEN, client.secret)).toMatchObject({ clientId: GIVEN });
	});
});

describe('a client with two secrets', () => {
	it('costs the same whichever of them is sent', async () => {
		const second = await createSecret(client.clientId, null);
		if (!second.ok) throw new Error(second.message);
		for (const secret of [client.secret, second.secret]) {
			compare.mockClear();
			expect(await authenticate(client.clientId, secret)).toMatchObject({ protocol: 'strict' });
			expect(compare).toHaveBeenCalledTimes(2);
			expect(compare).toHaveBeenCalledWith(expect.anything(), digestOf(secret));
		}
	});
});
