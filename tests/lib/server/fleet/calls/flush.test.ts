import { deleteApplication } from '#lib/server/applications/applications.ts';
import { vehicleCalls } from '#lib/server/db/call-schema.ts';
import { flushCalls } from '#lib/server/fleet/calls/flush.ts';
import { lastUsesOf } from '#lib/server/fleet/calls/last-uses.ts';
import { pendingOf } from '#lib/server/fleet/calls/pending.ts';
import { tallyCalls } from '#lib/server/fleet/calls/tally.ts';
import type { Context } from '#lib/server/context.ts';
import { StorageError } from '#lib/server/storage-error.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { insertConnection } from '../../../../support/connections.ts';
import { newApplication } from '../../../../support/connect.ts';
import { REHEARSED_START, START, useStorage } from '../../../../support/storage.ts';

const storage = useStorage();

const MONTH = '2026-12';
let clientId: string;

beforeEach(async () => {
	clientId = await newApplication(storage.context);
	await insertConnection(storage.context, { id: 'one', clientId });
});

const pending = () => pendingOf(storage.context);
const flush = () => flushCalls(storage.context);
const count = (vehicle = 'one', month = MONTH) =>
	pending().count({ clientId, vehicleId: `vehicle-of-${vehicle}`, month });
const counted = () =>
	storage.context.read(async ({ db }) =>
		db
			.select({ vehicleId: vehicleCalls.vehicleId, calls: vehicleCalls.calls })
			.from(vehicleCalls)
			.orderBy(vehicleCalls.vehicleId)
	);
const use = (lastUsedAt: number, connectionId = 'one') =>
	pending().note({ connectionId, permission: 'read_battery', lastUsedAt });
const uses = async () => Object.fromEntries(await lastUsesOf(storage.context, 'one'));

describe('what calls used', () => {
	it('is written with the time of the last one', async () => {
		use(1000);
		use(2000);
		pending().note({ connectionId: 'one', permission: 'read_vin', lastUsedAt: 1500 });
		expect(await uses()).toEqual({});
		await flush();
		expect(await uses()).toEqual({ read_battery: 2000, read_vin: 1500 });
		use(3000);
		await flush();
		expect(await uses()).toEqual({ read_battery: 3000, read_vin: 1500 });
	});

	it('is written of any number of connections, but for those that are gone', async () => {
		const ids = Array.from({ length: 123 }, (_, index) => `many-${index}`);
		for (const id of ids) await insertConnection(storage.context, { id, clientId });
		for (const id of [...ids, 'gone']) {
			use(1000, id);
			pending().count({ clientId, vehicleId: `vehicle-of-${id}`, month: MONTH });
		}
		await flush();
		for (const id of ids)
			expect(await lastUsesOf(storage.context, id)).toEqual(new Map([['read_battery', 1000]]));
		expect(await counted()).toHaveLength(ids.length);
	});

	it('never goes back to an earlier use', async () => {
		use(5000);
		await flush();
		use(2000);
		await flush();
		expect(await uses()).toEqual({ read_battery: 5000 });
	});

	it('goes back with the clock, once that is earlier', async () => {
		use(REHEARSED_START);
		await flush();
		use(REHEARSED_START - 2000);
		await flushCalls(storage.at(START - 1000));
		expect(await uses()).toEqual({ read_battery: REHEARSED_START - 2000 });
	});

	it('is never later than the time at which it is written', async () => {
		use(REHEARSED_START + 1);
		await flush();
		expect(await uses()).toEqual({ read_battery: REHEARSED_START });
	});

	it('is written although another connection is gone', async () => {
		use(1000, 'gone');
		use(1000);
		await flush();
		expect(await uses()).toEqual({ read_battery: 1000 });
	});
});

describe('how many calls there were', () => {
	it('adds up, by vehicle', async () => {
		await insertConnection(storage.context, { id: 'two', clientId });
		count();
		count();
		count('two');
		await flush();
		count();
		await flush();
		expect(await counted()).toEqual([
			{ vehicleId: 'vehicle-of-one', calls: 3 },
			{ vehicleId: 'vehicle-of-two', calls: 1 }
		]);
		expect(await tallyCalls(storage.context, clientId)).toEqual({ vehicles: 2, most: 3 });
	});

	it('begins anew with each month', async () => {
		expect(new Date(REHEARSED_START).toISOString().slice(0, 7)).toBe(MONTH);
		count('one', '2026-11');
		await flush();
		expect(await tallyCalls(storage.context, clientId)).toEqual({ vehicles: 0, most: 0 });
	});

	it('ends with the application', async () => {
		count();
		await deleteApplication(storage.context, clientId, 'Charge Planner');
		await flush();
		expect(await counted()).toEqual([]);
	});
});

describe('what cannot be written', () => {
	it('waits, and is written with what happened since', async () => {
		count();
		use(1000);
		const failing = { ...storage.context, note: () => Promise.reject(new Error('Disk full')) };
		await expect(flushCalls(failing)).rejects.toThrow('Disk full');
		count();
		await flush();
		expect(await counted()).toEqual([{ vehicleId: 'vehicle-of-one', calls: 2 }]);
		expect(await uses()).toEqual({ read_battery: 1000 });
	});

	it('is not written a second time where nobody knows whether it was', async () => {
		count();
		use(1000);
		const kept: Context['note'] = async (work) => {
			await storage.context.note(work);
			throw new StorageError('uncertain');
		};
		await expect(flushCalls({ ...storage.context, note: kept })).rejects.toThrow(StorageError);
		count();
		await flush();
		expect(await counted()).toEqual([{ vehicleId: 'vehicle-of-one', calls: 2 }]);
	});

	it('is tried again at once where a row points nowhere, and for nothing else', async () => {
		count();
		const note = vi.fn(() => Promise.reject(new StorageError('busy')));
		await expect(flushCalls({ ...storage.context, note })).rejects.toThrow(StorageError);
		expect(note).toHaveBeenCalledTimes(1);
		use(1000, 'gone');
		const seen = vi.fn();
		await flushCalls({
			...storage.context,
			note(work) {
				seen();
				return storage.context.note(work);
			}
		});
		expect(seen).toHaveBeenCalledTimes(2);
		expect(await counted()).toEqual([{ vehicleId: 'vehicle-of-one', calls: 1 }]);
	});

	it('does not take the place of what happened since', async () => {
		use(1000);
		const taken = pending().take();
		use(2000);
		pending().putBack(taken);
		await flush();
		expect(await uses()).toEqual({ read_battery: 2000 });
	});
});

it('asks for nothing where nothing happened', async () => {
	const write = vi.fn();
	await flushCalls({ ...storage.context, write });
	expect(write).not.toHaveBeenCalled();
});
