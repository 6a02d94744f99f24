import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import type { Context } from '#lib/server/context.ts';
import { tokenPairs } from '#lib/server/db/connect-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createConnectedClient, giveCodes } from '../../../../support/codes.ts';
import { useStorage } from '../../../../support/storage.ts';
import { exchange, refreshBy, tokensOf } from '../../../../support/tokens.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const AT_ONCE = 50;

async function exchangeAtOnce() {
	const client = await createConnectedClient(context);
	const [code = ''] = await giveCodes(context, client.clientId, 1);
	const answers = await Promise.all(
		Array.from({ length: AT_ONCE }, () => exchange(context, client, code))
	);
	return { client, code, answers };
}

describe('fifty exchanges of one code at once', () => {
	it('are answered with tokens once, and refused 49 times', async () => {
		const { answers, code } = await exchangeAtOnce();
		const refused = answers.filter(({ status }) => status === 400);
		expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
		expect(refused).toHaveLength(AT_ONCE - 1);
		expect(refused[0]?.body).toEqual({
			error: 'invalid_request',
			error_description: `Invalid code: ${code}.`
		});
		expect(await context.read(({ db }) => db.select().from(tokenPairs))).toHaveLength(1);
	});

	it('leave tokens that are dead, since the code was used again', async () => {
		const { client, answers } = await exchangeAtOnce();
		const [granted] = answers.filter(({ status }) => status === 200).map(tokensOf);
		expect(await findAccessGrant(context, granted?.access ?? '')).toBeNull();
		expect((await refreshBy(context, client, granted?.refresh ?? '')).status).toBe(400);
	});

	it('differ from a single one, whose tokens live', async () => {
		const client = await createConnectedClient(context);
		const [code = ''] = await giveCodes(context, client.clientId, 1);
		const { access, refresh } = tokensOf(await exchange(context, client, code));
		expect(await findAccessGrant(context, access)).toMatchObject({
			clientId: client.clientId
		});
		expect((await refreshBy(context, client, refresh)).status).toBe(200);
	});
});
