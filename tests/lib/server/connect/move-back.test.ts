import { listSessions } from '#lib/server/connect/session-list.ts';
import { readClock } from '#lib/server/connect/rehearsal.ts';
import { advanceRehearsal, resetRehearsal } from '#lib/server/fleet/clock.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication, newTraveller } from '../../../support/connect.ts';
import { AHEAD, REHEARSED_START, START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
const DAY = 86_400_000;
let clientId: string;

beforeEach(async () => {
	clientId = await newApplication(storage.context);
});

const list = async (context = storage.context) =>
	(await listSessions(context, clientId, { page: 1 })).sessions;
const advance = (by: number) => advanceRehearsal(storage.context, by);

describe('sessions when the clock is reset', () => {
	it('keep their order and their ends, and none is of a day to come', async () => {
		await connect(storage.context, clientId);
		await advance(30 * DAY);
		const open = await newTraveller(storage.context, clientId);
		const before = await list();
		await resetRehearsal(storage.context);
		const after = await list();
		expect(after.map(({ id, end }) => [id, end])).toEqual([
			[open.id, 'abandoned'],
			[before[1]?.id, 'granted']
		]);
		const by = AHEAD + 30 * DAY;
		expect(after.map(({ startedAt }) => startedAt)).toEqual([START, REHEARSED_START - by]);
		expect(after[1]?.endedAt).toBe((before[1]?.endedAt ?? 0) - by);
		expect(after[0]?.endedAt).toBeNull();
		const { now } = await readClock(storage.context);
		expect(Math.max(...after.map(({ startedAt }) => startedAt))).toBeLessThanOrEqual(now);
	});

	it('come before those that begin afterwards', async () => {
		await connect(storage.context, clientId);
		const [first] = await list();
		await resetRehearsal(storage.context);
		const later = storage.at(START + 60_000);
		const next = await newTraveller(later, clientId);
		expect((await list(later)).map(({ id }) => id)).toEqual([next.id, first?.id]);
	});

	it('tell how long a screen took as they did before', async () => {
		await connect(storage.context, clientId);
		const [before] = await list();
		await resetRehearsal(storage.context);
		const [after] = await list();
		expect(after?.steps).toEqual(before?.steps);
	});
});
