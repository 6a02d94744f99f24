import { parseScope } from '#lib/access/scope.ts';
import {
	CONNECTIONS_PER_PAGE,
	pageOfConnections
} from '#lib/server/connect/connection-list/page.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import type { Context } from '#lib/server/context.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication } from '../../../../support/connect.ts';
import { idsOf, insertConnection } from '../../../../support/connections.ts';
import { REHEARSED_START, START, useStorage } from '../../../../support/storage.ts';

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

	it('counts by permission of the current version what lacks it, in scope order', async () => {
		const grants = { a: 'read_battery', b: 'read_location', c: 'read_vin' };
		for (const [id, granted] of Object.entries(grants)) {
			await insertConnection(context, { id, clientId, granted });
		}
		const wanted = parseScope('read_location read_battery').permissions;
		const page = await pageOfConnections(context, clientId, { ...shown, asked: wanted });
		expect(page).toMatchObject({ lacking: 3, listed: 3 });
		expect(page.lacks).toEqual([
			{ name: 'read_battery', count: 2 },
			{ name: 'read_location', count: 2 }
		]);
		const one = await pageOfConnections(context, clientId, {
			...shown,
			asked: parseScope('read_vin').permissions
		});
		expect(one.lacks).toEqual([{ name: 'read_vin', count: 2 }]);
	});

	it.each([
		['read_battery', 'b c'],
		['read_location', 'a c'],
		// Of a version that is not published yet.
		['read_vin', 'a b'],
		['control_security', 'a b c']
	] as const)('shows only what lacks %s', async (lacks, ids) => {
		const grants = { a: 'read_battery', b: 'read_location', c: 'read_vin' };
		for (const [id, granted] of Object.entries(grants)) {
			await insertConnection(context, { id, clientId, granted });
		}
		const page = await pageOfConnections(context, clientId, { ...shown, lacks });
		expect(idsOf(page.connections)).toBe(ids);
		expect(page).toMatchObject({ total: 3, listed: ids.split(' ').length });
		const before = await pageOfConnections(context, clientId, { ...shown, asked: null, lacks });
		expect(idsOf(before.connections)).toBe(ids);
	});

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
			all: 0,
			total: 0,
			lacking: 0,
			lacks: [],
			listed: 0,
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
