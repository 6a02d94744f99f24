import { parseScope } from '#lib/access/scope.ts';
import {
	ASKED_AT_A_TIME,
	findToAskAgain,
	readToAskAgain
} from '#lib/server/connect/connection-list/to-ask-again.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { newApplication } from '../../../../support/connect.ts';
import { insertConnection } from '../../../../support/connections.ts';
import { REHEARSED_START, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

const asked = parseScope('read_battery required:read_location').permissions;

let clientId = '';

beforeEach(async () => {
	clientId = await newApplication(storage.context);
});

const insert = (id: string, granted: string, updatedAt = REHEARSED_START) =>
	insertConnection(storage.context, { id, clientId, granted, updatedAt });

const find = (wanted: object = {}) =>
	findToAskAgain(storage.context, clientId, { asked, ...wanted });

async function read(ids: readonly string[]) {
	const batches = [];
	for await (const batch of readToAskAgain(storage.context, clientId, { ids, asked })) {
		batches.push(batch.map(({ id }) => id));
	}
	return batches;
}

it('finds what lacks something of the current version, in the order of the list', async () => {
	await insert('all', 'read_battery read_location');
	await insert('older', 'read_battery', REHEARSED_START - 5);
	await insert('none', 'read_vin');
	await insert('newer', 'read_location', REHEARSED_START + 5);
	const other = await newApplication(storage.context);
	await insertConnection(storage.context, { id: 'other', clientId: other, granted: 'read_vin' });
	expect(await find()).toEqual(['newer', 'none', 'older']);
	expect(await find({ lacks: 'read_battery' })).toEqual(['newer', 'none']);
	expect(await find({ search: 'older@mail' })).toEqual(['older']);
	expect(await find({ search: 'all@mail' })).toEqual([]);
	// Nobody can be asked for what no version asks for.
	expect(await find({ lacks: 'read_vin' })).toEqual(['newer', 'older']);
	expect(await find({ asked: [] })).toEqual([]);
	expect(await find({ asked: null })).toEqual([]);
});

it('reads them some at a time, each with what it lacks', async () => {
	const ids = Array.from({ length: ASKED_AT_A_TIME + 1 }, (_, index) => `c${index}`);
	for (const [index, id] of ids.entries()) await insert(id, 'read_vin', REHEARSED_START - index);
	expect(await read(await find())).toEqual([
		ids.slice(0, ASKED_AT_A_TIME),
		ids.slice(ASKED_AT_A_TIME)
	]);
	for await (const [first] of readToAskAgain(storage.context, clientId, {
		ids: ids.slice(0, 1),
		asked
	})) {
		expect(first?.gap?.missing).toEqual(asked);
	}
});

it('leaves out what ended or was granted since it was found', async () => {
	for (const id of ['a', 'b', 'c']) await insert(id, 'read_vin');
	const found = await find();
	await disconnect(storage.context, clientId, 'a');
	await storage.context.write(async ({ db }) =>
		db
			.update(connections)
			.set({ granted: ['read_battery', 'read_location'] })
			.where(eq(connections.id, 'b'))
	);
	expect(await read(found)).toEqual([['c']]);
});
