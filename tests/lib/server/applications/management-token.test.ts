import {
	ensureManagementToken,
	findManagementToken,
	makeManagementToken
} from '#lib/server/applications/management-token.ts';
import { managementTokens } from '#lib/server/db/client-schema.ts';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { newApplication } from '../../../support/connect.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

it('is read back, and the one before it beside it', async () => {
	const { context } = storage;
	const clientId = await newApplication(context);
	expect(await findManagementToken(context, clientId)).toBeNull();
	await ensureManagementToken(context, clientId, 'the-first-one');
	await makeManagementToken(context, clientId);
	const found = await findManagementToken(context, clientId);
	expect(found).toMatchObject({ former: 'the-first-one' });
	expect(found?.token).not.toBe('the-first-one');
});

it('is not read where what is sealed is that of another application', async () => {
	const { context } = storage;
	const [one, other] = [await newApplication(context), await newApplication(context)];
	for (const clientId of [one, other]) await makeManagementToken(context, clientId);
	await context.write(async ({ db }) => {
		const [row] = await db
			.select()
			.from(managementTokens)
			.where(eq(managementTokens.clientId, one));
		await db
			.update(managementTokens)
			.set({ sealed: row?.sealed ?? '' })
			.where(eq(managementTokens.clientId, other));
	});
	expect(await findManagementToken(context, other)).toBeNull();
	expect(await findManagementToken(context, one)).not.toBeNull();
});
