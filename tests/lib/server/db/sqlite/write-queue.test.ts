import { PATIENCE, WriteQueue, type CommitOutcome } from '#lib/server/db/sqlite/write-queue.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** Milliseconds at most between two tries. */
const LONGEST_PAUSE = 100;

let locked: boolean;
let events: string[];
let queue: WriteQueue;

beforeEach(() => {
	vi.useFakeTimers();
	locked = false;
	events = [];
	queue = new WriteQueue(async (batch): Promise<CommitOutcome> => {
		if (locked) return 'locked';
		if (batch.length > 1) return 'apart';
		// A write that is run does nothing here but say its name.
		for (const { run } of batch) (await Reflect.apply(run, undefined, []))();
		return 'answered';
	});
});
afterEach(() => vi.useRealTimers());

const write = (name: string) => ({
	run: async () => () => void events.push(name),
	reject: (reason: unknown) =>
		void events.push(`${name}: ${String(Reflect.get(Object(reason), 'code'))}`)
});

describe('WriteQueue', () => {
	it('commits at once what nothing stands in the way of', async () => {
		queue.submit([write('a')]);
		await vi.advanceTimersByTimeAsync(0);
		expect(events).toEqual(['a']);
	});

	it('keeps the order while the lock is held, and lets nobody pass', async () => {
		locked = true;
		queue.submit([write('a')]);
		locked = false;
		queue.submit([write('b')]);
		expect(events).toEqual([]);
		await vi.advanceTimersByTimeAsync(LONGEST_PAUSE);
		expect(events).toEqual(['a', 'b']);
	});

	it('goes through one by one what could not be committed together, before what came later', async () => {
		locked = true;
		queue.submit([write('a'), write('b')]);
		queue.submit([write('c')]);
		locked = false;
		await vi.advanceTimersByTimeAsync(LONGEST_PAUSE);
		expect(events).toEqual(['a', 'b', 'c']);
	});

	it('gives each up after its own time, and those alone', async () => {
		locked = true;
		queue.submit([write('patient')]);
		queue.submit([write('hasty')], 250);
		await vi.advanceTimersByTimeAsync(250 + LONGEST_PAUSE);
		expect(events).toEqual(['hasty: busy']);
		await vi.advanceTimersByTimeAsync(PATIENCE - 250 - 2 * LONGEST_PAUSE);
		expect(events).toEqual(['hasty: busy']);
		await vi.advanceTimersByTimeAsync(2 * LONGEST_PAUSE);
		expect(events).toEqual(['hasty: busy', 'patient: busy']);
	});

	it('goes on after it gave up', async () => {
		locked = true;
		queue.submit([write('a')]);
		await vi.advanceTimersByTimeAsync(PATIENCE + LONGEST_PAUSE);
		locked = false;
		queue.submit([write('b')]);
		await vi.advanceTimersByTimeAsync(0);
		expect(events).toEqual(['a: busy', 'b']);
	});

	it('asks for the lock less and less often', async () => {
		const tries: number[] = [];
		const busy = new WriteQueue(async () => {
			tries.push(performance.now());
			return 'locked';
		});
		busy.submit([write('a')], 1000);
		await vi.advanceTimersByTimeAsync(2000);
		const pauses = tries.slice(1).map((time, index) => Math.round(time - (tries[index] ?? 0)));
		expect(pauses.slice(0, 7)).toEqual([5, 10, 20, 40, 80, 100, 100]);
		expect(pauses.length).toBeLessThan(20);
	});

	it.each([
		[false, ['a', 'b']],
		[true, ['a: busy', 'b: busy']]
	])('tries all for the last time at the end, still locked: %s', async (stillLocked, expected) => {
		locked = true;
		queue.submit([write('a')]);
		queue.submit([write('b')]);
		locked = stillLocked;
		const finished = queue.finish();
		await vi.advanceTimersByTimeAsync(0);
		await finished;
		expect(events).toEqual(expected);
		await vi.advanceTimersByTimeAsync(PATIENCE);
		expect(events).toEqual(expected);
	});
});
