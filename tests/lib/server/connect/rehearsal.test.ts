import {
	advanceClock,
	endAuthorizations,
	ENDED_AT_A_TIME,
	freezeClock,
	readClock,
	resetClock
} from '#lib/server/connect/rehearsal.ts';
import type { Context } from '#lib/server/context.ts';
import { authorizations } from '#lib/server/db/connect-schema.ts';
import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { createConnectedClient, giveCodes } from '../../../support/codes.ts';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';

const storage = useStorage();
const HOUR = 3_600_000;
const nowAt = (time: number) => storage.at(time).read(({ now }) => Promise.resolve(now));

describe('a clock that stands still', () => {
	it('shows the same time whatever the machine’s is', async () => {
		expect(await freezeClock(storage.context, true)).toMatchObject({
			...{ now: REHEARSED_START, frozen: true }
		});
		expect(await nowAt(START + HOUR)).toBe(REHEARSED_START);
		const later = { now: REHEARSED_START, offsetMs: REHEARSED_START - START - HOUR, frozen: true };
		expect(await readClock(storage.at(START + HOUR))).toEqual(later);
	});

	it('is not moved by being frozen again', async () => {
		await freezeClock(storage.context, true);
		expect(await freezeClock(storage.at(START + HOUR), true)).toMatchObject({
			now: REHEARSED_START
		});
	});

	it('goes on from where it stands', async () => {
		await freezeClock(storage.context, true);
		await freezeClock(storage.at(START + HOUR), false);
		expect(await nowAt(START + HOUR)).toBe(REHEARSED_START);
		expect(await nowAt(START + 2 * HOUR)).toBe(REHEARSED_START + HOUR);
	});

	it('goes on behind the machine’s where it stood still for long', async () => {
		await resetClock(storage.context);
		await freezeClock(storage.context, true);
		expect(await freezeClock(storage.at(START + HOUR), false)).toEqual({
			...{ now: START, offsetMs: -HOUR, frozen: false }
		});
		expect(await nowAt(START + 2 * HOUR)).toBe(START + HOUR);
	});

	it('may be moved on, and stands still there', async () => {
		await freezeClock(storage.context, true);
		expect(await advanceClock(storage.at(START + HOUR), HOUR)).toMatchObject({
			clock: { now: REHEARSED_START + HOUR, frozen: true }
		});
		expect(await nowAt(START + 9 * HOUR)).toBe(REHEARSED_START + HOUR);
	});

	it('runs again after a reset', async () => {
		await freezeClock(storage.context, true);
		expect(await resetClock(storage.at(START + HOUR))).toEqual({
			...{ now: START + HOUR, offsetMs: 0, frozen: false }
		});
		expect(await nowAt(START + 2 * HOUR)).toBe(START + 2 * HOUR);
	});
});

describe('authorizations that end before a reset', () => {
	const revocations = async () => {
		const rows = await storage.context.read(({ db }) =>
			db
				.select({ id: authorizations.id, revokedAt: authorizations.revokedAt })
				.from(authorizations)
				.orderBy(asc(authorizations.id))
		);
		return rows;
	};

	it('are all of them, and those that ended before keep their time', async () => {
		const { clientId } = await createConnectedClient(storage.context);
		await giveCodes(storage.context, clientId, ENDED_AT_A_TIME);
		await giveCodes(storage.context, clientId, 2);
		const [first] = await revocations();
		await storage.context.write(({ db }) =>
			db
				.update(authorizations)
				.set({ revokedAt: 5 })
				.where(eq(authorizations.id, first?.id ?? 0))
		);
		await endAuthorizations(storage.context);
		const [before, ...others] = await revocations();
		expect(before?.revokedAt).toBe(5);
		expect(others).toHaveLength(ENDED_AT_A_TIME + 1);
		expect(new Set(others.map(({ revokedAt }) => revokedAt))).toEqual(new Set([REHEARSED_START]));
	});

	it('let others write in between', async () => {
		const { context } = storage;
		const { clientId } = await createConnectedClient(context);
		await giveCodes(context, clientId, 2 * ENDED_AT_A_TIME);
		let writes = 0;
		const write: Context['write'] = async (work) => {
			const written = await context.write(work);
			writes += 1;
			if (writes === 1) await giveCodes(context, clientId, 1);
			return written;
		};
		await endAuthorizations({ ...context, write });
		// All at a time, twice; the one that came in between; none.
		expect(writes).toBe(4);
		const all = await revocations();
		expect(all).toHaveLength(2 * ENDED_AT_A_TIME + 1);
		expect(all.filter(({ revokedAt }) => revokedAt === null)).toEqual([]);
	});
});
