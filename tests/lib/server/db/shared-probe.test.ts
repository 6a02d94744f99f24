import { openStorage } from '#lib/server/db/open-storage.ts';
import { sharedProbe } from '#lib/server/db/shared-probe.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let begun: number;
/** What ends the probes that run. */
let ends: PromiseWithResolvers<void>[];
let probe: () => Promise<void>;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
	begun = 0;
	ends = [];
	probe = sharedProbe(() => {
		begun += 1;
		const end = Promise.withResolvers<void>();
		ends.push(end);
		return end.promise;
	});
});
afterEach(() => {
	vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

it('those who ask at the same moment share one', async () => {
	const asked = [probe(), probe(), probe()];
	await settle();
	expect(begun).toBe(1);
	ends[0]?.resolve();
	expect(await Promise.all(asked)).toEqual([undefined, undefined, undefined]);
});

it('who asks while one runs is answered by the next, which begins after it and not before its time', async () => {
	const first = probe();
	await settle();
	const second = probe();
	const third = probe();
	ends[0]?.resolve();
	await first;
	await vi.advanceTimersByTimeAsync(249);
	expect(begun).toBe(1);
	await vi.advanceTimersByTimeAsync(1);
	expect(begun).toBe(2);
	ends[1]?.reject(new Error('full'));
	await expect(second).rejects.toThrow('full');
	await expect(third).rejects.toThrow('full');
});

it('one that takes long has no second one beside it, and its failure keeps nobody from the next', async () => {
	const first = probe();
	await settle();
	const second = probe();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(begun).toBe(1);
	ends[0]?.reject(new Error('slow'));
	await expect(first).rejects.toThrow('slow');
	await settle();
	expect(begun).toBe(2);
	ends[1]?.resolve();
	await second;
});

it('asked for as fast as can be, no more than four begin in a second', async () => {
	for (let time = 0; time < 990; time += 10) {
		void probe();
		await settle();
		for (const { resolve } of ends) resolve();
		await vi.advanceTimersByTimeAsync(10);
	}
	expect(begun).toBe(4);
});

it('an opened storage shares its own', async () => {
	const engine = await openStorage({ database: { file: ':memory:' }, databaseConnections: 1 });
	expect(engine.probe()).toBe(engine.probe());
	await settle();
	await engine.close();
});
