import { advanceRehearsal, resetRehearsal } from '#lib/server/fleet/clock.ts';
import { freezeClock, readClock } from '#lib/server/connect/rehearsal.ts';
import { orderVehicle } from '#lib/server/fleet/order.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { expect, it } from 'vitest';
import { START } from '../../../support/storage.ts';
import { useTwoNodes } from '../../../support/two-nodes.ts';
import { oneVehicle, vehicleNow } from '../../../support/vehicles.ts';

const DAY = 86_400_000;
const { one, other, heard } = useTwoNodes();

it('what happens on one server is read on the other at once', async () => {
	const id = await oneVehicle(one());
	for (const [here, there, event] of [
		[one, other, 'unlock'],
		[other, one, 'lock'],
		[one, other, 'unlock']
	] as const) {
		await vehicleNow(there(), id);
		await happenTo(here(), id, { event });
		await heard();
		expect((await vehicleNow(there(), id)).life.state.lock.locked).toBe(event === 'lock');
	}
});

it('of what happens on both at once, none is lost', async () => {
	const id = await oneVehicle(one());
	const codes = Array.from({ length: 10 }, (_, index) => `P000${index}`);
	await Promise.all(
		codes.map((code, index) =>
			happenTo(index % 2 === 0 ? one() : other(), id, { event: 'trouble', code })
		)
	);
	const { life } = await vehicleNow(other(), id);
	expect(life.state.troubles.map(({ code }) => code).sort()).toEqual(codes);
});

it('as many as ask at once change one vehicle, and none is in the way of another', async () => {
	const id = await oneVehicle(one());
	const asked = Array.from({ length: 32 }, (_, index) => ({
		context: index % 2 === 0 ? one(START + index) : other(START + index),
		event: {
			event: 'trouble',
			code: `P00${index.toString(16).toUpperCase().padStart(2, '0')}`
		} as const
	}));
	const outcomes = await Promise.all(
		asked.flatMap(({ context, event }) => [
			happenTo(context, id, event),
			orderVehicle(context, id, 'security-unlock', {}),
			happenTo(context, 'nobody', event)
		])
	);
	const kinds = outcomes.map((outcome) => outcome && ('ok' in outcome ? outcome.ok : outcome.kind));
	expect(kinds).toEqual(asked.flatMap(() => [true, 'changed', false]));
	expect((await vehicleNow(other(), id)).revision).toBe(2 * asked.length);
});

it('both read the same life, whoever lived it', async () => {
	const id = await oneVehicle(one());
	await happenTo(one(), id, { event: 'routine', routine: 'delivery' });
	await vehicleNow(other(START + 3 * DAY), id);
	expect(await vehicleNow(one(START + 9 * DAY), id)).toEqual(
		await vehicleNow(other(START + 9 * DAY), id)
	);
	await advanceRehearsal(one(), 20 * DAY);
	await heard();
	expect(await vehicleNow(one(), id)).toEqual(await vehicleNow(other(), id));
	await resetRehearsal(other());
	await heard();
	expect(await vehicleNow(one(), id)).toEqual(await vehicleNow(other(), id));
	expect((await vehicleNow(one(), id)).life.state.time).toBe(START);
});

it('a clock that one stops stands still on the other', async () => {
	await readClock(other());
	await freezeClock(one(), true);
	await heard();
	expect(await readClock(other(START + DAY))).toMatchObject({ now: START, frozen: true });
	await freezeClock(other(START + DAY), false);
	await heard();
	expect(await readClock(one(START + 2 * DAY))).toMatchObject({ now: START + DAY, frozen: false });
});
