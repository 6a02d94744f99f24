import { listSecrets } from '#lib/server/applications/client-secrets.ts';
import { sampleSecret } from '#lib/server/connect/sample/secret.ts';
import type { Context } from '#lib/server/context.ts';
import { clientSecrets } from '#lib/server/db/client-schema.ts';
import { digestOf } from '#lib/server/digest.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication } from '../../../../support/connect.ts';
import { START, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

let clientId = '';
beforeEach(async () => {
	clientId = await newApplication(context);
});

describe('sampleSecret', () => {
	const stored = async () =>
		(await context.read(async ({ db }) => db.select().from(clientSecrets))).filter(
			(row) => row.clientId === clientId
		);

	it('is made once, stored as a digest, and neither listed nor counted', async () => {
		const secret = await sampleSecret(context, clientId);
		expect(await sampleSecret(context, clientId)).toBe(secret);
		expect(await sampleSecret(context, await newApplication(context, 'Fleet'))).not.toBe(secret);
		expect(await stored()).toMatchObject([
			{ isSample: true, digest: digestOf(secret ?? ''), machineClientId: null }
		]);
		expect(await listSecrets(context, clientId)).toEqual([]);
	});

	it('is none of an application that is gone', async () => {
		expect(await sampleSecret(context, '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07')).toBeNull();
		expect(await stored()).toEqual([]);
	});

	it('stands beside those of other processes, the newest eight', async () => {
		const mine = await sampleSecret(context, clientId);
		const insertOther = (name: string) =>
			context.write(async ({ db }) =>
				db.insert(clientSecrets).values({
					clientId,
					isSample: true,
					digest: digestOf(name),
					tail: 'xxxx',
					createdAt: START
				})
			);
		for (let count = 0; count < 8; count++) {
			await insertOther(`process ${count}`);
			expect(await sampleSecret(context, clientId)).toBe(mine);
		}
		await context.write(async ({ db }) =>
			db.delete(clientSecrets).where(eq(clientSecrets.digest, digestOf(mine ?? '')))
		);
		const next = await sampleSecret(context, clientId);
		expect(next).not.toBe(mine);
		const digests = (await stored()).map(({ digest }) => digest.toString('hex'));
		expect(digests).toHaveLength(8);
		expect(digests).toContain(digestOf(next ?? '').toString('hex'));
		expect(digests).not.toContain(digestOf('process 0').toString('hex'));
		expect(digests).toContain(digestOf('process 1').toString('hex'));
	});
});
