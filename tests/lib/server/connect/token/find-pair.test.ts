import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import { STAND_TOGETHER } from '#lib/server/connect/token/find-pair.ts';
import { MOST_TOLD } from '#lib/server/connect/token/telling-token.ts';
import { contextOf, type Context } from '#lib/server/context.ts';
import { authorizations, tokenPairs } from '#lib/server/db/connect-schema.ts';
import { replaceKey } from '#lib/server/db/key-record.ts';
import { keyOf, randomKeyText } from '#lib/server/secret-key.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { createConnectedClient, giveCodes } from '../../../../support/codes.ts';
import { newSecret } from '../../../../support/connect.ts';
import { START, useStorage } from '../../../../support/storage.ts';
import { exchange, refreshBy, revoke, tokensOf, type Client } from '../../../../support/tokens.ts';

const storage = useStorage();
let context: Context;
let client: Client;
beforeEach(async () => {
	context = storage.context;
	client = await createConnectedClient(context);
});

async function newTokens() {
	const [code = ''] = await giveCodes(context, client.clientId, 1);
	return tokensOf(await exchange(context, client, code));
}

const isAlive = async (access: string) => (await findAccessGrant(context, access)) !== null;

/** Whether each pair tells its authorization, in the order in which they were issued. */
const telling = () =>
	context.read(async ({ db }) => {
		const pairs = await db.select().from(tokenPairs).orderBy(tokenPairs.id);
		return pairs.map(({ tellsAuthorization }) => tellsAuthorization);
	});

describe.each([
	['are as they were issued', async () => {}],
	[
		'tell their authorization, perhaps to the other engine',
		() => context.write(({ db }) => db.update(tokenPairs).set({ tellsAuthorization: true }))
	],
	[
		'were issued before tokens told it',
		() => context.write(({ db }) => db.update(tokenPairs).set({ tellsAuthorization: false }))
	],
	[
		'are of an authorization with too great a number',
		() => context.write(({ db }) => db.update(authorizations).set({ id: MOST_TOLD + 8 }))
	]
])('tokens that %s', (_what, before) => {
	it('are found each among others, and end each by itself', async () => {
		const [code = ''] = await giveCodes(context, client.clientId, 1);
		await before();
		const first = tokensOf(await exchange(context, client, code));
		await before();
		const second = tokensOf(await refreshBy(context, client, first.refresh));
		expect([await isAlive(first.access), await isAlive(second.access)]).toEqual([true, true]);
		expect((await revoke(context, client, { token: first.access })).status).toBe(200);
		expect([await isAlive(first.access), await isAlive(second.access)]).toEqual([false, true]);
		expect((await revoke(context, client, { token: second.refresh })).status).toBe(200);
		expect(await isAlive(second.access)).toBe(false);
		expect((await refreshBy(context, client, second.refresh)).status).toBe(400);
	});
});

it('a number that is too great is not told', async () => {
	const [code = ''] = await giveCodes(context, client.clientId, 1);
	await context.write(({ db }) => db.update(authorizations).set({ id: MOST_TOLD + 1 }));
	await exchange(context, client, code);
	expect(await telling()).toEqual([false]);
});

it('under another key the tokens of the former one are found, and new ones tell again', async () => {
	const former = await newTokens();
	const key = keyOf(randomKeyText());
	await replaceKey(storage.engine, key.id, START);
	context = contextOf(storage.engine, { ...storage.context, key });
	client = { ...client, secret: await newSecret(context, client.clientId) };
	expect(await isAlive(former.access)).toBe(true);
	const renewed = tokensOf(await refreshBy(context, client, former.refresh));
	expect(await isAlive(renewed.access)).toBe(true);
	expect(await telling()).toEqual([false, STAND_TOGETHER]);
});
