import { fetchesOf, remembered, stateAt } from '#lib/vehicles/platform/memory.ts';
import { ingestedAt, lastFetch, seenFetch, type Fetches } from '#lib/vehicles/platform/fetching.ts';
import { readSignal } from '#lib/vehicles/platform/read.ts';
import { describe, expect, it } from 'vitest';
import { after, later, MINUTE, NOON, SECOND, vehicleOf } from '../vehicles.ts';

const fetches: Fetches = {
	first: NOON,
	delays: { report: 20 * SECOND, every: MINUTE, ingest: 2 * SECOND },
	asked: [NOON + 90 * SECOND]
};

describe('the fetches', () => {
	it.each([
		[-5, 0, 0],
		[0, 0, 0],
		[1, 0, 0],
		[59, 0, 0],
		[60, 60, 0],
		[61, 60, 0],
		[62, 60, 60],
		[89, 60, 60],
		[90, 90, 60],
		[92, 90, 90],
		[119, 90, 90],
		[120, 120, 90],
		[122, 120, 120]
	])('after %d s: the last one at %d s, the one that is seen at %d s', (now, last, seen) => {
		const time = NOON + now * SECOND;
		expect(lastFetch(fetches, time)).toBe(NOON + last * SECOND);
		expect(seenFetch(fetches, time)).toBe(NOON + seen * SECOND);
	});

	it('are seen 2 s later, the first at once', () => {
		expect(ingestedAt(fetches, NOON)).toBe(NOON);
		expect(ingestedAt(fetches, NOON + MINUTE)).toBe(NOON + 62 * SECOND);
	});
});

describe('the states that are kept', () => {
	const start = later(vehicleOf(), 5 * MINUTE);
	const first = after(start, { event: 'unlock' });
	const second = after(later(first, 45 * SECOND), { event: 'lock' });

	it('are those that a fetch fell upon, or still may', () => {
		expect(first.earlier).toHaveLength(1);
		expect(second.earlier.map(({ happenedAt }) => (happenedAt - NOON) / SECOND)).toEqual([0, 300]);
		expect(later(second, 5 * MINUTE).earlier).toEqual([]);
	});

	it('do not hold what came and went between two fetches', () => {
		const quick = after(later(after(start, { event: 'unlock' }), SECOND), { event: 'lock' });
		const settled = later(quick, 25 * SECOND);
		expect(settled.earlier.map(({ lock }) => lock.locked)).toEqual([true]);
	});

	it('answer for their time, the oldest for all before', () => {
		const at = (seconds: number) => stateAt(second, NOON + seconds * SECOND).lock.locked;
		expect([0, 299, 300, 344, 345, 999].map(at)).toEqual([true, true, false, false, true, true]);
		expect(stateAt(second, NOON - MINUTE)).toBe(second.earlier[0]);
		expect(stateAt(vehicleOf(), 0).bornAt).toBe(NOON);
	});

	it('hold the first for the first fetch, however much happens at once', () => {
		let vehicle = vehicleOf();
		for (let n = 0; n < 60; n++) {
			const event = { event: n % 2 === 0 ? 'unlock' : 'lock' } as const;
			vehicle = after(n % 3 === 0 ? later(vehicle, 1) : vehicle, event);
		}
		expect(readSignal(vehicle, 'closure-islocked')).toMatchObject({
			body: { value: true },
			oemUpdatedAt: NOON,
			retrievedAt: NOON
		});
		expect(vehicle.earlier.length).toBeLessThan(30);
	});

	it('forget fetches that no read sees any more', () => {
		const asked = [NOON, NOON + MINUTE, NOON + 299 * SECOND];
		const kept = remembered({ ...start, asked }).asked;
		expect(kept).toEqual([NOON + 299 * SECOND].filter((time) => time >= NOON + 4 * MINUTE));
		expect(fetchesOf({ ...start, asked }).asked).toEqual(asked);
	});
});

describe('a charge between two fetches', () => {
	it('leaves nothing to tell', () => {
		const low = after(later(vehicleOf('volkswagen-id4'), 5 * MINUTE + SECOND), {
			event: 'set',
			signals: { 'tractionbattery-stateofcharge': { value: 40, unit: 'percent' } }
		});
		const short = after(later(after(low, { event: 'plug-in' }), 30 * SECOND), {
			event: 'stop-charge'
		});
		expect(readSignal(later(short, 10 * MINUTE), 'charge-wattage')).toMatchObject({
			error: { code: 'NOT_CHARGING' },
			body: null,
			oemUpdatedAt: null,
			retrievedAt: null
		});
		const longer = after(later(after(low, { event: 'plug-in' }), 60 * SECOND), {
			event: 'stop-charge'
		});
		expect(readSignal(later(longer, 10 * MINUTE), 'charge-wattage')).toMatchObject({
			error: { code: 'NOT_CHARGING' },
			body: { value: 11_000, unit: 'watts' },
			retrievedAt: NOON + 6 * MINUTE
		});
	});
});
