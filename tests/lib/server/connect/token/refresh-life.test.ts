import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import type { Protocol } from '#lib/connect/protocol.ts';
import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication, newSecret } from '../../../../support/connect.ts';
import { firstTokens } from '../../../../support/refreshing.ts';
import { START, useStorage } from '../../../../support/storage.ts';
import { refreshBy, refusedRefresh, tokensOf, type Client } from '../../../../support/tokens.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const GRACE = LIFETIMES.refreshGrace;
const LIFE = LIFETIMES.refreshToken;

let client: Client;
beforeEach(async () => {
	const clientId = await newApplication(context);
	client = { clientId, secret: await newSecret(context, clientId) };
});

const at = (time: number) => {
	context = storage.at(time);
};

const start = (protocol?: Protocol) => firstTokens(context, client, protocol);

describe('a refresh token that comes again', () => {
	it.each([
		[0, 200],
		[GRACE - 1, 200],
		[GRACE, 400],
		[GRACE + 1, 400]
	])('%d ms after its first use gets %d by the platform’s rules', async (milliseconds, status) => {
		const { access, refresh } = await start();
		const second = tokensOf(await refreshBy(context, client, refresh));
		at(START + milliseconds);
		const answer = await refreshBy(context, client, refresh);
		expect(answer.status).toBe(status);
		if (status === 400) expect(answer).toMatchObject(refusedRefresh(refresh));
		expect((await refreshBy(context, client, second.refresh)).status).toBe(200);
		expect(await findAccessGrant(context, access)).not.toBeNull();
	});

	it('does not prolong its grace by being used in it', async () => {
		const { refresh } = await start();
		await refreshBy(context, client, refresh);
		at(START + GRACE - 1);
		await refreshBy(context, client, refresh);
		at(START + GRACE);
		expect((await refreshBy(context, client, refresh)).status).toBe(400);
	});

	it('stays refused after its grace, should the clock go back into it', async () => {
		const { refresh } = await start();
		await refreshBy(context, client, refresh);
		at(START + GRACE);
		await refreshBy(context, client, refresh);
		at(START + GRACE - 1);
		expect(await refreshBy(context, client, refresh)).toMatchObject(refusedRefresh(refresh));
	});

	it.each([0, GRACE])('ends the whole family by the strict rules, %d ms later', async (later) => {
		const first = await start('strict');
		const second = tokensOf(await refreshBy(context, client, first.refresh));
		at(START + later);
		expect(await refreshBy(context, client, first.refresh)).toMatchObject(
			refusedRefresh(first.refresh, 'strict')
		);
		expect(await refreshBy(context, client, second.refresh)).toMatchObject(
			refusedRefresh(second.refresh, 'strict')
		);
		for (const { access } of [first, second])
			expect(await findAccessGrant(context, access)).toBeNull();
	});
});

describe('the sixty days of a refresh token', () => {
	const DAY = 24 * 60 * 60 * 1000;

	it('are those of the platform', () => {
		expect(LIFE).toBe(60 * DAY);
	});

	it.each([
		['strict', 'the consent', 400],
		['platform', 'the newest token', 200]
	] as const)('count on %s from %s, however often it is rotated', async (protocol, _, status) => {
		let { refresh } = await start(protocol);
		for (const day of [20, 40, 59]) {
			at(START + day * DAY);
			({ refresh } = tokensOf(await refreshBy(context, client, refresh)));
		}
		at(START + 61 * DAY);
		expect((await refreshBy(context, client, refresh)).status).toBe(status);
	});

	it.each([
		['platform', 200],
		['strict', 400]
	] as const)('count by the %s rules so that a younger one gets %d', async (protocol, status) => {
		const first = await start(protocol);
		at(START + LIFE - 1);
		const second = tokensOf(await refreshBy(context, client, first.refresh));
		at(START + LIFE);
		const answer = await refreshBy(context, client, second.refresh);
		expect(answer.status).toBe(status);
		if (status === 400) expect(answer).toMatchObject(refusedRefresh(second.refresh, protocol));
	});
});

it('strict: a used refresh token stays used when the clock is set back', async () => {
	const first = await start('strict');
	tokensOf(await refreshBy(context, client, first.refresh));
	at(START - 30_000);
	expect(await refreshBy(context, client, first.refresh)).toMatchObject(
		refusedRefresh(first.refresh, 'strict')
	);
	expect(await findAccessGrant(context, first.access)).toBeNull();
});
