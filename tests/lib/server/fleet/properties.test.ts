import { freezeClock, readClock } from '#lib/server/connect/rehearsal.ts';
import type { Context } from '#lib/server/context.ts';
import { addVehicle } from '#lib/server/fleet/add-vehicle.ts';
import { catchUp } from '#lib/server/fleet/catch-up.ts';
import { advanceRehearsal, resetRehearsal } from '#lib/server/fleet/clock.ts';
import { deleteVehicle } from '#lib/server/fleet/delete-vehicle.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { findVehicle } from '#lib/server/fleet/vehicles.ts';
import { percentAt } from '#lib/vehicles/instant/battery.ts';
import { odometerAt } from '#lib/vehicles/instant/driving.ts';
import { instantOf } from '#lib/vehicles/instant/instant.ts';
import { Vehicle } from '#lib/vehicles/kept.ts';
import { readSignals } from '#lib/vehicles/platform/read.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { START, useStorage } from '../../../support/storage.ts';
import { anyProfile, anyStep } from '../../vehicles/vehicles.ts';

const storage = useStorage();
const DAY = 86_400_000;

/** Something that somebody does to a vehicle or to the clock. */
type Doing = (context: Context, id: string) => Promise<unknown>;

const named = (name: string, doing: Doing) => Object.assign(doing, { toString: () => name });

const anyDoing: fc.Arbitrary<Doing> = fc.oneof(
	{
		weight: 6,
		arbitrary: anyStep.map(({ event }) =>
			named(JSON.stringify(event), (context, id) => happenTo(context, id, event))
		)
	},
	{
		weight: 3,
		arbitrary: fc
			.integer({ min: 1, max: 20 * DAY })
			.map((by) => named(`advance ${by}`, (context) => advanceRehearsal(context, by)))
	},
	{
		weight: 1,
		arbitrary: fc
			.boolean()
			.map((frozen) => named(`freeze ${frozen}`, (context) => freezeClock(context, frozen)))
	},
	{ weight: 1, arbitrary: fc.constant(named('reset', (context) => resetRehearsal(context))) },
	{ weight: 1, arbitrary: fc.constant(named('catch up', (context) => catchUp(context))) }
);

/** With the time of the machine that passes before each. */
const anyDoings = fc.array(fc.record({ wait: fc.integer({ min: 0, max: DAY }), doing: anyDoing }), {
	minLength: 1,
	maxLength: 12
});

async function look(context: Context, id: string) {
	const found = await findVehicle(context, id);
	if (!found) throw new TypeError('No vehicle');
	const { state } = found.life;
	const instant = instantOf(state, state.time);
	return {
		life: found.life,
		km: odometerAt(instant),
		percent: percentAt(instant),
		time: state.time
	};
}

it('whatever happens to a vehicle and to the clock, it stays what a vehicle can be', async () => {
	await fc.assert(
		fc.asyncProperty(anyProfile, anyDoings, async (profile, doings) => {
			const added = await addVehicle(storage.context, { profile: profile.id });
			if (!added.ok) throw new TypeError(added.code);
			const { id } = added;
			let time = START;
			let { km } = await look(storage.context, id);
			for (const { wait, doing } of doings) {
				time += wait;
				const context = storage.at(time);
				await doing(context, id);
				const { now } = await readClock(context);
				const seen = await look(context, id);
				expect(Vehicle.parse(JSON.parse(JSON.stringify(seen.life)))).toEqual(seen.life);
				expect(seen.time).toBe(now);
				expect(seen.life.state.happenedAt).toBeLessThanOrEqual(seen.time);
				expect(seen.percent).toBeGreaterThanOrEqual(0);
				expect(seen.percent).toBeLessThanOrEqual(100);
				expect(seen.km).toBeGreaterThanOrEqual(km - 1e-6);
				({ km } = seen);
				for (const { oemUpdatedAt, retrievedAt, ingestedAt } of readSignals(seen.life)) {
					expect(ingestedAt).toBeLessThanOrEqual(seen.time);
					if (oemUpdatedAt === null || retrievedAt === null) continue;
					expect(oemUpdatedAt).toBeLessThanOrEqual(retrievedAt);
					expect(retrievedAt).toBeLessThanOrEqual(ingestedAt);
				}
			}
			await resetRehearsal(storage.at(time));
			// Each vehicle that stays would live through the days of all that come after it.
			expect(await deleteVehicle(storage.at(time), id)).toBe(true);
		}),
		{ numRuns: 25 }
	);
});
