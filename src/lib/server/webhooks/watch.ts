import type { Vehicle } from '#lib/vehicles/kept.ts';
import { seenFetch } from '#lib/vehicles/platform/fetching.ts';
import { fetchesOf } from '#lib/vehicles/platform/memory.ts';
import { profileOf } from '#lib/vehicles/profiles/profiles.ts';
import { lookAtFetches, nextLook, type Looked } from '#lib/webhooks/looks.ts';
import { errorsNow } from '#lib/webhooks/open-errors.ts';
import type { EventBody } from '#lib/webhooks/payloads/event.ts';
import { vehicleError } from '#lib/webhooks/payloads/vehicle-error.ts';
import { vehicleState } from '#lib/webhooks/payloads/vehicle-state.ts';
import { eq } from 'drizzle-orm';
import type { Transaction } from '../context.ts';
import { webhookSubscriptions } from '../db/webhook-schema.ts';
import { newEventId, queueEvents } from './outbox.ts';
import {
	isGranted,
	isSubscribed,
	lastingErrors,
	subscribersOf,
	type Subscriber
} from './watched-vehicle.ts';

/** A vehicle as its life was kept before what is to be looked at, and as it goes on. */
export interface WatchedVehicle {
	/** Its own id. */
	readonly id: string;
	readonly life: Vehicle;
	/** As it is kept from now on, where something became of it. */
	readonly after?: Vehicle;
}

/**
 * Tells the receivers of a vehicle what its fetches brought until now, and when to look again; part of
 * the transaction that changes it. Nothing else tells them anything of it.
 */
export async function tellReceivers(
	transaction: Transaction,
	vehicle: WatchedVehicle
): Promise<void> {
	if (!(await isSubscribed(transaction, vehicle.id))) return;
	for (const subscriber of await subscribersOf(transaction, vehicle.id)) {
		await tellReceiver(transaction, subscriber, vehicle);
	}
}

async function tellReceiver(
	transaction: Transaction,
	subscriber: Subscriber,
	{ id, life, after = life }: WatchedVehicle
): Promise<void> {
	const { db, now } = transaction;
	const { refused, openErrors, webhook } = subscriber;
	const profile = profileOf(life.state.profile);
	const subject = subscriber.subject(profile);
	const looked =
		refused === null ? look(subscriber, { life, after, now }) : blind(subscriber, life, now);
	const happened: { at: number; body: EventBody }[] = looked.seen.map(({ at, ...seen }) => ({
		at,
		body: vehicleState({ eventId: newEventId(), webhook, sequence: at }, { ...subject, ...seen })
	}));
	const errors = errorsNow(openErrors, refused, lastingErrors(subscriber, profile));
	if (errors.told.length > 0) {
		const facts = { eventId: newEventId(), webhook, sequence: now };
		const body = vehicleError(facts, { ...subject, errors: errors.told });
		happened.push({ at: now, body });
	}
	await queueEvents(
		transaction,
		happened.map(({ at, body }) => ({
			...{ webhookId: webhook.id, vehicleId: id, happenedAt: at, body }
		}))
	);
	const until = shifted(looked.watchedUntil, life, after);
	await db
		.update(webhookSubscriptions)
		.set({
			watchedUntil: until,
			told: looked.told,
			openErrors: errors.open,
			lookAt: refused === null ? nextOf(subscriber, after, { until, now }) : null
		})
		.where(eq(webhookSubscriptions.id, subscriber.id))
		.returning({ id: webhookSubscriptions.id });
}

type Looks = Pick<Looked, 'seen' | 'told'> & { readonly watchedUntil: number | null };

function look(
	subscriber: Subscriber,
	{ life, after, now }: { readonly life: Vehicle; readonly after: Vehicle; readonly now: number }
): Looks {
	const { triggers, signals, granted, watchedUntil, told, openErrors } = subscriber;
	// What is about no signal was about all of them.
	const isBack = openErrors.some((error) => !error.includes(' '));
	const watched = { triggers, signals, watchedUntil, told, isBack };
	return lookAtFetches(
		life,
		{ ...watched, isGranted: (code) => isGranted(granted, code) },
		now,
		after
	);
}

/** While every call is refused the platform fetches nothing. */
function blind({ told, watchedUntil }: Subscriber, life: Vehicle, now: number): Looks {
	const until = watchedUntil === null ? null : seenFetch(fetchesOf(life), now);
	return { seen: [], told, watchedUntil: until };
}

/** With another delay the fetches that are known to have been looked at lie elsewhere. */
function shifted(until: number | null, life: Vehicle, after: Vehicle): number | null {
	return until === null ? null : until - life.delays.report + after.delays.report;
}

function nextOf(
	{ triggers }: Subscriber,
	after: Vehicle,
	{ until, now }: { readonly until: number | null; readonly now: number }
): number | null {
	const next = until === null ? null : nextLook(after, triggers, { watchedUntil: until, now });
	// What happens at this very moment may not be all that does.
	return next === null ? null : Math.max(next, now + 1);
}
