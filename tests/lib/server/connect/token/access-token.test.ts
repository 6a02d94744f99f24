import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import { findAccessGrant } from '#lib/server/connect/token/access-token.ts';
import type { Context } from '#lib/server/context.ts';
import { digestText } from '#lib/server/digest.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication, newSecret, type Choice } from '../../../../support/connect.ts';
import { listConnections } from '../../../../support/list-connections.ts';
import { START, useStorage } from '../../../../support/storage.ts';
import { exchange, refreshBy, tokensOf, type Client } from '../../../../support/tokens.ts';

const storage = useStorage();
let context: Context;
beforeEach(() => {
	context = storage.context;
});

const SCOPE = 'read_battery read_odometer';
const FORCE = { scope: SCOPE, approval_prompt: 'force' };

let client: Client;
beforeEach(async () => {
	const clientId = await newApplication(context);
	client = { clientId, secret: await newSecret(context, clientId) };
});

const at = (time: number) => {
	context = storage.at(time);
};
const newTokens = async (choice: Choice = {}) =>
	tokensOf(await exchange(context, client, await connect(context, client.clientId, FORCE, choice)));

/** What a token reaches: the permissions of each vehicle; null for one that is not known. */
async function reached(access: string) {
	const grant = await findAccessGrant(context, access);
	return grant && grant.vehicles.map(({ permissions }) => permissions.join(' '));
}

describe('findAccessGrant', () => {
	it('tells application, owner and each vehicle with its permissions', async () => {
		const { access } = await newTokens({ vehicles: [0] });
		const [connection] = await listConnections(context, client.clientId);
		expect(await findAccessGrant(context, access)).toEqual({
			authorizationId: expect.any(Number),
			clientId: client.clientId,
			accountId: connection?.account.id,
			mode: 'simulated',
			tokenDigest: digestText(access),
			vehicles: [
				{
					id: connection?.vehicle.id,
					vehicleId: connection?.vehicle.id,
					connectionId: connection?.id,
					permissions: ['read_battery', 'read_odometer']
				}
			]
		});
	});

	it.each([
		[LIFETIMES.accessToken - 1, true],
		[LIFETIMES.accessToken, false],
		[LIFETIMES.accessToken + 1, false],
		[-60_000, true],
		[-60_001, false]
	])('%d ms after it was issued it is alive: %s', async (milliseconds, alive) => {
		const { access } = await newTokens();
		at(START + milliseconds);
		expect((await findAccessGrant(context, access)) !== null).toBe(alive);
	});

	it('once answered as out of time, it is, should the clock go back', async () => {
		const { access } = await newTokens();
		at(START + LIFETIMES.accessToken);
		expect(await findAccessGrant(context, access)).toBeNull();
		at(START);
		expect(await findAccessGrant(context, access)).toBeNull();
	});

	it('lives two hours', () => {
		expect(LIFETIMES.accessToken).toBe(2 * 60 * 60 * 1000);
	});

	it('knows neither an invented token nor a refresh token', async () => {
		const { refresh } = await newTokens();
		for (const token of ['invented', '', refresh])
			expect(await findAccessGrant(context, token)).toBeNull();
	});

	it('reaches only the vehicles of its own consent', async () => {
		const { access } = await newTokens({ vehicles: [0] });
		const later = await newTokens({ vehicles: [1] });
		expect(await reached(access)).toEqual([SCOPE]);
		const [one, other] = [
			await findAccessGrant(context, access),
			await findAccessGrant(context, later.access)
		];
		expect(one?.vehicles[0]?.id).not.toBe(other?.vehicles[0]?.id);
	});

	it('loses at once what the owner takes back, and never gains', async () => {
		const { access } = await newTokens({ ticked: 'read_battery' });
		await newTokens();
		expect(await reached(access)).toEqual(['read_battery', 'read_battery']);
		const wide = await newTokens();
		await newTokens({ ticked: 'read_odometer', vehicles: [0] });
		expect((await reached(wide.access))?.toSorted()).toEqual([SCOPE, 'read_odometer']);
		expect((await reached(access))?.toSorted()).toEqual(['', 'read_battery']);
	});

	it('reaches what is left of a narrower scope', async () => {
		const { refresh } = await newTokens({ vehicles: [0] });
		const narrow = tokensOf(await refreshBy(context, client, refresh, { scope: 'read_odometer' }));
		expect(await reached(narrow.access)).toEqual(['read_odometer']);
		await newTokens({ ticked: 'read_battery', vehicles: [0] });
		expect(await reached(narrow.access)).toEqual(['']);
	});

	it('loses a vehicle that is disconnected, and stays known once none is left', async () => {
		const { access } = await newTokens();
		const [first, second] = await listConnections(context, client.clientId);
		await disconnect(context, client.clientId, first?.id ?? '');
		expect((await findAccessGrant(context, access))?.vehicles.map(({ id }) => id)).toEqual([
			second?.vehicle.id
		]);
		await disconnect(context, client.clientId, second?.id ?? '');
		expect(await reached(access)).toEqual([]);
	});

	it.each([1, 0, -1000])(
		'does not reach a vehicle that came back %d ms later by a new consent',
		async (milliseconds) => {
			const { access } = await newTokens({ vehicles: [0] });
			const [connection] = await listConnections(context, client.clientId);
			await disconnect(context, client.clientId, connection?.id ?? '');
			at(START + milliseconds);
			const later = await newTokens({ vehicles: [0] });
			expect(await reached(later.access)).toEqual([SCOPE]);
			expect(await reached(access)).toEqual([]);
		}
	);

	it('reaches vehicles connected before by a clock that was ahead', async () => {
		at(START + 60_000);
		await newTokens({ vehicles: [0] });
		at(START);
		const { access } = await newTokens();
		expect(await reached(access)).toEqual([SCOPE, SCOPE]);
	});
});
