import { connectSessions } from '#lib/server/db/session-schema.ts';
import { schedulePruning } from '#lib/server/pruning/schedule.ts';
import { ROWS_AT_A_TIME } from '#lib/server/pruning/prune.ts';
import { DAY } from '#lib/server/keep-days.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { recordSessions } from '../../../support/connect-sessions.ts';
import { newApplication } from '../../../support/connect.ts';
import { PATIENCE } from '../../../support/patience.ts';
import { START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
const MINUTE = 60_000;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	vi.useRealTimers();
});

const left = () => storage.context.read(({ db }) => db.$count(connectSessions));

async function recordOld(count: number): Promise<void> {
	const clientId = await newApplication(storage.context);
	const rows = Array.from({ length: count }, (_, n) => ({ startedAt: START - n }));
	await recordSessions(storage.context, clientId, ...rows);
}

it('begins after a while, goes on while there is more, and then rests', async () => {
	await recordOld(ROWS_AT_A_TIME + 1);
	const made: number[] = [];
	const now = () => {
		made.push(1);
		return storage.at(START + 91 * DAY);
	};
	const stop = schedulePruning(now, () => 0);
	await vi.advanceTimersByTimeAsync(MINUTE - 1);
	expect(made).toHaveLength(0);
	await vi.advanceTimersByTimeAsync(1);
	await vi.waitFor(async () => expect(await left()).toBe(1), PATIENCE);
	await vi.advanceTimersByTimeAsync(250);
	await vi.waitFor(async () => expect(await left()).toBe(0), PATIENCE);
	await vi.advanceTimersByTimeAsync(250);
	await vi.waitFor(() => expect(made).toHaveLength(3), PATIENCE);
	await stop();
	await vi.advanceTimersByTimeAsync(24 * 60 * MINUTE);
	expect(made).toHaveLength(3);
});

it('waits longer by chance', async () => {
	const now = vi.fn(() => storage.context);
	const stop = schedulePruning(now, () => 0.5);
	await vi.advanceTimersByTimeAsync(1.5 * MINUTE - 1);
	expect(now).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1);
	expect(now).toHaveBeenCalledOnce();
	await stop();
});

it('ends with the step that is under way', async () => {
	await recordOld(1);
	const stop = schedulePruning(
		() => storage.at(START + 91 * DAY),
		() => 0
	);
	await vi.advanceTimersByTimeAsync(MINUTE);
	await stop();
	expect(await left()).toBe(0);
});

it('goes on after a fault', async () => {
	await recordOld(1);
	const now = vi
		.fn(() => storage.at(START + 91 * DAY))
		.mockImplementationOnce(() => {
			throw new Error('provoked');
		});
	const stop = schedulePruning(now, () => 0);
	await vi.advanceTimersByTimeAsync(MINUTE);
	await vi.advanceTimersByTimeAsync(30 * MINUTE);
	await vi.waitFor(async () => expect(await left()).toBe(0), PATIENCE);
	await stop();
});
