import type { PermissionName } from '#lib/access/permission.ts';
import { officialCatalog } from '#lib/access/catalog/official.ts';
import { judgeCall } from '#lib/vehicles/call/judge.ts';
import { signalsOf } from '#lib/vehicles/profiles/capabilities.ts';
import type { Profile } from '#lib/vehicles/profiles/schema.ts';
import { isSignalCode, type SignalCode } from '#lib/vehicles/signals/signals.ts';
import type { Subject } from '#lib/webhooks/payloads/event.ts';
import type { ToldSignal } from '#lib/webhooks/payloads/signal.ts';
import { and, asc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import { STANDING } from '../connect/standing.ts';
import { OF_THE_VEHICLE, TOLD_USER_ID, TOLD_VEHICLE_ID } from '../connect/told-ids.ts';
import type { Transaction } from '../context.ts';
import { connections } from '../db/connect-schema.ts';
import { isGiven, named, prepared } from '../db/prepared.ts';
import { readEach, readJson } from '../db/stored-json.ts';
import { toldIds, vehicleAccounts, vehicles } from '../db/vehicle-schema.ts';
import { webhooks, webhookSubscriptions } from '../db/webhook-schema.ts';

const RUNNING = and(STANDING, isNotNull(webhooks.verifiedAt), isNull(webhooks.disabledAt));

const statements = prepared((db) => ({
	any: named(
		db
			.select({ one: sql`1` })
			.from(webhookSubscriptions)
			.where(isGiven(webhookSubscriptions.vehicleId, 'vehicleId'))
			.limit(1),
		'find_any_subscription'
	)
}));

/** Whether any webhook is subscribed to a vehicle; part of a transaction. */
export async function isSubscribed({ db }: Transaction, vehicleId: string): Promise<boolean> {
	return (await statements(db).any.execute({ vehicleId })).length > 0;
}

/** Vehicles that are to be looked at by now, those that wait longest first; part of a transaction. */
export async function dueVehicles(
	{ db, now }: Transaction,
	most: number
): Promise<readonly string[]> {
	const rows = await db
		.select({ vehicleId: webhookSubscriptions.vehicleId })
		.from(webhookSubscriptions)
		.where(lte(webhookSubscriptions.lookAt, now))
		.orderBy(asc(webhookSubscriptions.lookAt))
		.limit(most);
	return [...new Set(rows.map(({ vehicleId }) => vehicleId))];
}

/** Notes that nothing is to be seen now of a vehicle, by whoever was not told; part of a transaction. */
export async function lookNoMore({ db, now }: Transaction, vehicleId: string): Promise<void> {
	const { lookAt } = webhookSubscriptions;
	await db
		.update(webhookSubscriptions)
		.set({ lookAt: null })
		.where(and(eq(webhookSubscriptions.vehicleId, vehicleId), lte(lookAt, now)))
		.returning({ id: webhookSubscriptions.id });
}

/** Milliseconds until a vehicle is looked at again that could not be. */
const LATER = 10 * 60_000;

/** Puts off looking at a vehicle; part of a transaction. */
export async function postpone({ db, now }: Transaction, vehicleId: string): Promise<void> {
	await db
		.update(webhookSubscriptions)
		.set({ lookAt: now + LATER })
		.where(eq(webhookSubscriptions.vehicleId, vehicleId))
		.returning({ id: webhookSubscriptions.id });
}

/** A subscription that runs, with what its receiver is told by. */
export interface Subscriber {
	readonly id: string;
	readonly webhook: { readonly id: string; readonly name: string; readonly clientId: string };
	readonly triggers: readonly SignalCode[];
	readonly signals: readonly SignalCode[];
	readonly granted: readonly PermissionName[];
	readonly watchedUntil: number | null;
	readonly lookAt: number | null;
	readonly told: Readonly<Record<string, string>>;
	readonly openErrors: readonly string[];
	/** What every call is refused with before the vehicle is asked; null where it is asked. */
	readonly refused: string | null;
	readonly subject: (profile: Profile) => Subject;
}

/** All that are told of a vehicle; part of a transaction. */
export async function subscribersOf(
	{ db }: Transaction,
	vehicleId: string
): Promise<readonly Subscriber[]> {
	const rows = await db
		.select({
			subscription: webhookSubscriptions,
			webhook: webhooks,
			connection: connections,
			vehicle: vehicles,
			passwordChanges: vehicleAccounts.passwordChanges,
			userId: TOLD_USER_ID,
			toldId: TOLD_VEHICLE_ID
		})
		.from(webhookSubscriptions)
		.innerJoin(webhooks, eq(webhooks.id, webhookSubscriptions.webhookId))
		.innerJoin(connections, eq(connections.id, webhookSubscriptions.connectionId))
		.innerJoin(vehicles, eq(vehicles.id, webhookSubscriptions.vehicleId))
		.innerJoin(vehicleAccounts, eq(vehicleAccounts.id, connections.accountId))
		.leftJoin(toldIds, OF_THE_VEHICLE)
		.where(and(eq(webhookSubscriptions.vehicleId, vehicleId), RUNNING));
	// One that is damaged keeps nobody else from being told.
	return readEach(rows, (row): Subscriber => {
		const { subscription, webhook, connection, vehicle, userId, toldId } = row;
		const { id, watchedUntil, lookAt } = subscription;
		const { make, model, year } = vehicle;
		const { mode, externalId } = connection;
		return {
			...{ id, watchedUntil, lookAt },
			webhook,
			triggers: readJson(webhook.triggers, webhook.id).filter(isSignalCode),
			signals: readJson(webhook.signals, webhook.id).filter(isSignalCode),
			granted: readJson(connection.granted, connection.id),
			told: readJson(subscription.told, id),
			openErrors: readJson(subscription.openErrors, id),
			refused: refusedWith(row),
			subject: ({ powertrain }) => ({
				user: { id: userId, externalId },
				vehicle: { id: toldId, make, model, year, mode, powertrain }
			})
		};
	}).read;
}

interface Judged {
	readonly connection: Pick<typeof connections.$inferSelect, 'passwordChanges'>;
	readonly vehicle: Pick<typeof vehicles.$inferSelect, 'fault' | 'deletedAt'>;
	readonly passwordChanges: number;
}

function refusedWith({ connection, vehicle, passwordChanges }: Judged): string | null {
	const judgement = judgeCall({
		...{ permissions: [], granted: [], capable: true, fault: vehicle.fault },
		account: {
			passwordCurrent: connection.passwordChanges >= passwordChanges,
			vehicleDeleted: vehicle.deletedAt !== null
		},
		plan: { limit: null, calls: 0 }
	});
	if (judgement.kind === 'account') return `CONNECTED_SERVICES_ACCOUNT:${judgement.code}`;
	return judgement.kind === 'fault' ? `${judgement.type}:${judgement.code}` : null;
}

/** Whether an owner granted all that a signal needs. */
export function isGranted(granted: readonly PermissionName[], code: SignalCode): boolean {
	const needed = officialCatalog.item(code)?.permissions ?? [];
	return needed.every((name) => granted.includes(name));
}

const NOT_CAPABLE = { type: 'COMPATIBILITY', code: 'VEHICLE_NOT_CAPABLE' } as const;

/** The signals of a webhook with the errors that do not pass by themselves. */
export function lastingErrors(
	{ signals, granted }: Pick<Subscriber, 'signals' | 'granted'>,
	profile: Profile
): readonly ToldSignal[] {
	const had = signalsOf(profile);
	return signals.map((code) => ({
		...{ code, body: null, oemUpdatedAt: null, retrievedAt: null },
		error: had.has(code) ? null : NOT_CAPABLE,
		isGranted: isGranted(granted, code)
	}));
}
