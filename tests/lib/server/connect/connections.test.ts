import { parseScope } from '#lib/access/scope.ts';
import { deleteApplication } from '#lib/server/applications/applications.ts';
import { pageOfConnections } from '#lib/server/connect/connection-list/page.ts';
import { getConnection } from '#lib/server/connect/connections.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import { changePassword } from '#lib/server/connect/brand-passwords.ts';
import type { Context } from '#lib/server/context.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication } from '../../../support/connect.ts';
import { idsOf, insertConnection } from '../../../support/connections.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

let clientId = '';
let other = '';

beforeEach(async () => {
	clientId = await newApplication(context);
	other = await newApplication(context, 'Fleet');
});

describe('listConnections', () => {
	it('gives vehicle, owner, what was asked and granted, and when', async () => {
		await insertConnection(context, {
			id: 'volt',
			clientId,
			granted: 'read_vin',
			asked: 'required:read_vin read_battery',
			version: 3,
			user: 'u-1',
			externalId: 'customer-42',
			updatedAt: REHEARSED_START + 5
		});
		expect(await listConnections(context, clientId)).toEqual([
			{
				id: 'volt',
				vehicle: {
					id: 'vehicle-of-volt',
					toldId: 'vehicle-of-volt',
					vin: 'VIN-volt',
					make: 'Chevrolet',
					model: 'Volt',
					year: 2023,
					name: 'Chevrolet Volt 2023'
				},
				account: { id: 'account-of-volt', username: 'volt@mail', make: 'CHEVROLET' },
				mode: 'simulated',
				user: 'u-1',
				externalId: 'customer-42',
				granted: ['read_vin'],
				asked: [
					{ name: 'read_battery', required: false },
					{ name: 'read_vin', required: true }
				],
				version: 3,
				firstGrantedAt: REHEARSED_START,
				updatedAt: REHEARSED_START + 5,
				narrowedAt: null,
				signInNeeded: false,
				ending: null
			}
		]);
	});

	it('tells for which an owner has to sign in again', async () => {
		await insertConnection(context, { id: 'a', clientId });
		await insertConnection(context, { id: 'b', clientId });
		await changePassword(context, 'vehicle-of-b');
		const needed = (await listConnections(context, clientId)).filter((one) => one.signInNeeded);
		expect(idsOf(needed)).toBe('b');
	});

	it('puts first what its owner touched last, and leaves out other applications', async () => {
		await insertConnection(context, { id: 'b', clientId, updatedAt: REHEARSED_START + 1 });
		await insertConnection(context, { id: 'd', clientId, updatedAt: REHEARSED_START + 9 });
		await insertConnection(context, { id: 'a', clientId, updatedAt: REHEARSED_START + 1 });
		await insertConnection(context, { id: 'c', clientId: other, updatedAt: REHEARSED_START + 5 });
		expect(idsOf(await listConnections(context, clientId))).toBe('d a b');
	});

	it('names a brand that the catalog does not hold as it stands', async () => {
		await insertConnection(context, { id: 'a', clientId, make: 'Zedcar' });
		expect((await getConnection(context, clientId, 'a'))?.vehicle.make).toBe('Zedcar');
	});
});

describe('getConnection', () => {
	it('finds one of this application only', async () => {
		await insertConnection(context, { id: 'a', clientId });
		expect((await getConnection(context, clientId, 'a'))?.id).toBe('a');
		expect(await getConnection(context, other, 'a')).toBeNull();
		expect(await getConnection(context, clientId, 'b')).toBeNull();
	});
});

describe('disconnect', () => {
	it('ends one connection of this application, once', async () => {
		await insertConnection(context, { id: 'a', clientId });
		await insertConnection(context, { id: 'b', clientId });
		expect(await disconnect(context, other, 'a')).toBe(false);
		expect(await disconnect(context, clientId, 'a')).toBe(true);
		expect(await disconnect(context, clientId, 'a')).toBe(false);
		expect(idsOf(await listConnections(context, clientId))).toBe('b');
	});

	it('keeps what ended as it was, with when and by whom, where nothing finds or counts it', async () => {
		await insertConnection(context, { id: 'a', clientId });
		const rows = () => context.read(async ({ db }) => db.select().from(connections));
		const [before] = await rows();
		await disconnect(storage.at(START + 5), clientId, 'a');
		expect(await rows()).toEqual([
			{ ...before, endedAt: REHEARSED_START + 5, endedBy: 'operator' }
		]);
		expect(await getConnection(context, clientId, 'a')).toBeNull();
		const { permissions: asked } = parseScope('read_vin');
		const wanted = { asked, onlyLacking: false, page: 1 };
		expect(await pageOfConnections(context, clientId, wanted)).toMatchObject({
			total: 0,
			lacking: 0,
			connections: []
		});
	});

	it('happens to all when the application is deleted', async () => {
		await insertConnection(context, { id: 'a', clientId });
		await deleteApplication(context, clientId, 'Charge Planner');
		expect(await listConnections(context, clientId)).toEqual([]);
	});
});
