import { changePassword, moveBrand } from '#lib/server/connect/brand-passwords.ts';
import type { Context } from '#lib/server/context.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answerOf } from '../../../support/connect.ts';
import { signInAgainBy } from '../../../support/sign-in-again.ts';
import { useStorage } from '../../../support/storage.ts';
import { newV3Client, type V3Client } from '../../../support/v3.ts';

const storage = useStorage();

const USERNAME = 'owner@example.com';
let context: Context;
let client: V3Client;

const newClient = () => newV3Client(context, { scope: 'read_odometer', username: USERNAME });

beforeEach(async () => {
	({ context } = storage);
	client = await newClient();
});

const Refusal = z.object({
	type: z.string(),
	code: z.string(),
	resolution: z.object({ type: z.string(), url: z.string().optional() })
});

/** Each API by what is asked of it, and where its answer holds the error. */
const APIS = {
	v2: ({ vehicleIds, user }: V3Client) => ({
		path: `/v2.0/vehicles/${vehicleIds[0]}/odometer`,
		headers: { authorization: `Bearer ${user}` }
	}),
	v3: ({ vehicleIds, machine, userId }: V3Client) => ({
		path: `/v3/vehicles/${vehicleIds[0]}/signals/odometer-traveleddistance`,
		headers: { authorization: `Bearer ${machine}`, 'sc-user-id': userId }
	})
};
type Api = keyof typeof APIS;

/** Reads the odometer, with the tokens that the application has had from the first. */
async function read(of: V3Client, api: Api = 'v3') {
	const { path, headers } = APIS[api](of);
	return askFromWithin(context, '192.0.2.7', path, { headers });
}

async function refusalOf(of: V3Client, api: Api = 'v3') {
	const response = await read(of, api);
	expect(response.status).toBe(400);
	const body: unknown = await response.json();
	const InList = z.object({ errors: z.tuple([Refusal]) }).transform(({ errors }) => errors[0]);
	return (api === 'v3' ? InList : Refusal).parse(body);
}

async function vehicleId(): Promise<string> {
	const [row] = await context.read(({ db }) => db.select({ id: vehicles.id }).from(vehicles));
	return row?.id ?? '';
}

describe('the loop of a changed brand password', () => {
	it.each(['v2', 'v3'] as const)('leads from a call of %s to the owner and back', async (api) => {
		expect((await read(client, api)).status).toBe(200);
		await changePassword(context, await vehicleId());
		const { type, code, resolution } = await refusalOf(client, api);
		expect(`${type}:${code}`).toBe('CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED');
		expect(resolution.type).toBe('REAUTHENTICATE');
		const url = `${resolution.url}&state=back`;
		const answer = answerOf(await signInAgainBy(context, url, USERNAME));
		expect([answer.get('vehicle_id'), answer.get('state'), answer.get('code')]).toEqual([
			client.vehicleIds[0],
			'back',
			null
		]);
		expect((await read(client, api)).status, 'with the same token').toBe(200);
	});

	it('is gone through by each application for itself', async () => {
		const other = await newClient();
		await changePassword(context, await vehicleId());
		const { resolution } = await refusalOf(client);
		await signInAgainBy(context, resolution.url ?? '', USERNAME);
		expect((await read(client)).status).toBe(200);
		const url = (await refusalOf(other)).resolution.url ?? '';
		expect(new URL(url).searchParams.get('client_id')).toBe(other.clientId);
		await signInAgainBy(context, url, USERNAME);
		expect((await read(other)).status).toBe(200);
	});

	it('is gone through by every owner of a brand that moved', async () => {
		const elsewhere = await newV3Client(context, {
			scope: 'read_odometer',
			make: 'BMW',
			username: USERNAME
		});
		await moveBrand(context, 'TESLA');
		expect((await refusalOf(client)).code).toBe('AUTHENTICATION_FAILED');
		expect((await read(elsewhere)).status).toBe(200);
	});
});
