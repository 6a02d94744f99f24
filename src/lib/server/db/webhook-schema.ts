import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { clientId } from './client-schema.ts';
import {
	check,
	counter,
	flag,
	index,
	isFlag,
	isJson,
	oneOf,
	primaryKey,
	storedJson,
	table,
	text,
	time,
	uniqueIndex,
	whole
} from './columns.ts';
import { connections } from './connect-schema.ts';
import { vehicles } from './vehicle-schema.ts';

/** Codes of signals, in the order in which they were chosen. */
const Codes = z.array(z.string()).readonly();

/** Errors that a receiver was told of and that have not ended, as `TYPE:CODE` or `TYPE`, each with the signals that answer it behind a space. */
const OpenErrors = z.array(z.string()).readonly();

/** What each trigger last told, as text that is compared. */
const Told = z.record(z.string(), z.string()).readonly();

/** Headers of a request or an answer, by their names in small letters. */
const Headers = z.record(z.string(), z.string()).readonly();

export const EVENT_TYPES = ['VERIFY', 'VEHICLE_STATE', 'VEHICLE_ERROR'] as const;

/** Where an event stands: to be sent, taken by its receiver, or given up. */
export const EVENT_STATES = ['waiting', 'delivered', 'dropped'] as const;

/** Where an application wants to be told what changes about vehicles. */
export const webhooks = table(
	'webhooks',
	{
		id: text().primaryKey(),
		clientId: clientId(),
		name: text().notNull(),
		callbackUri: text().notNull(),
		/** Where errors go; null for where everything goes. */
		errorUri: text(),
		/** Signals that decide when. */
		triggers: storedJson({ name: 'webhooks.triggers', schema: Codes }).notNull(),
		/** Signals that decide what is told. */
		signals: storedJson({ name: 'webhooks.signals', schema: Codes }).notNull(),
		/** Subscribes every vehicle that is connected, but simulated ones that were added by hand. */
		autoSubscribe: flag().notNull(),
		/** `VERIFY` is signed as well, which the platform's documentation says and the platform does not. */
		signsVerify: flag().notNull().default(false),
		createdAt: time(),
		/** When its receiver proved itself; null until then, and nothing else is delivered before. */
		verifiedAt: whole(),
		/** Null while it is on. */
		disabledAt: whole()
	},
	(columns) => [
		index('webhooks_client_id').on(columns.clientId),
		check('webhooks_auto_subscribe', isFlag(columns.autoSubscribe)),
		check('webhooks_signs_verify', isFlag(columns.signsVerify)),
		check('webhooks_triggers', isJson(columns.triggers)),
		check('webhooks_signals', isJson(columns.signals))
	]
);

/** Vehicles that a webhook is told of, each by the connection that allows it. */
export const webhookSubscriptions = table(
	'webhook_subscriptions',
	{
		webhookId: text()
			.notNull()
			.references(() => webhooks.id, { onDelete: 'cascade' }),
		connectionId: text()
			.notNull()
			.references(() => connections.id, { onDelete: 'cascade' }),
		/** The vehicle's own id. */
		vehicleId: text()
			.notNull()
			.references(() => vehicles.id, { onDelete: 'cascade' }),
		createdAt: time(),
		/** Up to which time of the rehearsal the fetches of the vehicle were looked at; null before the first event. */
		watchedUntil: whole(),
		/** When to look again, by the rehearsal; null where nothing would be sent. */
		lookAt: whole(),
		openErrors: storedJson({ name: 'webhook_subscriptions.open_errors', schema: OpenErrors })
			.notNull()
			.default(sql`'[]'`),
		told: storedJson({ name: 'webhook_subscriptions.told', schema: Told })
			.notNull()
			.default(sql`'{}'`),
		/** As programs know it. */
		id: text().notNull()
	},
	(columns) => [
		primaryKey({ columns: [columns.webhookId, columns.connectionId] }),
		uniqueIndex('webhook_subscriptions_id').on(columns.id),
		index('webhook_subscriptions_vehicle_id').on(columns.vehicleId),
		index('webhook_subscriptions_connection_id').on(columns.connectionId),
		index('webhook_subscriptions_look_at').on(columns.lookAt)
	]
);

/** What is to be told, written down in the transaction of what it tells of. */
export const webhookEvents = table(
	'webhook_events',
	{
		id: counter(),
		/** As receivers know it; the same at each attempt. */
		eventId: text().notNull(),
		webhookId: text()
			.notNull()
			.references(() => webhooks.id, { onDelete: 'cascade' }),
		/** The vehicle's own id; null where it is about none. */
		vehicleId: text(),
		type: text({ enum: EVENT_TYPES }).notNull(),
		/** A sample that somebody asked for, of no vehicle that exists. */
		isTest: flag().notNull().default(false),
		/** The body without what each attempt adds: `deliveryId` and `deliveredAt`. */
		body: text().notNull(),
		/** By the rehearsal. */
		happenedAt: time(),
		state: text({ enum: EVENT_STATES }).notNull().default('waiting'),
		/** When it is sent next, by the rehearsal; null once that is over. */
		dueAt: whole(),
		/** Until when a server has it, by the machine; null where none has. */
		leasedUntil: whole(),
		tries: whole().notNull().default(0),
		/** Name of the fault that put it off, which happens once; null for none. */
		putOffBy: text()
	},
	(columns) => [
		uniqueIndex('webhook_events_event_id').on(columns.eventId),
		index('webhook_events_webhook_id').on(columns.webhookId, columns.id),
		// Of each webhook by itself: one whose receiver is silent may have many that are due.
		index('webhook_events_due')
			.on(columns.webhookId, columns.dueAt, columns.id)
			.where(sql`${columns.dueAt} is not null`),
		check('webhook_events_is_test', isFlag(columns.isTest)),
		check('webhook_events_type', oneOf(columns.type, EVENT_TYPES)),
		check('webhook_events_state', oneOf(columns.state, EVENT_STATES))
	]
);

/** Each time that an event was sent, with both sides of it. */
export const webhookAttempts = table(
	'webhook_attempts',
	{
		id: counter(),
		eventNumber: whole()
			.notNull()
			.references(() => webhookEvents.id, { onDelete: 'cascade' }),
		deliveryId: text().notNull(),
		uri: text().notNull(),
		/** By the rehearsal, and by the machine. */
		at: time(),
		machineAt: time(),
		/** As they were sent. */
		headers: storedJson({ name: 'webhook_attempts.headers', schema: Headers }).notNull(),
		body: text().notNull(),
		/** Of the answer; null where none came. */
		status: whole(),
		answerHeaders: storedJson({ name: 'webhook_attempts.answer_headers', schema: Headers }),
		/** As far as it is kept. */
		answerBody: text(),
		/** Why none came, or why it does not count: a code; null where all is well. */
		error: text(),
		/** Milliseconds of the machine. */
		duration: whole().notNull(),
		/** Name of the fault that was put into it; null for none. */
		fault: text()
	},
	(columns) => [
		index('webhook_attempts_event_number').on(columns.eventNumber),
		index('webhook_attempts_machine_at').on(columns.machineAt)
	]
);
