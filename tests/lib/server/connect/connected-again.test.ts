import { disconnect } from '#lib/server/connect/disconnect.ts';
import type { Context } from '#lib/server/context.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { asc } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication } from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { reasonOf } from '../../../support/reason.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();

let context: Context;
let clientId = '';
beforeEach(async () => {
	context = storage.context;
	clientId = await newApplication(context);
});

const ONE = { vehicles: [0] };
const rows = () =>
	context.read(async ({ db }) => db.select().from(connections).orderBy(asc(connections.createdAt)));

async function reconnect(time: number): Promise<void> {
	const [one] = await listConnections(context, clientId);
	await disconnect(storage.at(time - 1), clientId, one?.id ?? '');
	await connect(storage.at(time), clientId, {}, ONE);
}

describe('a vehicle that is connected again', () => {
	it('has one connection that stands, granted since the first consent', async () => {
		await connect(context, clientId, {}, ONE);
		await reconnect(START + 2000);
		await reconnect(START + 4000);
		const [stands, ...others] = await listConnections(context, clientId);
		expect(others).toEqual([]);
		expect(stands).toMatchObject({
			firstGrantedAt: REHEARSED_START,
			updatedAt: REHEARSED_START + 4000
		});
		expect((await rows()).map(({ endedAt }) => endedAt)).toEqual([
			REHEARSED_START + 1999,
			REHEARSED_START + 3999,
			null
		]);
	});

	it('was granted first by the same application, in the same mode', async () => {
		await connect(context, await newApplication(context, 'Fleet'), {}, ONE);
		await connect(context, clientId, { mode: 'live' }, ONE);
		await connect(storage.at(START + 1000), clientId, {}, ONE);
		const found = await listConnections(context, clientId);
		expect(found.map(({ mode, firstGrantedAt }) => [mode, firstGrantedAt])).toEqual([
			['simulated', REHEARSED_START + 1000],
			['live', REHEARSED_START]
		]);
	});

	it('never stands twice', async () => {
		await connect(context, clientId, {}, ONE);
		const [row] = await rows();
		if (!row) throw new TypeError('Nothing is connected.');
		const twice = context.write(async ({ db }) =>
			db.insert(connections).values({ ...row, id: 'second' })
		);
		await expect(twice).rejects.toSatisfy((error) => /unique/i.test(reasonOf(error)));
	});
});
