import { advance } from '#lib/vehicles/vehicle.ts';
import { gt, sql, type AnyColumn } from 'drizzle-orm';
import { endedWithin } from '../connect/ended/ended-within.ts';
import {
	advanceClock,
	endAuthorizations,
	readClock,
	resetClock,
	type RehearsalClock
} from '../connect/rehearsal.ts';
import type { Context, Transaction } from '../context.ts';
import { permissionUses, vehicleCalls } from '../db/call-schema.ts';
import { vehicleAccounts, vehicles } from '../db/vehicle-schema.ts';
import { monthOf } from '../month.ts';
import { bringBackWebhooks } from '../webhooks/bring-back.ts';
import { wakeWebhooks } from '../wake-webhooks.ts';
import type { LifeChange, LifeKey } from './change-life.ts';
import { eachLife } from './each-life.ts';
import { FiredList, MOST_FIRED } from './fired.ts';
import { broughtBack } from './lives.ts';

/**
 * Moves the rehearsal's time on, and tells what happened to vehicles and what ended meanwhile. The
 * clock comes first: where this ends half-way, lives that were not kept by then are lived when
 * somebody looks.
 *
 * @param by milliseconds, above 0
 */
export async function advanceRehearsal(context: Context, by: number) {
	const moved = await advanceClock(context, by);
	if (!moved.ok) return moved;
	const { now } = moved.clock;
	const fired = new FiredList(now - by, now);
	await eachLife(context, ({ id, life }) => fired.live(id, life));
	const ended = await endedWithin(context, { after: now - by, until: now, most: MOST_FIRED });
	fired.add(ended.listed, ended.count);
	wakeWebhooks(context);
	return { ...moved, fired, ended: ended.counts };
}

/**
 * Goes back to the machine's time, after all that was begun by the other has ended. Vehicles take
 * their lives along: what they were is what they are now; so do connections and what they used.
 */
export async function resetRehearsal(context: Context): Promise<RehearsalClock> {
	await endAuthorizations(context);
	// One that was kept earlier than the clock goes back to could not be told from one that is kept after it.
	if ((await readClock(context)).offsetMs > 0) await eachLife(context, liveOn);
	const { from, clock } = await context.write(async (transaction) => {
		const clock = await resetClock(transaction);
		await bringBack(transaction);
		await bringBackWebhooks(transaction);
		return { from: transaction.now, clock };
	});
	await eachLife(context, ({ life }, now) => {
		const before = broughtBack(life, { from, to: clock.now, now });
		return before === life ? null : { before, vehicle: before, moments: [], changed: [] };
	});
	wakeWebhooks(context);
	return clock;
}

/** Keeps a vehicle as it is by now. */
function liveOn({ life }: LifeKey, now: number): LifeChange | null {
	if (life.state.time >= now) return null;
	const { vehicle, moments } = advance(life, now);
	return { vehicle, moments, changed: [] };
}

/** Whatever was so long ago by the rehearsal is so long ago by the machine. */
async function bringBack({ db, now, machineNow }: Transaction): Promise<void> {
	if (now > machineNow) {
		const earlier = (column: AnyColumn) => sql`${column} - ${now - machineNow}`;
		await db.update(vehicleAccounts).set({ createdAt: earlier(vehicleAccounts.createdAt) });
		await db.update(vehicles).set({ addedAt: earlier(vehicles.addedAt) });
		await db.update(permissionUses).set({ lastUsedAt: earlier(permissionUses.lastUsedAt) });
	}
	await db.delete(vehicleCalls).where(gt(vehicleCalls.month, monthOf(machineNow)));
}
