import { changePassword } from '#lib/server/connect/brand-passwords.ts';
import { advanceRehearsal } from '#lib/server/fleet/clock.ts';
import { deleteVehicle } from '#lib/server/fleet/delete-vehicle.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { fetchNow } from '#lib/server/fleet/tune.ts';
import { glimpseVehicles } from '#lib/server/fleet/glimpse.ts';
import type { Context } from '#lib/server/context.ts';
import { lookAgain, MOST_WATCHING, watch as watchKey } from '#lib/server/watch.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { START, useStorage } from '../../support/storage.ts';
import { oneVehicle } from '../../support/vehicles.ts';

const storage = useStorage();
const ends: (() => void)[] = [];
afterEach(() => {
	for (const end of ends.splice(0)) end();
});

let mine = '';
let other = '';
let told: string[] = [];
beforeEach(async () => {
	told = [];
	mine = await oneVehicle(storage.context);
	other = await oneVehicle(storage.context, 'VOLKSWAGEN');
	watch(mine);
	await lookAgain(storage.context);
	told = [];
});

function watch(id: string): boolean {
	const end = watchKey(storage.context, { glimpse: glimpseVehicles, key: id }, () => told.push(id));
	if (end) ends.push(end);
	return end !== null;
}

describe('who watches a vehicle', () => {
	it('hears nothing while nothing happens', async () => {
		await lookAgain(storage.context);
		expect(told).toEqual([]);
	});

	it.each<[string, (context: Context) => Promise<unknown>]>([
		['an event', (context) => happenTo(context, mine, { event: 'unlock' })],
		['a fetch', (context) => fetchNow(context, mine)],
		['a changed password', (context) => changePassword(context, mine)],
		['its deletion', (context) => deleteVehicle(context, mine)],
		['a clock that was moved on', (context) => advanceRehearsal(context, 60_000)]
	])('hears of %s once', async (_, change) => {
		await change(storage.at(START + 1000));
		await lookAgain(storage.context);
		await lookAgain(storage.context);
		expect(told).toEqual([mine]);
	});

	it('is told once that the watch has begun, also where others watch already', async () => {
		watch(mine);
		await lookAgain(storage.context);
		await lookAgain(storage.context);
		expect(told).toEqual([mine]);
	});

	it('hears nothing of another vehicle', async () => {
		await happenTo(storage.context, other, { event: 'unlock' });
		await lookAgain(storage.context);
		expect(told).toEqual([]);
	});

	it('hears nothing once the watch has ended', async () => {
		for (const end of ends.splice(0)) end();
		await happenTo(storage.context, mine, { event: 'unlock' });
		await lookAgain(storage.context);
		expect(told).toEqual([]);
	});

	it('is refused where too many watch, until one has gone', () => {
		for (let count = 1; count < MOST_WATCHING; count++) expect(watch(other)).toBe(true);
		expect(watch(mine)).toBe(false);
		ends.shift()?.();
		expect(watch(mine)).toBe(true);
	});
});
