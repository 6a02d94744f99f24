import { officialCatalog } from '#lib/access/catalog/official.ts';
import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { NOT_PROVED, PROVED_ELSEWHERE } from '#lib/access/catalog/proof.ts';
import { PERMISSION_NAMES, type PermissionName } from '#lib/access/permission.ts';
import { findManagementToken } from '#lib/server/applications/management-token.ts';
import { findToldVehicle } from '#lib/server/connect/told-vehicle.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { vehicles } from '#lib/server/db/vehicle-schema.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import type { Context } from '#lib/server/context.ts';
import { subscribe } from '#lib/server/webhooks/subscriptions.ts';
import { createProgramsListener } from '#lib/server/programs/listener.ts';
import type { Stages } from '#lib/server/programs/pipeline.ts';
import type { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { grantMore, v2Client, type V2Client } from './api-v2.ts';
import { newWebhook } from './made-webhooks.ts';
import { START, type TestStorage } from './storage.ts';

const MINUTE = 60_000;
const MAKE = 'TESLA';
/** Asked with the management token. */
const UNSUBSCRIBE = 'v2-webhook-unsubscribe';

/** Has every signal and every ability there is. */
const ABLE = 'simulated-phev';

/** What is sent where the catalog has no example, or one that is sent otherwise. */
const SENT: Readonly<Record<string, unknown>> = {
	'charge-set-limit': { data: { attributes: { percent: 80 } } },
	'navigation-set-destination': { data: { attributes: { latitude: 52.5, longitude: 13.4 } } },
	'charge-schedule-daily': {
		data: {
			attributes: {
				location: { latitude: 52.5, longitude: 13.4 },
				startTime: '22:00',
				stopTime: '06:00'
			}
		}
	},
	'charge-schedule-weekly': {
		data: {
			attributes: {
				location: { latitude: 52.5, longitude: 13.4 },
				days: { monday: { startTime: '22:00', stopTime: '06:00' } }
			}
		}
	},
	'charge-schedule-workweek': {
		data: {
			attributes: {
				location: { latitude: 52.5, longitude: 13.4 },
				weekdays: { startTime: '22:00', stopTime: '06:00' }
			}
		}
	},
	'charge-start-v2': { action: 'START' },
	'charge-stop-v2': { action: 'STOP' },
	'charge-limit-v2': { limit: 0.8 },
	'security-lock-v2': { action: 'LOCK' },
	'security-unlock-v2': { action: 'UNLOCK' },
	'navigation-destination-v2': { latitude: 52.5, longitude: 13.4 },
	'charge-port-door-v2': { action: 'OPEN' },
	'charge-ammeter-v2': { amperage: 16 },
	'charge-schedule-v2': { type: 'START_TIME', enable: true, time: '22:00' },
	'charge-schedule-by-location-v2': { chargingLocation: { chargeLimit: 0.8 } },
	'trunk-v2': { action: 'OPEN' },
	'frunk-v2': { action: 'OPEN' },
	'pin-enable-v2': { pin: '0000' },
	'climate-cabin-v2': { action: 'SET', temperature: 21 },
	'climate-defroster-v2': { action: 'START' },
	'climate-steering-wheel-v2': { action: 'START' },
	'v2-batch': { requests: [{ path: '/odometer' }] }
};

/** What has to happen to a vehicle before it can do as it is told. */
const BEFORE: Readonly<Record<string, readonly VehicleEvent[]>> = {
	'charge-start': [{ event: 'stop-charge' }],
	'charge-start-v2': [{ event: 'plug-in', kind: 'AC' }, { event: 'stop-charge' }],
	'charge-stop': [{ event: 'start-charge' }],
	'charge-stop-v2': [{ event: 'plug-in', kind: 'AC' }, { event: 'start-charge' }],
	'charge-port-close': [{ event: 'unplug' }],
	'charge-schedule-delete': [
		{
			event: 'add-schedule',
			id: 'sched_proof',
			plan: {
				kind: 'daily',
				location: { latitude: 52.5, longitude: 13.4 },
				window: { startTime: '22:00', stopTime: '06:00' }
			}
		}
	]
};

export interface ProofAnswer {
	readonly status: number;
	readonly headers: Headers;
	readonly body: unknown;
}

export interface ProofRequest {
	readonly method: string;
	readonly url: string;
	readonly body: unknown;
	/** With which it is asked. */
	readonly token: string;
}

/** A server with one vehicle that can do everything, whose grant and brand change as wanted. */
export interface Proof {
	/** Asks for an item as its path in the catalog says, under exactly this grant. */
	ask(item: CatalogItem, granted: readonly PermissionName[]): Promise<ProofAnswer>;
	/** Has everything ready for an item. @returns what is to be sent for it */
	prepare(item: CatalogItem, granted: readonly PermissionName[]): Promise<ProofRequest>;
	/** Grants exactly this to a vehicle of the first brand. */
	grant(granted: readonly PermissionName[]): Promise<void>;
	/** Has the owner consent to everything, after a connection ended. */
	connectAgain(): Promise<void>;
	readonly client: V2Client;
	readonly webhookId: string;
	readonly origin: string;
	/** As the server has it now. */
	context(): Context;
	close(): Promise<void>;
}

export async function beginProof(storage: TestStorage, stages: Stages = {}): Promise<Proof> {
	let client = await v2Client(storage.context, MAKE, PERMISSION_NAMES);
	const [row] = await storage.context.read(({ db }) => db.select().from(vehicles));
	if (!row) throw new TypeError('No vehicle');
	await storage.context.write(({ db }) => db.update(vehicles).set({ profile: ABLE }));
	await happenTo(storage.context, row.id, { event: 'plug-in', kind: 'AC' });
	const webhook = await newWebhook(storage.context, client.clientId);
	const management = await findManagementToken(storage.context, client.clientId);
	let minutes = 15;
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const origin = originOf(server);
	const now = (): Context => {
		const context = storage.at(START + minutes * MINUTE);
		const { settings } = context;
		return { ...context, settings: { ...settings, origins: [origin], origin, rateLimits: false } };
	};
	const listener = createProgramsListener(now, stages);
	server.on('request', (message, response) => {
		if (!listener(message, response)) response.writeHead(418).end();
	});

	const grant = (granted: readonly PermissionName[], make = MAKE) =>
		storage.context.write(async ({ db }) => {
			await db.update(connections).set({ granted });
			await db.update(vehicles).set({ make });
		});

	const subscribeAgain = async () => {
		const { clientId } = client;
		const found = await now().read((transaction) =>
			findToldVehicle(transaction, clientId, client.vehicleId, null)
		);
		const connectionId = found?.connectionId ?? '';
		await subscribe(now(), { clientId, webhookId: webhook.id, connectionId });
	};

	const prepare = async (item: CatalogItem, granted: readonly PermissionName[]) => {
		const make = findMake(item.makes?.[0] ?? MAKE, MAKES)?.key ?? MAKE;
		await grant(granted, make);
		for (const event of BEFORE[item.code] ?? []) await happenTo(now(), row.id, event);
		if (item.kind === 'command') minutes += 1;
		if (item.code === UNSUBSCRIBE) await subscribeAgain();
		const { vehicleId } = client;
		const { method, path, body } = requestFor(item, { vehicleId, make, webhookId: webhook.id });
		const token = item.code === UNSUBSCRIBE ? (management?.token ?? '') : client.access;
		return { method, url: `${origin}${path}`, body, token };
	};

	return {
		origin,
		webhookId: webhook.id,
		get client() {
			return client;
		},
		context: now,
		prepare,
		grant,
		async connectAgain() {
			await grant([]);
			client = await grantMore({ ...client, context: now() }, MAKE, PERMISSION_NAMES);
		},
		async ask(item, granted) {
			const { method, url, body, token } = await prepare(item, granted);
			const response = await fetch(url, {
				method,
				headers: {
					authorization: `Bearer ${token}`,
					...(body !== undefined && { 'content-type': 'application/json' })
				},
				...(body !== undefined && { body: JSON.stringify(body) })
			});
			const text = await response.text();
			const parsed: unknown = text === '' ? null : JSON.parse(text);
			return { status: response.status, headers: response.headers, body: parsed };
		},
		async close() {
			server.close();
			await once(server, 'close');
		}
	};
}

/** Permissions that an item does not need, of which one takes the place of one that it does. */
export function unrelatedTo({ permissions }: Pick<CatalogItem, 'permissions'>): PermissionName {
	const other = PERMISSION_NAMES.find((name) => !permissions.includes(name));
	if (!other) throw new TypeError('An item that needs everything');
	return other;
}

/** Items that the sandbox answers at a path of their own. */
export const PROVABLE = officialCatalog.items.filter(
	({ code }) => !Object.hasOwn(NOT_PROVED, code) && !Object.hasOwn(PROVED_ELSEWHERE, code)
);

interface Addressed {
	readonly vehicleId: string;
	readonly make: string;
	readonly webhookId?: string;
}

/** What is sent for an item, of a vehicle as an application knows it. */
export function requestFor(
	{ apiVersion, code, path: template }: CatalogItem,
	{ vehicleId, make, webhookId = 'webhook' }: Addressed
) {
	const [method = '', beneath = ''] = template.split(' ');
	const filled = beneath
		.replace(/\{(id|vehicleId)\}/, vehicleId)
		.replace('{make}', make.toLowerCase())
		.replace('{scheduleId}', 'sched_proof')
		.replace('{webhookId}', webhookId);
	const place = code === 'charge-schedule-by-location-v2' ? '?latitude=52.5&longitude=13.4' : '';
	return {
		method,
		path: `${apiVersion === 'v2' ? '/v2.0' : '/v3'}${filled}${place}`,
		body: SENT[code]
	};
}

function originOf(server: Server): string {
	const address = server.address();
	if (typeof address !== 'object' || address === null) throw new TypeError('No address');
	return `http://127.0.0.1:${address.port}`;
}
