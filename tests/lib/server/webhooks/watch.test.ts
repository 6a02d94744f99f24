import { changeBrandPassword } from '#lib/server/fleet/brand-accounts.ts';
import { advanceRehearsal } from '#lib/server/fleet/clock.ts';
import { deleteVehicle } from '#lib/server/fleet/delete-vehicle.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { lookAtDue } from '#lib/server/fleet/look-at-due.ts';
import { tuneVehicle } from '#lib/server/fleet/tune.ts';
import { noteSignIn } from '#lib/server/connect/connect-vehicles.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { disableWebhook, enableWebhook } from '#lib/server/webhooks/webhooks.ts';
import { subscribe } from '#lib/server/webhooks/subscriptions.ts';
import type { WantedWebhook } from '#lib/server/webhooks/check-wanted.ts';
import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { SECOND } from '#lib/vehicles/spans.ts';
import { Delivery } from '#lib/webhooks/payloads/schemas.ts';
import { bodyOfAttempt } from '#lib/webhooks/payloads/attempt.ts';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, newApplication } from '../../../support/connect.ts';
import { newWebhook } from '../../../support/made-webhooks.ts';
import { START, useStorage } from '../../../support/storage.ts';
import { storedEvents } from '../../../support/webhooks.ts';

const storage = useStorage();

let time: number;
let clientId: string;
let connectionId: string;
let vehicleId: string;
const now = () => storage.at(time);

beforeEach(() => {
	time = START;
});

const LOCKED = 'closure-islocked';
const ODOMETER = 'odometer-traveleddistance';

/** A webhook that is told of a new vehicle, after the first delivery. */
async function watched(wanted: Partial<WantedWebhook> = {}, scope = 'read_security read_odometer') {
	clientId = await newApplication(now());
	await connect(now(), clientId, { make: 'TESLA', scope }, { username: 'someone@example.com' });
	const [connection] = await now().read(({ db }) => db.select().from(connections));
	if (!connection) throw new TypeError('Nothing is connected.');
	({ id: connectionId, vehicleId } = connection);
	const webhook = await newWebhook(now(), clientId, {
		triggers: [LOCKED],
		signals: [LOCKED, ODOMETER],
		...wanted
	});
	await subscribe(now(), { clientId, webhookId: webhook.id, connectionId });
	await look();
	return webhook;
}

/** Looks as a server does by itself, after some time of the machine. */
async function look(after = 0): Promise<void> {
	time += after;
	while (await lookAtDue(now()));
}

async function happen(event: VehicleEvent): Promise<void> {
	expect((await happenTo(now(), vehicleId, event)).ok).toBe(true);
}

/** What was told since it was asked last, as receivers read it. */
let asked = 0;
beforeEach(() => {
	asked = 0;
});

async function told() {
	const events = (await storedEvents(now())).slice(asked);
	asked += events.length;
	return events.map(({ body, type, happenedAt }) => {
		const attempt = { deliveryId: crypto.randomUUID(), deliveredAt: happenedAt };
		return Delivery.parse(JSON.parse(bodyOfAttempt(body, type, attempt)));
	});
}

/** The same in a few words. */
async function inShort(): Promise<readonly string[]> {
	return (await told()).map((one) => {
		if (one.eventType === 'VEHICLE_STATE') {
			const triggers = one.triggers.map((trigger) =>
				trigger.type === 'FIRST_DELIVERY' ? 'first' : trigger.signal.code
			);
			return `STATE ${triggers.join(' ')}`;
		}
		if (one.eventType === 'VERIFY') return 'VERIFY';
		const errors = one.data.errors.map(({ type, code, state, signals = [] }) =>
			[state, `${type}:${code ?? ''}`, ...signals.map((signal) => signal.code)].join(' ')
		);
		return `ERROR ${errors.join(', ')}`;
	});
}

