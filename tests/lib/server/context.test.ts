import { rehearsal } from '#lib/server/db/schema.ts';
import type { Transaction } from '#lib/server/context.ts';
import { expect, it } from 'vitest';
import { AHEAD, REHEARSED_START, START, useStorage } from '../../support/storage.ts';

const storage = useStorage();

const timesOf = async ({ now, machineNow }: Transaction) => ({ now, machineNow });

it.each(['read', 'write', 'writeTogether', 'note'] as const)(
	'a %s is told the time of the rehearsal beside the machine’s',
	async (kind) => {
		const { context } = storage;
		const times = { now: REHEARSED_START, machineNow: START };
		expect(await context[kind](timesOf)).toEqual(times);
		await context.write(async ({ db }) => db.update(rehearsal).set({ offsetMs: AHEAD + 7 }));
		expect(await context[kind](timesOf)).toEqual({ ...times, now: REHEARSED_START + 7 });
		await context.write(async ({ db }) => db.delete(rehearsal));
		expect(await context[kind](timesOf)).toEqual({ ...times, now: START });
	}
);

it('a call inside a transaction has the time of that', async () => {
	const inner = await storage.context.read((transaction) => transaction.read(timesOf));
	expect(inner).toEqual({ now: REHEARSED_START, machineNow: START });
});
