import { advanceClock, freezeClock, readClock, resetClock } from '#lib/server/connect/rehearsal.ts';
import { describe, expect, it } from 'vitest';
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
