import { pendingOf } from '#lib/server/fleet/calls/pending.ts';
import { lastUsesOf } from '#lib/server/fleet/calls/last-uses.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { scheduleFlush } from '#lib/server/fleet/calls/schedule.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { insertConnection } from '../../../../support/connections.ts';
import { newApplication } from '../../../../support/connect.ts';
import { PATIENCE } from '../../../../support/patience.ts';
import { START, useStorage } from '../../../../support/storage.ts';
import { oneVehicle, vehicleNow } from '../../../../support/vehicles.ts';

const storage = useStorage();

beforeEach(async () => {
	const clientId = await newApplication(storage.context);
	await insertConnection(storage.context, { id: 'one', clientId });
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	vi.useRealTimers();
});

const use = (lastUsedAt: number) =>
	pendingOf(storage.context).note({ connectionId: 'one', permission: 'read_vin', lastUsedAt });
const lastUse = async () => (await lastUsesOf(storage.context, 'one')).get('read_vin');

it('writes every two seconds, and once more at the end', async () => {
	const stop = scheduleFlush(() => storage.context);
	for (const at of [1000, 2000]) {
		use(at);
		await vi.advanceTimersByTimeAsync(2000);
		await vi.waitFor(async () => expect(await lastUse()).toBe(at), PATIENCE);
	}
	use(3000);
	await stop();
	expect(await lastUse()).toBe(3000);
	use(4000);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(await lastUse()).toBe(3000);
	pendingOf(storage.context).take();
});

it('goes on after a flush that failed', async () => {
	const broken = { ...storage.context, note: () => Promise.reject(new Error('Disk full')) };
	let works = false;
	const stop = scheduleFlush(() => (works ? storage.context : broken));
	use(1000);
	await vi.advanceTimersByTimeAsync(2000);
	expect(await lastUse()).toBeUndefined();
	works = true;
	await vi.advanceTimersByTimeAsync(2000);
	await vi.waitFor(async () => expect(await lastUse()).toBe(1000), PATIENCE);
	await stop();
});

it('writes down a life that was read and is far behind', async () => {
	const id = await oneVehicle(storage.context);
	await happenTo(storage.context, id, { event: 'routine', routine: 'commuter' });
	const later = storage.at(START + 40 * 86_400_000);
	const stop = scheduleFlush(() => later);
	await vehicleNow(later, id);
	await vi.advanceTimersByTimeAsync(2000);
	await vi.waitFor(async () => expect((await vehicleNow(later, id)).revision).toBe(2), PATIENCE);
	await stop();
});
