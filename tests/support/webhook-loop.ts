import { contextOf } from '#lib/server/context.ts';
import { ensureManagementToken } from '#lib/server/applications/management-token.ts';
import { noteSignIn } from '#lib/server/connect/connect-vehicles.ts';
import { connections } from '#lib/server/db/connect-schema.ts';
import { openKey } from '#lib/server/db/open-key.ts';
import { openStorage } from '#lib/server/db/open-storage.ts';
import { vehicleAccounts } from '#lib/server/db/vehicle-schema.ts';
import { webhookEvents } from '#lib/server/db/webhook-schema.ts';
import { changeBrandPassword } from '#lib/server/fleet/brand-accounts.ts';
import { happenTo } from '#lib/server/fleet/happen.ts';
import { lookAtDue } from '#lib/server/fleet/look-at-due.ts';
import { tuneVehicle } from '#lib/server/fleet/tune.ts';
import { requestContext } from '#lib/server/http/request-context.ts';
import { readSettings } from '#lib/server/settings.ts';
import { StorageError } from '#lib/server/storage-error.ts';
import { Deliveries } from '#lib/server/webhooks/deliver.ts';
import { NO_FAULTS } from '#lib/server/webhooks/delivery-fault.ts';
import { scheduleWebhooks } from '#lib/server/webhooks/schedule.ts';
import { createSender } from '#lib/server/webhooks/send.ts';
import { subscribe } from '#lib/server/webhooks/subscriptions.ts';
import { asc, eq } from 'drizzle-orm';
import { connect, newApplication } from './connect.ts';
import { newWebhook } from './made-webhooks.ts';

/**
 * A program that works on the database of `DATABASE_URL`. As `begin` it connects vehicles and has a
 * webhook lead to the address of its second argument. As `run` it is a server with webhooks, which
 * changes the brand passwords of every second vehicle, from the number of its second argument on, until
 * it is killed; it says `changed` once it was told so. As `drain` it sends what is left and prints, in
 * JSON, what there was to tell.
 */
const [, , act = 'run', argument = '0'] = process.argv;
const VEHICLES = 8;
const NODES = 2;
const LEASED_NO_MORE = 200_000;

const settings = { ...readSettings(process.env), rateLimits: false };
const engine = await openStorage(settings);
const key = await openKey(engine, settings);
const now = () => requestContext(engine, settings, key);

if (act === 'begin') await begin(argument);
else if (act === 'drain') await drain();
else await run(Number(argument));
await engine.close();

async function begin(callbackUri: string): Promise<void> {
	const clientId = await newApplication(now());
	await now().write((transaction) => ensureManagementToken(transaction, clientId));
	const webhook = await newWebhook(now(), clientId, {
		callbackUri,
		triggers: ['closure-islocked'],
		signals: ['closure-islocked']
	});
	for (let number = 0; number < VEHICLES; number += 1) {
		const username = `${number}@example.org`;
		await connect(now(), clientId, { scope: 'read_security' }, { username });
	}
	for (const { id, vehicleId } of await connected()) {
		await subscribe(now(), { clientId, webhookId: webhook.id, connectionId: id });
		const delays = { report: 0, every: 1000, ingest: 0 };
		await tuneVehicle(now(), vehicleId, { behaviour: 'vehicle', delays });
	}
	while (await lookAtDue(now()));
}

function connected() {
	return now().read(({ db }) => db.select().from(connections).orderBy(asc(connections.id)));
}

async function run(node: number): Promise<void> {
	scheduleWebhooks(now, () => Promise.resolve(lookAtDue));
	const mine = (await connected()).filter((_one, index) => index % NODES === node);
	await Promise.all(mine.map(work));
}

/** Each change comes after a sign-in, so that each is told. */
async function work(one: typeof connections.$inferSelect): Promise<never> {
	const { clientId, accountId, mode, vehicleId } = one;
	for (let turn = 0; ; turn += 1) {
		try {
			await now().write((transaction) =>
				noteSignIn(transaction, { clientId, accountId, mode, vehicleId })
			);
			await happenTo(now(), vehicleId, { event: turn % 2 === 0 ? 'unlock' : 'lock' });
			await changeBrandPassword(now(), vehicleId);
			process.stdout.write(`changed ${accountId}\n`);
		} catch (error) {
			// The other program had the file for all this time.
			if (!(error instanceof StorageError && error.status === 503)) throw error;
		}
	}
}

async function drain(): Promise<void> {
	for (let ahead = 0; ; ahead += LEASED_NO_MORE) {
		const later = () => {
			const { actor, machineNow } = now();
			return contextOf(engine, { actor, machineNow: machineNow + ahead, settings, key });
		};
		const sender = createSender({ named: [] });
		const deliveries = new Deliveries({ now: later, sender, findFault: NO_FAULTS });
		deliveries.wake();
		await deliveries.idle();
		await deliveries.stop();
		const left = await now().read(({ db }) =>
			db.$count(webhookEvents, eq(webhookEvents.state, 'waiting'))
		);
		if (left === 0) break;
	}
	const events = await now().read(({ db }) =>
		db
			.select({ id: webhookEvents.eventId, state: webhookEvents.state, body: webhookEvents.body })
			.from(webhookEvents)
	);
	const accounts = await now().read(({ db }) => db.select().from(vehicleAccounts));
	const changes = accounts.reduce((sum, { passwordChanges }) => sum + passwordChanges, 0);
	process.stdout.write(JSON.stringify({ events, changes }));
}
