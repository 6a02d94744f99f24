import { changeClientId } from '#lib/server/applications/client-ids.ts';
import { makeManagementToken } from '#lib/server/applications/management-token.ts';
import { createDemoOnce } from '#lib/server/applications/demo.ts';
import { updateStartUnticked } from '#lib/server/applications/sandbox-settings.ts';
import { rememberRun } from '#lib/server/connect/sample/runs.ts';
import type { Context } from '#lib/server/context.ts';
import { permissionUses, vehicleCalls } from '#lib/server/db/call-schema.ts';
import { secretKeys } from '#lib/server/db/schema.ts';
import { signInFailures } from '#lib/server/db/owner-schema.ts';
import { toldIds } from '#lib/server/db/vehicle-schema.ts';
import {
	webhookAttempts,
	webhookEvents,
	webhookSubscriptions
} from '#lib/server/db/webhook-schema.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { monthOf } from '#lib/server/month.ts';
import { linkAccount } from '#lib/server/owners/accounts.ts';
import { asOwner } from '#lib/server/owners/actor.ts';
import { findVisit } from '#lib/server/owners/sessions.ts';
import { randomUUID } from 'node:crypto';
import { CALLBACK, connect, newApplication, newSecret, publishItems, signInBy } from './connect.ts';
import { listConnections } from './list-connections.ts';
import { newWebhook } from './made-webhooks.ts';
import { CLIENT, signInOwner } from './owners.ts';
import { rehearse } from './rehearsed.ts';
import { exchange } from './tokens.ts';
import { machineTokenOf } from './v3.ts';

/** What a test has in its hands of a sandbox in which there is some of everything. */
export interface FullSandbox {
	readonly clientId: string;
	readonly secret: string;
	readonly accessToken: string;
	readonly vehicleId: string;
	/** Of an owner's sign-in to the portal. */
	readonly visit: string;
}

/** Fills a sandbox with some of everything, as somebody does who uses all of it. */
export async function fillSandbox(context: Context): Promise<FullSandbox> {
	await createDemoOnce(context, 'http://127.0.0.1:3000');
	await context.write(({ db }) => db.insert(secretKeys).values({ id: 'a key', firstUsedAt: 1 }));
	const made = await newApplication(context);
	const clientId = randomUUID();
	await changeClientId(context, made, clientId);
	await publishItems(context, clientId, 'odometer-traveleddistance', 'security-lock');
	await updateStartUnticked(context, clientId, true);
	await makeManagementToken(context, clientId);
	await machineTokenOf(context, clientId);
	await rememberRun(context, 'browser', 'state', { clientId, redirectUri: CALLBACK });
	const secret = await newSecret(context, clientId);
	const code = await connect(context, clientId);
	const { body } = await exchange(context, { clientId, secret }, code);
	await signInBy(context, clientId);
	const [connection] = await listConnections(context, clientId);
	if (!connection) throw new TypeError('No connection');
	const vehicleId = connection.vehicle.id;
	await happenTo(context, vehicleId, { event: 'unlock' });
	const visit = await fillPortal(context);
	await fillRecords(context, { clientId, vehicleId, connectionId: connection.id });
	return { clientId, secret, accessToken: String(body.access_token), vehicleId, visit };
}

async function fillPortal(context: Context): Promise<string> {
	const visit = await signInOwner(context);
	const { signedIn } = await findVisit(context, visit);
	if (!signedIn) throw new TypeError('Nobody is signed in');
	const account = { make: 'TESLA', username: 'someone@example.com' };
	await linkAccount(asOwner(context, signedIn.owner), account);
	await context.write(({ db, machineNow: at }) =>
		db.insert(signInFailures).values({ client: CLIENT, at })
	);
	return visit;
}

async function fillRecords(
	context: Context,
	of: { readonly clientId: string; readonly vehicleId: string; readonly connectionId: string }
): Promise<void> {
	const { clientId, vehicleId, connectionId } = of;
	const { id: webhookId } = await newWebhook(context, clientId);
	await context.write(async ({ db, now, machineNow }) => {
		await rehearse(db, clientId);
		const month = monthOf(now);
		await db.insert(vehicleCalls).values({ clientId, vehicleId, month, calls: 7 });
		const permission = 'read_odometer';
		await db.insert(permissionUses).values({ connectionId, permission, lastUsedAt: now });
		await db.insert(toldIds).values({ id: randomUUID(), mode: 'live', vehicleId });
		const subscription = { id: randomUUID(), webhookId, connectionId, vehicleId };
		await db.insert(webhookSubscriptions).values({ ...subscription, createdAt: now });
		const [event] = await db
			.insert(webhookEvents)
			.values({
				...{ eventId: randomUUID(), webhookId },
				...{ type: 'VEHICLE_STATE', body: '{}', happenedAt: now }
			})
			.returning({ eventNumber: webhookEvents.id });
		if (!event) throw new TypeError('No event');
		await db.insert(webhookAttempts).values({
			...{ ...event, deliveryId: randomUUID(), uri: CALLBACK, at: now, machineAt: machineNow },
			...{ headers: {}, body: '{}', duration: 1 }
		});
	});
}
