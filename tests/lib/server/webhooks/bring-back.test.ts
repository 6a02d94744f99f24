import { connections } from '#lib/server/db/connect-schema.ts';
import { webhookEvents, webhooks, webhookSubscriptions } from '#lib/server/db/webhook-schema.ts';
import { advanceRehearsal, resetRehearsal } from '#lib/server/fleet/clock.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { lookAtDue } from '#lib/server/fleet/look-at-due.ts';
import { findVehicle } from '#lib/server/fleet/vehicles.ts';
import { subscribe } from '#lib/server/webhooks/subscriptions.ts';
import { readSignals } from '#lib/vehicles/platform/read.ts';
import { HOUR, MINUTE, SECOND } from '#lib/vehicles/spans.ts';
import { bodyOfAttempt } from '#lib/webhooks/payloads/attempt.ts';
import { Delivery } from '#lib/webhooks/payloads/schemas.ts';
import { describe, expect, it } from 'vitest';
import { connect, newApplication } from '../../../support/connect.ts';
import { newWebhook } from '../../../support/made-webhooks.ts';
import { START, useStorage } from '../../../support/storage.ts';
import { storedEvents } from '../../../support/webhooks.ts';

const storage = useStorage();
const LOCKED = 'closure-islocked';
const CHARGE = 'tractionbattery-stateofcharge';

let time = START;
let cars = 0;
const now = () => storage.at(time);

async function look(after = 0): Promise<void> {
	time += after;
	while (await lookAtDue(now()));
}

/** A car that a webhook is told of, once its first delivery is written and the clock is the machine's. */
async function watched(): Promise<string> {
	time = START;
	await resetRehearsal(now());
	const clientId = await newApplication(now());
	const scope = 'read_security read_battery';
	cars += 1;
	const username = `${cars}@example.com`;
	await connect(now(), clientId, { make: 'TESLA', scope }, { username });
	const [connection] = await now().read(({ db }) => db.select().from(connections));
	if (!connection) throw new TypeError('Nothing is connected.');
	const { id: connectionId, vehicleId } = connection;
	const chosen = { triggers: [LOCKED, CHARGE], signals: [LOCKED, CHARGE] };
	const { id: webhookId } = await newWebhook(now(), clientId, chosen);
	await subscribe(now(), { clientId, webhookId, connectionId });
	await look();
	return vehicleId;
}

async function advance(by: number): Promise<void> {
	expect((await advanceRehearsal(now(), by)).ok).toBe(true);
}

async function told(): Promise<readonly string[]> {
	return (await storedEvents(now())).map(({ body }) => {
		const { triggers, data } = JSON.parse(body);
		const [first] = triggers;
		return [
			first.signal?.code ?? first.type,
			...data.signals.map((one: { body: { value: unknown } }) => one.body.value)
		].join(' ');
	});
}

/** Where what somebody did is, on its way to a read: with the brand after 20 s, fetched each minute, seen 2 s later. */
const UNDER_WAY = [0, 19, 21, 40, 60, 61, 62, 81];

describe('a clock that goes back', () => {
	it.each(UNDER_WAY)('tells once what happened %i s before', async (seconds) => {
		for (const looksBefore of [true, false]) {
			for (const ahead of [5 * HOUR, 50 * SECOND]) {
				const id = await watched();
				await advance(ahead);
				await look();
				expect((await happenTo(now(), id, { event: 'unlock' })).ok).toBe(true);
				if (seconds > 0) await advance(seconds * SECOND);
				if (looksBefore) await look();
				const before = (await told()).length;
				await resetRehearsal(now());
				await look();
				const found = await findVehicle(now(), id);
				if (!found) throw new TypeError('No vehicle');
				expect(found.life.state.time).toBe(time);
				for (const { oemUpdatedAt } of readSignals(found.life)) {
					expect(oemUpdatedAt ?? 0).toBeLessThanOrEqual(time);
				}
				await look(3 * MINUTE);
				const all = await told();
				expect(all.map((one) => one.split(' ', 2).join(' '))).toEqual([
					'FIRST_DELIVERY true',
					`${LOCKED} false`
				]);
				expect(before).toBeLessThanOrEqual(all.length);
				await storage.context.write(async ({ db }) => {
					await db.delete(webhooks);
					await db.delete(connections);
				});
			}
		}
	});

	it('leaves a car that charges at what it was told last', async () => {
		const id = await watched();
		await happenTo(now(), id, {
			event: 'set',
			signals: { [CHARGE]: { value: 20, unit: 'percent' } }
		});
		await happenTo(now(), id, { event: 'plug-in', kind: 'DC', kw: 50 });
		await advance(15 * MINUTE);
		await look();
		await resetRehearsal(now());
		await look(10 * MINUTE);
		const percents = (await told()).map((one) => Number(one.split(' ')[2])).slice(1);
		expect(percents.length).toBeGreaterThan(20);
		expect(percents).toEqual(percents.toSorted((one, other) => one - other));
		expect(new Set(percents).size).toBe(percents.length);
	});

	it('leaves what waits as long to wait', async () => {
		await watched();
		await advance(HOUR);
		await storage.context.write(({ db, now }) =>
			db.update(webhookEvents).set({ dueAt: now + 25 * SECOND, happenedAt: now })
		);
		await resetRehearsal(now());
		const events = await storedEvents(now());
		expect(events).toMatchObject([{ dueAt: time + 25 * SECOND, happenedAt: time }]);
		const [event] = events;
		if (!event) throw new TypeError('Nothing waits.');
		const attempt = { deliveryId: crypto.randomUUID(), deliveredAt: time };
		const told = Delivery.parse(JSON.parse(bodyOfAttempt(event.body, event.type, attempt)));
		if (told.eventType !== 'VEHICLE_STATE') throw new TypeError(told.eventType);
		expect(told.meta).toMatchObject({ ...attempt, sequence: time - HOUR });
		const times = told.data.signals.map(({ meta }) => meta?.oemUpdatedAt);
		expect(times).toEqual([time - HOUR, time - HOUR]);
	});

	it('takes along when webhooks were made, proved and subscribed', async () => {
		await advanceRehearsal(now(), HOUR);
		await watched();
		await advance(HOUR);
		await look();
		await resetRehearsal(now());
		const { hooks, subscriptions } = await now().read(async ({ db }) => ({
			hooks: await db.select().from(webhooks),
			subscriptions: await db.select().from(webhookSubscriptions)
		}));
		expect(hooks).toMatchObject([{ createdAt: START - HOUR, verifiedAt: START - HOUR }]);
		expect(subscriptions).toMatchObject([{ createdAt: START - HOUR }]);
	});
});
