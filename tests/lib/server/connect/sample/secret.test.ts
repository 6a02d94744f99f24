import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { listSecrets } from '#lib/server/applications/client-secrets.ts';
import { sampleSecret } from '#lib/server/connect/sample/secret.ts';
import type { Context } from '#lib/server/context.ts';
import { clientSecrets } from '#lib/server/db/client-schema.ts';
import { digestOf } from '#lib/server/digest.ts';
import { keyOf } from '#lib/server/secret-key.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication, withApplication } from '../../../../support/connect.ts';
import { START, testContext, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId = '';
beforeEach(async () => ({ context, clientId } = await withApplication(storage)));

describe('sampleSecret', () => {
	const stored = async () =>
		(await context.read(async ({ db }) => db.select().from(clientSecrets))).filter(
			(row) => row.clientId === clientId
		);

	it('is made once, stored sealed, and neither listed nor counted', async () => {
		const secret = await sampleSecret(context, clientId);
		expect(await sampleSecret(context, clientId)).toBe(secret);
		expect(await sampleSecret(context, await newApplication(context, 'Fleet'))).not.toBe(secret);
		expect(await stored()).toMatchObject([
			{ isSample: true, digest: context.key.digest(secret ?? ''), machineClientId: null }
		]);
		expect(JSON.stringify(await stored())).not.toContain(secret);
		expect(await listSecrets(context, clientId)).toEqual([]);
	});

	it('is none of an application that is gone', async () => {
		expect(await sampleSecret(context, '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07')).toBeNull();
		expect(await stored()).toEqual([]);
	});

	it('is the same for every server, however many ask for the first time at once', async () => {
		const other = () => testContext(storage.engine);
		const secrets = await Promise.all(
			[context, other(), other(), other()].map((server) => sampleSecret(server, clientId))
		);
		expect(new Set(secrets).size).toBe(1);
		expect(await stored()).toHaveLength(1);
	});

	it('stays when the client id is changed', async () => {
		const secret = await sampleSecret(context, clientId);
		const given = '36ab27d0-fd9d-4455-823a-ce30af709ffc';
		await changeClientId(context, clientId, given);
		expect(await sampleSecret(context, given)).toBe(secret);
	});

	it('is made anew where it cannot be read back, in place of all that were there', async () => {
		const insert = (row: Partial<typeof clientSecrets.$inferInsert>) =>
			context.write(async ({ db }) =>
				db.insert(clientSecrets).values({
					clientId,
					isSample: true,
					digest: digestOf('former'),
					tail: 'xxxx',
					createdAt: START,
					...row
				})
			);
		const purpose = 'secret of the sample client';
		const other = keyOf('another key, as good as any');
		for (const row of [
			{},
			{ keyId: other.id, digest: other.digest('s'), sealed: other.seal('s', purpose) },
			{ keyId: context.key.id, digest: context.key.digest('s'), sealed: 'damaged' },
			{ keyId: context.key.id, sealed: context.key.seal('of another row', purpose) }
		]) {
			await insert(row);
			const secret = await sampleSecret(context, clientId);
			expect(await sampleSecret(context, clientId)).toBe(secret);
			expect(await stored()).toMatchObject([{ digest: context.key.digest(secret ?? '') }]);
		}
	});
});