describe('a vehicle that a webhook is told of', () => {
	it('is told once as soon as it is subscribed, with all data signals', async () => {
		await watched();
		const [first, ...others] = await told();
		expect(others).toEqual([]);
		if (first?.eventType !== 'VEHICLE_STATE') throw new TypeError(first?.eventType);
		expect(first.triggers).toEqual([{ type: 'FIRST_DELIVERY' }]);
		expect(first.data.signals.map(({ code }) => code)).toEqual([LOCKED, ODOMETER]);
		expect(first.data.vehicle.mode).toBe('simulated');
		expect(first.meta).toMatchObject({ signalCount: 2, mode: 'LIVE' });
		await look(600 * SECOND);
		expect(await told()).toEqual([]);
	});

	it('is told when a fetch brings another value of a trigger, and not before', async () => {
		await watched();
		await inShort();
		await happen({ event: 'unlock' });
		// The brand hears of it after 20 seconds, the platform fetches it within 60 more, and reads it 2 later.
		await look(19 * SECOND);
		expect(await inShort()).toEqual([]);
		await look(63 * SECOND);
		const [state] = await told();
		if (state?.eventType !== 'VEHICLE_STATE') throw new TypeError(state?.eventType);
		expect(state.triggers).toMatchObject([{ signal: { code: LOCKED } }]);
		expect(state.data.signals[0]).toMatchObject({ code: LOCKED, body: { value: false } });
		await look(600 * SECOND);
		expect(await inShort()).toEqual([]);
	});

	it('is told of each change, whoever looks when', async () => {
		await watched();
		await inShort();
		for (const event of ['unlock', 'lock', 'unlock', 'lock'] as const) {
			await happen({ event });
			time += 100 * SECOND;
		}
		// Only now, and after some of these states are forgotten.
		await look();
		expect(await inShort()).toEqual(Array(4).fill(`STATE ${LOCKED}`));
	});

	it('is told nothing of what passed between two fetches', async () => {
		await watched();
		await inShort();
		await happen({ event: 'unlock' });
		await happen({ event: 'lock' });
		await look(200 * SECOND);
		expect(await inShort()).toEqual([]);
	});

	it('is told nothing of signals that are no triggers', async () => {
		await watched({ triggers: [ODOMETER] });
		await inShort();
		await happen({ event: 'unlock' });
		await look(200 * SECOND);
		expect(await inShort()).toEqual([]);
	});

	it('is told once the clock is moved on', async () => {
		await watched();
		await inShort();
		await happen({ event: 'unlock' });
		await advanceRehearsal(now(), 100 * SECOND);
		await look();
		expect(await inShort()).toEqual([`STATE ${LOCKED}`]);
	});

	it('is told what was on its way when the delays were made shorter', async () => {
		await watched();
		await inShort();
		time += 45 * SECOND;
		await happen({ event: 'unlock' });
		// The fetch after 60 seconds knows nothing of it yet.
		await look(20 * SECOND);
		expect(await inShort()).toEqual([]);
		const delays = { report: 0, every: SECOND, ingest: 0 };
		await tuneVehicle(now(), vehicleId, { behaviour: 'vehicle', delays });
		await look(2 * SECOND);
		expect(await inShort()).toEqual([`STATE ${LOCKED}`]);
		await look(100 * SECOND);
		expect(await inShort()).toEqual([]);
	});

	it('is told of its routine although nobody looks at it', async () => {
		await watched({ triggers: [ODOMETER], signals: [ODOMETER] });
		await inShort();
		await happen({ event: 'routine', routine: 'commuter' });
		await advanceRehearsal(now(), 3 * 86_400 * SECOND);
		await look();
		const states = await inShort();
		expect(states.length).toBeGreaterThan(20);
		expect(new Set(states)).toEqual(new Set([`STATE ${ODOMETER}`]));
	});

	it('is told anew after its webhook was off', async () => {
		const { id } = await watched();
		await inShort();
		await disableWebhook(now(), { clientId, id });
		await happen({ event: 'unlock' });
		await look(200 * SECOND);
		expect(await inShort()).toEqual([]);
		await enableWebhook(now(), { clientId, id });
		await look();
		expect(await inShort()).toEqual(['STATE first']);
	});
});

describe('errors of a vehicle', () => {
	it('are told with the signals that answer them, beside the state', async () => {
		await watched({ signals: [LOCKED, ODOMETER, 'internalcombustionengine-fuellevel'] });
		expect(await inShort()).toEqual([
			'STATE first',
			'ERROR ERROR PERMISSION: internalcombustionengine-fuellevel'
		]);
		await look(600 * SECOND);
		expect(await inShort()).toEqual([]);
	});

	it('of a changed brand password begin in its transaction, and end once the owner signed in', async () => {
		await watched();
		await inShort();
		await changeBrandPassword(now(), vehicleId);
		expect(await inShort()).toEqual([
			'ERROR ERROR CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED'
		]);
		await happen({ event: 'unlock' });
		await look(600 * SECOND);
		expect(await inShort()).toEqual([]);
		await signInAgain();
		await look();
		// What changed meanwhile is told as one.
		expect(await inShort()).toEqual([
			`STATE ${LOCKED}`,
			'ERROR RESOLVED CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED'
		]);
		await look(600 * SECOND);
		expect(await inShort()).toEqual([]);
	});

	it('are told each time, however fast they end', async () => {
		await watched();
		await inShort();
		await changeBrandPassword(now(), vehicleId);
		await signInAgain();
		await changeBrandPassword(now(), vehicleId);
		expect(await inShort()).toEqual([
			'ERROR ERROR CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED',
			'ERROR RESOLVED CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED',
			'ERROR ERROR CONNECTED_SERVICES_ACCOUNT:AUTHENTICATION_FAILED'
		]);
	});

	it('of one that left its account are told in that transaction', async () => {
		await watched();
		await inShort();
		expect(await deleteVehicle(now(), vehicleId)).toBe(true);
		expect(await inShort()).toEqual(['ERROR ERROR CONNECTED_SERVICES_ACCOUNT:VEHICLE_MISSING']);
		await look(600 * SECOND);
		expect(await inShort()).toEqual([]);
	});
});

async function signInAgain(): Promise<void> {
	const [held] = await now().read(({ db }) =>
		db.select().from(connections).where(eq(connections.id, connectionId))
	);
	if (!held) throw new TypeError(connectionId);
	const { accountId, mode } = held;
	await now().write((transaction) =>
		noteSignIn(transaction, { clientId, accountId, mode, vehicleId })
	);
}
