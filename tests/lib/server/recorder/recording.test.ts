import { deleteApplication } from '#lib/server/applications/applications.ts';
import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { flushCalls } from '#lib/server/fleet/calls/flush.ts';
import { pendingOf } from '#lib/server/fleet/calls/pending.ts';
import { beginAnew, readRecording } from '#lib/server/recorder/recording.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { REHEARSED_START, START, useStorage } from '../../../support/storage.ts';
import { askV3, newV3Client, type V3Client } from '../../../support/v3.ts';
import { storedWebhook } from '../../../support/webhooks.ts';

const storage = useStorage();

let client: V3Client;
let vehicle = '';
beforeEach(async () => {
	client = await newV3Client(storage.context, { scope: 'read_odometer read_charge' });
	[vehicle = ''] = client.vehicleIds.map((id) => `/vehicles/${id}`);
});

const ask = (path: string) =>
	askV3(storage.context, `${vehicle}${path}`, { token: client.machine, userId: client.userId });
const recording = (clientId = client.clientId) => readRecording(storage.context, clientId);
const counts = async () =>
	Object.fromEntries(
		((await recording())?.uses ?? []).map(({ code, calls, refused, listed }) => [
			code,
			[calls, refused, listed]
		])
	);

describe('what an application asked of vehicles', () => {
	it('is counted by item, what was refused for want of a permission as well', async () => {
		await ask('/signals/odometer-traveleddistance');
		await ask('/signals/odometer-traveleddistance');
		await ask('/signals/location-preciselocation');
		expect(await counts()).toEqual({
			'odometer-traveleddistance': [2, 0, 0],
			'location-preciselocation': [1, 1, 0]
		});
		await ask('/signals/odometer-traveleddistance');
		expect((await counts())['odometer-traveleddistance']).toEqual([3, 0, 0]);
	});

	it('is of a list of all what it told, and nothing that was withheld', async () => {
		await ask('/signals');
		await ask('/signals/charge-ischarging');
		const told = await counts();
		expect(told['odometer-traveleddistance']).toEqual([1, 0, 1]);
		expect(told['charge-ischarging']).toEqual([2, 0, 1]);
		expect(told).not.toHaveProperty('location-preciselocation');
	});

	it('is a vehicle by its attributes, and nothing of a signal that there is not', async () => {
		await ask('');
		await ask('/signals/odometer-miles');
		expect(await counts()).toEqual({ make: [1, 1, 0] });
	});

	it('tells when, by both clocks', async () => {
		await ask('/signals/charge-ischarging');
		expect(await recording()).toMatchObject({
			begunAt: START,
			uses: [{ code: 'charge-ischarging', lastAt: REHEARSED_START }],
			hooked: []
		});
	});

	it('is what webhooks tell as well, as long as they are on', async () => {
		const { clientId } = client;
		await storedWebhook(storage.context, {
			clientId,
			triggers: ['charge-ischarging'],
			signals: ['odometer-traveleddistance', 'charge-ischarging']
		});
		await storedWebhook(storage.context, {
			clientId,
			signals: ['charge-voltage'],
			disabledAt: START
		});
		expect((await recording())?.hooked).toEqual(['charge-ischarging', 'odometer-traveleddistance']);
	});

	it('begins anew, with what waits to be written and without', async () => {
		await ask('/signals/charge-ischarging');
		await flushCalls(storage.context);
		await ask('/signals/charge-ischarging');
		const later = storage.at(START + 60_000);
		expect(await beginAnew(later, client.clientId)).toBe(true);
		expect(await recording()).toMatchObject({ begunAt: START + 60_000, uses: [] });
		await ask('/signals/charge-voltage');
		expect(Object.keys(await counts())).toEqual(['charge-voltage']);
		expect(await beginAnew(storage.at(START + 90_000), client.clientId)).toBe(true);
		expect((await recording())?.begunAt).toBe(START + 90_000);
	});

	it('goes with its application, and along with its client id', async () => {
		await ask('/signals/charge-ischarging');
		await flushCalls(storage.context);
		await beginAnew(storage.context, client.clientId);
		await ask('/signals/charge-ischarging');
		await flushCalls(storage.context);
		const renamed = crypto.randomUUID();
		expect((await changeClientId(storage.context, client.clientId, renamed)).ok).toBe(true);
		expect((await recording(renamed))?.uses).toHaveLength(1);
		await deleteApplication(storage.context, renamed, 'Charge Planner');
		expect(await recording(renamed)).toBeNull();
		expect(await beginAnew(storage.context, renamed)).toBe(false);
	});

	it('is not counted of an application that is gone meanwhile', async () => {
		const one = { clientId: 'gone', code: 'vin', at: 1, refused: false, listed: false };
		pendingOf(storage.context).ask(one);
		pendingOf(storage.context).ask({ ...one, clientId: client.clientId });
		await flushCalls(storage.context);
		expect(Object.keys(await counts())).toEqual(['vin']);
	});

	it('waits while it cannot be written, and is counted together then', async () => {
		const one = { clientId: client.clientId, code: 'vin', refused: true, listed: false };
		const pending = pendingOf(storage.context);
		pending.ask({ ...one, at: 5 });
		const taken = pending.take();
		pending.ask({ ...one, at: 7 });
		pending.putBack(taken);
		expect(pending.take().items).toEqual([
			{
				clientId: client.clientId,
				code: 'vin',
				calls: 2,
				refused: 2,
				listed: 0,
				firstAt: 5,
				lastAt: 7
			}
		]);
	});
});
