import { latestVersion } from '#lib/server/configurations/versions.ts';
import { begin } from '#lib/server/connect/journey/begin.ts';
import type { Context } from '#lib/server/context.ts';
import { authorizations } from '#lib/server/db/connect-schema.ts';
import { vehicleAccounts, vehicles } from '#lib/server/db/vehicle-schema.ts';
import type { Engine } from '#lib/server/engine.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { allow, answerOf, connect, open, queryOf, signInAs } from '../../../support/connect.ts';
import { listConsents } from '../../../support/list-consents.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { openOlder } from '../../../support/older-storage.ts';
import { testContext, useFolder } from '../../../support/storage.ts';
import { exchange, refreshBy, tokensOf } from '../../../support/tokens.ts';

// Runs on both engines, as what calls useStorage() does.
const folder = useFolder();
const FILES = 'tests/lib/server/db/files/schema-11';

/** What the version that wrote the file told its applications. */
const Told = z.object({
	time: z.number(),
	secrets: z.record(z.string(), z.string()),
	code: z.string(),
	signedIn: z.object({ id: z.string(), browser: z.string(), signIn: z.string() }),
	told: z.array(
		z.object({
			name: z.string(),
			clientId: z.string(),
			access: z.string(),
			refresh: z.string(),
			userId: z.string(),
			vehicles: z.array(z.string()),
			permissions: z.array(z.string())
		})
	)
});
const { time, secrets, code, signedIn, told } = Told.parse(
	JSON.parse(readFileSync(`${FILES}.json`, 'utf8'))
);
const OWNER = '2-vehicles@smartcar.com';

let engine: Engine;
let context: Context;
beforeEach(async () => {
	engine = await openOlder(`${FILES}.db`, folder.path, '0004_rehearsal_and_key');
	context = testContext(engine, time);
});
afterEach(() => engine.close());

const of = (name: string) => {
	const found = told.find((one) => one.name === name);
	if (!found) throw new TypeError(name);
	return found;
};
const client = (clientId: string) => ({ clientId, secret: secrets[clientId] ?? '' });
const PLANNER = of('planner, simulated').clientId;
const TRIPS = of('trips, live').clientId;

async function get(access: string, path: string): Promise<unknown> {
	const headers = { authorization: `Bearer ${access}` };
	return (await askFromWithin(context, '192.0.2.1', path, { headers })).json();
}

describe('a database of the version before vehicle accounts', () => {
	it.each(told.filter(({ name }) => name !== 'trips, other'))(
		'$name: tokens reach the same, and tell the same ids',
		async ({ clientId, access, refresh, userId, vehicles: ids, permissions }) => {
			const renewed = tokensOf(await refreshBy(context, client(clientId), refresh));
			for (const token of [access, renewed.access]) {
				expect(await get(token, '/v2.0/user')).toEqual({ id: userId });
				expect(await get(token, '/v2.0/vehicles')).toMatchObject({ vehicles: ids });
				expect(await get(token, `/v2.0/vehicles/${ids[0]}/permissions`)).toMatchObject({
					permissions
				});
			}
		}
	);

	it('a token whose vehicle was disconnected still reaches nothing', async () => {
		const { access } = of('trips, other');
		expect(await get(access, '/v2.0/vehicles')).toMatchObject({ vehicles: [] });
	});

	it('a code that waits is exchanged', async () => {
		const { access } = tokensOf(await exchange(context, client(TRIPS), code));
		expect(await get(access, '/v2.0/user')).toEqual({ id: of('trips, live').userId });
	});

	it('has one account for each brand and user name, and one vehicle for each VIN of it', async () => {
		const { accounts, cars, consents } = await context.read(async ({ db }) => ({
			accounts: await db.select().from(vehicleAccounts),
			cars: await db.select().from(vehicles),
			consents: await db.select().from(authorizations)
		}));
		const names = ['2-vehicles@smartcar.com', 'gone@example.com', 'only-live@example.com'];
		expect(accounts.map(({ username }) => username).sort()).toEqual([
			...names,
			'someone@example.com'
		]);
		expect(cars).toHaveLength(5);
		expect(new Set(cars.map(({ vin }) => vin)).size).toBe(5);
		expect(consents).toHaveLength(8);
	});

	it('keeps every connection with its mode, and what it grants', async () => {
		const planner = await listConnections(context, PLANNER);
		const facts = planner.map(
			({ mode, account, granted }) => `${mode} ${account.username} ${granted.join(' ')}`
		);
		expect(facts.sort()).toEqual([
			`live ${OWNER} read_odometer read_vin`,
			`live ${OWNER} read_vin`,
			'live only-live@example.com read_battery read_odometer',
			`simulated ${OWNER} read_battery read_odometer`,
			`simulated ${OWNER} read_battery read_odometer`
		]);
		const [trips, ...others] = await listConnections(context, TRIPS);
		expect(others).toEqual([]);
		expect(trips).toMatchObject({ mode: 'live', user: null, externalId: 'e-1' });
	});

	it('has a consent for what each connection holds, of when it was first granted', async () => {
		const held = [
			...(await listConnections(context, PLANNER)),
			...(await listConnections(context, TRIPS))
		];
		const recorded = await listConsents(context);
		expect(recorded).toHaveLength(held.length);
		for (const { vehicle, account, mode, asked, granted, version, firstGrantedAt } of held) {
			const consent = { accountId: account.id, mode, vehicleIds: [vehicle.id] };
			expect(recorded).toContainEqual(
				expect.objectContaining({
					...consent,
					...{ asked, granted, version, language: null },
					...{ kind: 'granted', by: 'owner', at: firstGrantedAt }
				})
			);
		}
	});

	it.each(['simulated', 'live'])(
		'in the %s mode goes on under the ids that this one had',
		async (mode) => {
			const before = of(`planner, ${mode}`);
			const given = await connect(context, PLANNER, { mode, approval_prompt: 'force' });
			const { access } = tokensOf(await exchange(context, client(PLANNER), given));
			expect(await get(access, '/v2.0/user')).toEqual({ id: before.userId });
			expect(await get(access, '/v2.0/vehicles')).toMatchObject({ vehicles: before.vehicles });
			expect(await listConnections(context, PLANNER)).toHaveLength(5);
		}
	);

	it.each(['simulated', 'live'])('lets the owner sign in again for a vehicle, %s', async (mode) => {
		const [vehicleId] = of(`planner, ${mode}`).vehicles;
		const link = queryOf(PLANNER, { response_type: vehicleId, scope: '', make: '', mode: '' });
		const opened = await open(context, link);
		if (opened.kind !== 'session') throw new TypeError(opened.kind);
		const traveller = { ...signedIn, signIn: undefined, id: opened.id, issuer: 'http://localhost' };
		expect(await begin(context, traveller, { country: null, language: 'en' })).toMatchObject({
			screen: 'login'
		});
		const { next } = await signInAs(context, traveller);
		expect(answerOf(next).get('vehicle_id')).toBe(vehicleId);
	});

	it('whoever had signed in goes on to the consent', async () => {
		const traveller = { ...signedIn, issuer: 'http://localhost' };
		const answer = answerOf(await allow(context, traveller));
		expect(answer.get('user_id')).toBe(of('planner, live').userId);
	});

	it('keeps what was published, under the client id that came later', async () => {
		expect((await latestVersion(context, PLANNER))?.number).toBe(1);
	});
});
