import { parseScope } from '#lib/access/scope.ts';
import {
	CONNECTIONS_PER_PAGE,
	pageOfConnections
} from '#lib/server/connect/connection-list/page.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import { beforeEach, expect, it } from 'vitest';
import { newApplication } from '../../../../support/connect.ts';
import { idsOf, insertConnection } from '../../../../support/connections.ts';
import { REHEARSED_START, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

const asked = parseScope('read_battery read_location').permissions;
const shown = { asked, onlyLacking: false, page: 1 };

let clientId = '';

beforeEach(async () => {
	clientId = await newApplication(storage.context);
});

/** One after the other, as they are listed. */
async function fillFleet(): Promise<void> {
	const fleet = [
		{
			id: 'volt',
			vin: '1G1RD6E40BU100001',
			username: 'Kevin@example.com',
			externalId: 'Customer 42',
			granted: 'read_battery read_vin'
		},
		{
			id: 'rover',
			vin: 'SALGA2EV9JA500002',
			make: 'LAND_ROVER',
			model: 'Range Rover',
			username: 'Élodie_b@example.com',
			user: 'u-7',
			granted: 'read_location read_vin'
		},
		{
			id: 'zed',
			vin: '1G1RD6E40BU100003',
			make: 'Zedcar',
			model: '100% Electric',
			username: 'read_me@example.com',
			granted: 'read_battery read_charge_locations'
		}
	];
	for (const [index, facts] of fleet.entries()) {
		const updatedAt = REHEARSED_START - index;
		await insertConnection(storage.context, { ...facts, clientId, updatedAt });
	}
}

const search = async (words: string) => {
	const page = await pageOfConnections(storage.context, clientId, { ...shown, search: words });
	return idsOf(page.connections);
};

it.each([
	['', 'volt rover zed'],
	['  ', 'volt rover zed'],
	// The VIN as a whole, its beginning, a part of it, in any case.
	['1G1RD6E40BU100001', 'volt'],
	['1g1rd6e40bu100001', 'volt'],
	['1G1RD', 'volt zed'],
	['100003', 'zed'],
	// The owner, and the app's own ids of them.
	['Kevin@example.com', 'volt'],
	['kevin', 'volt'],
	['Élodie', 'rover'],
	['ÉLODIE', 'rover'],
	['example.com', 'volt rover zed'],
	['customer 42', 'volt'],
	['u-7', 'rover'],
	// Brand, model, year.
	['Chevrolet', 'volt'],
	['chevrolet volt 2023', 'volt'],
	['land rover', 'rover'],
	['LAND_ROVER', 'rover'],
	['Land-Rover', 'rover'],
	['zedcar', 'zed'],
	['2022', ''],
	// Permissions, by their beginning.
	['read_vin', 'volt rover'],
	['READ_VIN', 'volt rover'],
	['read_charge', 'zed'],
	['read_location', 'rover'],
	['read_me', 'zed'],
	['read_nothing', ''],
	['vin', 'volt'],
	// Each word has to be found.
	['read_vin rover', 'rover'],
	['volt rover', ''],
	// No sign means anything but itself.
	['%', 'zed'],
	['100%', 'zed'],
	['_', 'rover zed'],
	['Élodie_b', 'rover'],
	['Élodie%b', ''],
	['\\', ''],
	["'", ''],
	['"', ''],
	['\0', ''],
	['kevin\0', ''],
	['\uD800', ''],
	['a b c d e f g h nobody', ''],
	['x'.repeat(5000), '']
])('“%s” finds “%s”', async (words, ids) => {
	await fillFleet();
	expect(await search(words)).toBe(ids);
});

it('counts what it finds, beside all there are', async () => {
	await fillFleet();
	await insertConnection(storage.context, { id: 'gone', clientId, username: 'kevin2@example.com' });
	await disconnect(storage.context, clientId, 'gone');
	const found = (more: object) =>
		pageOfConnections(storage.context, clientId, { ...shown, search: 'kevin', ...more });
	const counts = {
		all: 3,
		total: 1,
		lacking: 1,
		lacks: [{ name: 'read_location', count: 1 }],
		ended: 1
	};
	expect(await found({})).toMatchObject({ ...counts, listed: 1, connections: [{ id: 'volt' }] });
	expect(await found({ onlyLacking: true })).toMatchObject({ ...counts, listed: 1 });
	expect(await found({ lacks: 'read_battery' })).toMatchObject({ ...counts, listed: 0 });
	expect(await found({ onlyEnded: true })).toMatchObject({
		...counts,
		listed: 1,
		connections: [{ id: 'gone' }]
	});
});

it('finds nothing of another application', async () => {
	await fillFleet();
	const other = await newApplication(storage.context);
	const page = await pageOfConnections(storage.context, other, { ...shown, search: 'kevin' });
	expect(page).toMatchObject({ all: 0, total: 0, connections: [] });
});

it('is found page by page, by the edges of the one beside it', async () => {
	for (let index = 0; index <= CONNECTIONS_PER_PAGE; index += 1) {
		const updatedAt = REHEARSED_START - index;
		await insertConnection(storage.context, { id: `c${index}`, clientId, updatedAt });
		await insertConnection(storage.context, { id: `d${index}`, clientId, model: 'Bolt' });
	}
	const wanted = { ...shown, search: 'volt' };
	const first = await pageOfConnections(storage.context, clientId, wanted);
	expect(first).toMatchObject({ page: 1, pages: 2, listed: CONNECTIONS_PER_PAGE + 1 });
	const key = first.edges.after;
	const second = await pageOfConnections(storage.context, clientId, { ...wanted, page: 2, key });
	expect(second.connections.map(({ id }) => id)).toEqual([`c${CONNECTIONS_PER_PAGE}`]);
});
