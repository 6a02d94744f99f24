import type { Context } from '#lib/server/context.ts';
import { addRule } from '#lib/server/faults/rules.ts';
import { lookAtDue } from '#lib/server/fleet/look-at-due.ts';
import { createProgramsListener } from '#lib/server/programs/listener.ts';
import { scheduleWebhooks } from '#lib/server/webhooks/schedule.ts';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import smartcar from 'smartcar';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { done } from '../../../support/outcome.ts';
import { PATIENCE } from '../../../support/patience.ts';
import { ENTRY } from '../../../support/seeds.ts';
import { useStorage } from '../../../support/storage.ts';
import {
	startUsersReceiver,
	type Told,
	type UsersReceiver
} from '../../../support/rehearsed-receiver.ts';

const storage = useStorage();
const TOKEN = 'a-management-token-for-tests';
const CHARGE = 'tractionbattery-stateofcharge';
const LOGIN = { make: 'TESLA', username: 'sam@owner.example' };
const { clientId, clientSecret, redirectUris } = ENTRY;
const [redirectUri] = redirectUris;

let origin = '';
let receiver: UsersReceiver;
const server = createServer();
beforeEach(async () => {
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	origin = `http://127.0.0.1:${port}`;
	for (const name of ['API', 'API_V3', 'AUTH', 'MANAGEMENT_API']) {
		vi.stubEnv(`SMARTCAR_${name}_ORIGIN`, origin);
	}
	const now = (): Context => {
		const { context } = storage;
		const { settings } = context;
		return { ...context, settings: { ...settings, origin, origins: [origin], rateLimits: false } };
	};
	const listener = createProgramsListener(now);
	server.on('request', (message, response) => void listener(message, response));
	const stop = scheduleWebhooks(now, () => Promise.resolve(lookAtDue));
	receiver = await startUsersReceiver(TOKEN);
	return async () => {
		vi.unstubAllEnvs();
		await stop();
		await receiver.close();
		server.removeAllListeners('request');
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
});
afterEach(() => expect(receiver.failures).toBe(0));

async function ask(path: string, sent?: object): Promise<Record<string, unknown>> {
	const response = await fetch(`${origin}/sandbox/api/${path}`, {
		...(sent && {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(sent)
		})
	});
	const body = (await response.json()) as Record<string, unknown>;
	expect(response.status, JSON.stringify(body)).toBe(200);
	return body;
}

/** An application with a simulated car and a webhook, and its clock stands still. */
async function begin() {
	await ask('seed', { applications: [ENTRY], vehicles: [{ ...LOGIN, profile: 'tesla-model-3' }] });
	const { vehicles } = (await ask('vehicles')) as { vehicles: { id: string }[] };
	const own = vehicles[0]?.id ?? '';
	await ask('clock', { freeze: true });
	const signIn = () => ask('authorize', { clientId, login: LOGIN });
	const { code } = await signIn();
	const client = new smartcar.AuthClient({ clientId, clientSecret, redirectUri });
	const { accessToken } = await client.exchangeCode(String(code));
	const [vehicleId = ''] = (await smartcar.getVehicles(accessToken)).vehicles;
	const { id } = await ask('webhooks', {
		clientId,
		callbackUri: receiver.uri,
		triggers: [CHARGE],
		signals: [CHARGE, 'odometer-traveleddistance'],
		autoSubscribe: true,
		managementToken: TOKEN
	});
	const car = new smartcar.Vehicle(vehicleId, accessToken);
	const charge = (value: number) =>
		ask(`vehicles/${own}/events`, { set: { [CHARGE]: { value, unit: 'percent' } } });
	const event = (name: string) => ask(`vehicles/${own}/events`, { event: name });
	const pass = (advance: string) => ask('clock', { advance });
	return { webhookId: String(id), car, vehicleId, charge, event, pass, signIn };
}

/** Has the next delivery go wrong. */
async function rule(fault: string): Promise<void> {
	const anywhere = { clientId: null, vehicleId: null, path: null, amount: null };
	done(await addRule(storage.context, { ...anywhere, fault, times: 1, isOn: true }));
}

/** The delivery that comes next. */
async function next(before: number): Promise<Told> {
	await vi.waitFor(() => expect(receiver.taken.length).toBeGreaterThan(before), PATIENCE);
	const told = receiver.taken[before];
	if (!told) throw new TypeError('Nothing came.');
	return told;
}

describe('a receiver as somebody writes it with the SDK', () => {
	it('is verified, gets the first delivery of a car that it is subscribed to, and what triggers', async () => {
		const { car, webhookId, vehicleId, charge, pass } = await begin();
		expect(receiver.taken).toEqual([]);
		expect(await car.subscribe(webhookId)).toMatchObject({ webhookId, vehicleId });
		expect(await next(0)).toMatchObject({
			eventType: 'VEHICLE_STATE',
			triggers: [{ type: 'FIRST_DELIVERY' }],
			data: { vehicle: { id: vehicleId }, signals: [{ code: CHARGE }, {}] },
			meta: { mode: 'LIVE' }
		});
		await charge(42);
		await pass('2m');
		expect(await next(1)).toMatchObject({
			triggers: [{ type: 'SIGNAL_UPDATED', signal: { code: CHARGE } }],
			data: { signals: [{ code: CHARGE, body: { value: 42, unit: 'percent' } }, {}] }
		});
	});

	it('is sent again what it failed, after 25 seconds of the rehearsal', async () => {
		const { car, webhookId, pass } = await begin();
		receiver.failures = 2;
		await car.subscribe(webhookId);
		await vi.waitFor(() => expect(receiver.failures).toBe(1), PATIENCE);
		const attempts = async () => {
			const { deliveries } = (await ask(`deliveries?webhook=${webhookId}`)) as {
				deliveries: { state: string; attempts: { status: number; deliveryId: string }[] }[];
			};
			const [newest] = deliveries;
			return { state: newest?.state, attempts: newest?.attempts ?? [] };
		};
		const failed = { state: 'waiting', attempts: [{ status: 500 }] };
		await vi.waitFor(async () => expect(await attempts()).toMatchObject(failed), PATIENCE);
		await pass('25s');
		await vi.waitFor(() => expect(receiver.failures).toBe(0), PATIENCE);
		const twice = { state: 'waiting', attempts: [{ status: 500 }, { status: 500 }] };
		await vi.waitFor(async () => expect(await attempts()).toMatchObject(twice), PATIENCE);
		await pass('50s');
		const told = await next(0);
		const taken = { state: 'delivered', attempts: [{ status: 500 }, {}, { status: 204 }] };
		await vi.waitFor(async () => expect(await attempts()).toMatchObject(taken), PATIENCE);
		const ids = (await attempts()).attempts.map(({ deliveryId }) => deliveryId);
		expect(new Set(ids).size).toBe(3);
		expect(ids.at(-1)).toBe(told.meta.deliveryId);
	});

	it('is told of a password that was changed, and that its owner signed in again', async () => {
		const { car, webhookId, event, signIn } = await begin();
		await car.subscribe(webhookId);
		await next(0);
		await event('change-password');
		expect(await next(1)).toMatchObject({
			eventType: 'VEHICLE_ERROR',
			data: { errors: [{ code: 'AUTHENTICATION_FAILED', state: 'ERROR' }] }
		});
		await signIn();
		expect(await next(2)).toMatchObject({
			eventType: 'VEHICLE_ERROR',
			data: { errors: [{ code: 'AUTHENTICATION_FAILED', state: 'RESOLVED' }] }
		});
	});

	it('is sent one twice, and one after another that is younger, where rules say so', async () => {
		const { car, webhookId, charge, pass } = await begin();
		await rule('WEBHOOK_DUPLICATE');
		await car.subscribe(webhookId);
		const twice = [await next(0), await next(1)];
		expect(new Set(twice.map(({ eventId }) => eventId)).size).toBe(1);
		expect(new Set(twice.map(({ meta }) => meta.deliveryId)).size).toBe(2);

		await rule('WEBHOOK_REORDER');
		await charge(42);
		const { now } = await pass('2m');
		const dueAt = new Date(Date.parse(String(now)) + 30_000).toISOString();
		const putOff = { deliveries: [{ state: 'waiting', dueAt }, {}, {}] };
		await vi.waitFor(
			async () => expect(await ask(`deliveries?webhook=${webhookId}`)).toMatchObject(putOff),
			PATIENCE
		);
		await ask(`webhooks/${webhookId}/test`, {});
		expect((await next(3)).meta.mode).toBe('TEST');
		await pass('30s');
		expect(await next(4)).toMatchObject({ triggers: [{ signal: { code: CHARGE } }] });
	});

	it('is told nothing of a car any more that it is not subscribed to', async () => {
		const { car, webhookId, charge, pass } = await begin();
		await car.subscribe(webhookId);
		await next(0);
		expect(await car.unsubscribe(TOKEN, webhookId)).toMatchObject({ status: 'success' });
		await charge(42);
		await pass('2m');
		await ask(`webhooks/${webhookId}/test`, {});
		const later = [await next(1), await next(2)];
		expect(later.map(({ eventType }) => eventType).toSorted()).toEqual([
			'VEHICLE_ERROR',
			'VEHICLE_STATE'
		]);
		expect(later.map(({ meta }) => meta.mode)).toEqual(['TEST', 'TEST']);
		await car.subscribe(webhookId);
		expect(await next(3)).toMatchObject({ triggers: [{ type: 'FIRST_DELIVERY' }] });
	});
});
