import { parseScope } from '#lib/access/scope.ts';
import { createApplication, deleteApplication } from '#lib/server/applications/applications.ts';
import {
	CONNECTIONS_PER_PAGE,
	getConnection,
	pageOfConnections
} from '#lib/server/connect/connections.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import { changePassword } from '#lib/server/connect/brand-passwords.ts';
import type { Context } from '#lib/server/context.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { insertConnection } from '../../../support/connections.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
beforeEach(() => {
	context = storage.context;
});

let clientId = '';
let other = '';

const newApplication = async (name: string) => {
	const created = await createApplication(context, { name });
	return created.ok ? created.clientId : '';
};
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(' ');

beforeEach(async () => {
	clientId = await newApplication('Charge Planner');
	other = await newApplication('Fleet');
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

describe('pageOfConnections', () => {
	const asked = parseScope('read_battery required:read_location').permissions;
	const shown = { asked, onlyLacking: false, page: 1 };

	it('holds each connection against what would be asked now', async () => {
		await insertConnection(context, { id: 'all', clientId, granted: 'read_battery read_location' });
		await insertConnection(context, { id: 'some', clientId, granted: 'read_battery read_vin' });
		const page = await pageOfConnections(context, clientId, shown);
		expect(page).toMatchObject({ total: 2, lacking: 1, page: 1, pages: 1 });
		expect(page.connections.map(({ gap }) => gap)).toEqual([
			{ missing: [], extra: [] },
			{ missing: [{ name: 'read_location', required: true }], extra: ['read_vin'] }
		]);
	});

	it('shows only what lacks something, still counting all', async () => {
		await insertConnection(context, {
			id: 'all',
			clientId,
			granted: 'read_battery read_location read_vin'
		});
		await insertConnection(context, { id: 'some', clientId, granted: 'read_battery' });
		const page = await pageOfConnections(context, clientId, { ...shown, onlyLacking: true });
		expect(page).toMatchObject({ total: 2, lacking: 1 });
		expect(idsOf(page.connections)).toBe('some');
	});

	it.each(['read_battery', 'read_charge', 'read_battery required:read_charge', 'read_vin', ''])(
		'counts as lacking what has a gap beside “%s”',
		async (scope) => {
			const grants = ['read_battery', 'read_battery read_charge', 'read_charge_locations read_vin'];
			for (const granted of grants) {
				await insertConnection(context, { id: granted.replaceAll(' ', '-'), clientId, granted });
			}
			const wanted = { ...shown, asked: parseScope(scope).permissions };
			const all = await pageOfConnections(context, clientId, wanted);
			const gaps = all.connections.filter(({ gap }) => gap !== null && gap.missing.length > 0);
			const some = await pageOfConnections(context, clientId, { ...wanted, onlyLacking: true });
			expect(all.lacking).toBe(gaps.length);
			expect(idsOf(some.connections)).toBe(idsOf(gaps));
		}
	);

	it('finds no gap where nothing is published', async () => {
		await insertConnection(context, { id: 'a', clientId });
		const page = await pageOfConnections(context, clientId, { ...shown, asked: null });
		expect(page).toMatchObject({ total: 1, lacking: 0, connections: [{ gap: null }] });
	});

	it.each([
		[-1, 1, 0],
		[0, 1, 0],
		[1, 1, 0],
		[2, 2, CONNECTIONS_PER_PAGE],
		[3, 2, CONNECTIONS_PER_PAGE],
		[1e9, 2, CONNECTIONS_PER_PAGE]
	])('asked for page %d it shows page %d', async (wanted, page, first) => {
		for (let index = 0; index <= CONNECTIONS_PER_PAGE; index += 1) {
			await insertConnection(context, {
				id: `c${index}`,
				clientId,
				updatedAt: REHEARSED_START - index
			});
		}
		const found = await pageOfConnections(context, clientId, { ...shown, page: wanted });
		expect(found).toMatchObject({ page, pages: 2, total: CONNECTIONS_PER_PAGE + 1 });
		expect(found.connections[0]?.id).toBe(`c${first}`);
		expect(found.connections).toHaveLength(page === 1 ? CONNECTIONS_PER_PAGE : 1);
	});

	it('is one empty page where nothing is connected', async () => {
		expect(await pageOfConnections(context, clientId, shown)).toEqual({
			total: 0,
			lacking: 0,
			ended: 0,
			page: 1,
			pages: 1,
			edges: {},
			connections: [],
			damaged: 0
		});
	});
});

describe('pageOfConnections, of those that ended', () => {
	const shown = { asked: null, onlyLacking: false, onlyEnded: true, page: 1 };

	it('puts first what ended last, with when and by whom, and counts them apart', async () => {
		for (const id of ['a', 'b', 'c']) {
			await insertConnection(context, { id, clientId, granted: 'read_vin' });
		}
		await insertConnection(context, { id: 'd', clientId: other });
		await disconnect(storage.at(START + 5), clientId, 'b');
		await disconnect(storage.at(START + 9), clientId, 'a');
		await disconnect(storage.at(START + 7), other, 'd');
		const page = await pageOfConnections(context, clientId, shown);
		expect(page).toMatchObject({ total: 1, ended: 2, page: 1, pages: 1 });
		expect(page.connections).toMatchObject([
			{
				id: 'a',
				granted: ['read_vin'],
				gap: null,
				ending: { at: REHEARSED_START + 9, by: 'operator' }
			},
			{ id: 'b', ending: { at: REHEARSED_START + 5, by: 'operator' } }
		]);
		const standing = await pageOfConnections(context, clientId, { ...shown, onlyEnded: false });
		expect(standing).toMatchObject({
			total: 1,
			ended: 2,
			connections: [{ id: 'c', ending: null }]
		});
	});

	it('is found page by page, by the edges of the one beside it', async () => {
		for (let index = 0; index <= CONNECTIONS_PER_PAGE; index += 1) {
			await insertConnection(context, { id: `c${index}`, clientId });
			await disconnect(storage.at(START + index), clientId, `c${index}`);
		}
		const first = await pageOfConnections(context, clientId, shown);
		expect(first).toMatchObject({ pages: 2, ended: CONNECTIONS_PER_PAGE + 1, total: 0 });
		expect(first.connections[0]?.id).toBe(`c${CONNECTIONS_PER_PAGE}`);
		const key = first.edges.after;
		const second = await pageOfConnections(context, clientId, { ...shown, page: 2, key });
		expect(idsOf(second.connections)).toBe('c0');
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
