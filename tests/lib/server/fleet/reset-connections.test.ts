import { freezeClock, readClock } from '#lib/server/connect/rehearsal.ts';
import type { Context } from '#lib/server/context.ts';
import { permissionUses } from '#lib/server/db/call-schema.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { rehearsal } from '#lib/server/db/schema.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import { advanceRehearsal, resetRehearsal } from '#lib/server/fleet/clock.ts';
import { asc } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication } from '../../../support/connect.ts';
import { listConnections } from '../../../support/list-connections.ts';
import { listConsents } from '../../../support/list-consents.ts';
import { AHEAD, REHEARSED_START, START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let clientId: string;

beforeEach(async () => {
	clientId = await newApplication(storage.context);
});

const rows = () =>
	storage.context.read(async ({ db }) =>
		db.select().from(connections).orderBy(asc(connections.createdAt), asc(connections.id))
	);
const connectAs = (username: string, context: Context = storage.context) =>
	connect(context, clientId, {}, { username });
const advance = (by: number) => advanceRehearsal(storage.context, by);
const namesOf = async () =>
	(await listConnections(storage.context, clientId)).map(({ account }) => account.username);

async function expectInTime(context: Context) {
	const { now } = await readClock(context);
	for (const { createdAt, updatedAt, endedAt } of await rows()) {
		expect(createdAt).toBeLessThanOrEqual(updatedAt);
		expect(updatedAt).toBeLessThanOrEqual(now);
		if (endedAt !== null) expect(endedAt).toBeGreaterThanOrEqual(updatedAt);
		expect(endedAt ?? now).toBeLessThanOrEqual(now);
	}
}

describe('connections when the clock is reset', () => {
	it('keep their order, and what is granted anew comes after what was', async () => {
		await connectAs('first@example.com');
		await advance(10 * DAY);
		await connectAs('second@example.com');
		await advance(60 * DAY);
		await connectAs('third@example.com');
		await resetRehearsal(storage.context);
		expect(await namesOf()).toEqual([
			'third@example.com',
			'second@example.com',
			'first@example.com'
		]);
		await expectInTime(storage.context);
		const later = storage.at(START + HOUR);
		await connectAs('first@example.com', later);
		await connectAs('fourth@example.com', storage.at(START + 2 * HOUR));
		expect(await namesOf()).toEqual([
			'fourth@example.com',
			'first@example.com',
			'third@example.com',
			'second@example.com'
		]);
		await expectInTime(storage.at(START + 2 * HOUR));
	});

	it('all happened as much earlier as the clock goes back', async () => {
		await connectAs('first@example.com');
		await advance(10 * DAY);
		await connectAs('first@example.com');
		await resetRehearsal(storage.context);
		expect(await rows()).toMatchObject([
			{ createdAt: START - 10 * DAY, updatedAt: START, endedAt: null }
		]);
	});

	it('were first granted when they were, also where one ended before', async () => {
		await connectAs('first@example.com');
		await advance(DAY);
		const [standing] = await rows();
		await disconnect(storage.context, clientId, standing?.id ?? '');
		await advance(DAY);
		await resetRehearsal(storage.context);
		await connectAs('first@example.com', storage.at(START + HOUR));
		const [again] = await listConnections(storage.context, clientId);
		expect(again).toMatchObject({ firstGrantedAt: START - 2 * DAY, updatedAt: START + HOUR });
		expect(await rows()).toMatchObject([
			{ createdAt: START - 2 * DAY, endedAt: START - DAY },
			{ createdAt: START + HOUR, endedAt: null }
		]);
		await expectInTime(storage.at(START + HOUR));
	});

	it('take along when they last used a permission', async () => {
		await connectAs('first@example.com');
		const [{ id: connectionId } = { id: '' }] = await rows();
		const use = { connectionId, permission: 'read_battery', lastUsedAt: REHEARSED_START - DAY };
		await storage.context.write(({ db }) => db.insert(permissionUses).values(use));
		await resetRehearsal(storage.context);
		const uses = await storage.context.read(({ db }) => db.select().from(permissionUses));
		expect(uses).toEqual([{ ...use, lastUsedAt: START - DAY }]);
	});

	it('move once, also where a reset was stopped before, or is asked for again', async () => {
		await connectAs('first@example.com');
		const stopping: Context = {
			...storage.context,
			write: (work) =>
				storage.context.write(async (transaction) => {
					const result = await work(transaction);
					// The write that puts the clock back, after its work and before its commit.
					if ((await transaction.db.$count(rehearsal)) === 0) throw new RangeError('stopped');
					return result;
				})
		};
		await expect(resetRehearsal(stopping)).rejects.toThrow('stopped');
		expect(await rows()).toMatchObject([{ createdAt: REHEARSED_START }]);
		await resetRehearsal(storage.context);
		await resetRehearsal(storage.context);
		expect(await rows()).toMatchObject([{ createdAt: REHEARSED_START - AHEAD }]);
	});

	it('stay where they are when the clock was behind the machine’s', async () => {
		await resetRehearsal(storage.context);
		await connectAs('first@example.com');
		await freezeClock(storage.context, true);
		await resetRehearsal(storage.at(START + HOUR));
		expect(await rows()).toMatchObject([{ createdAt: START }]);
	});

	it('leave consents as they were written', async () => {
		await connectAs('first@example.com');
		const before = await listConsents(storage.context);
		await resetRehearsal(storage.context);
		expect(await listConsents(storage.context)).toEqual(before);
		expect(before).not.toEqual([]);
	});
});
