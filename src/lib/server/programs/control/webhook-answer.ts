import { CONNECT_MODES } from '#lib/connect/session-data.ts';
import { z } from 'zod';
import { EVENT_STATES, EVENT_TYPES } from '../../db/webhook-schema.ts';

const Time = z.iso.datetime();

/** A webhook that was made, and proved. */
export const MadeWebhookAnswer = z.strictObject({
	id: z.uuid(),
	managementToken: z.string().describe('Its deliveries are signed with it')
});

/** A webhook as it stands. */
export const SandboxWebhookAnswer = z.strictObject({
	id: z.uuid(),
	clientId: z.uuid(),
	name: z.string(),
	callbackUri: z.url(),
	errorUri: z.url().nullable().describe('Null where errors go to callbackUri, too'),
	triggers: z.array(z.string()),
	signals: z.array(z.string()),
	autoSubscribe: z.boolean(),
	verified: z.boolean().describe('Whether its receiver has proved itself; else it is told nothing'),
	enabled: z.boolean(),
	createdAt: Time
});

export const SandboxWebhooksAnswer = z.strictObject({
	webhooks: z.array(SandboxWebhookAnswer).describe('The oldest first')
});

/** A webhook that was deleted. */
export const DeletedWebhookAnswer = z.strictObject({ id: z.uuid(), deleted: z.literal(true) });

/** Subscriptions to a vehicle: one for each mode in which it is connected. */
export const VehicleSubscriptionAnswer = z.strictObject({
	subscriptions: z.array(
		z.strictObject({
			id: z.uuid(),
			vehicleId: z.string().describe('As the application knows it'),
			userId: z.uuid(),
			mode: z.enum(CONNECT_MODES)
		})
	)
});

/** The events of a test. */
export const TestAnswer = z.strictObject({
	events: z.array(z.strictObject({ eventId: z.uuid(), type: z.enum(EVENT_TYPES) }))
});

const Attempt = z.strictObject({
	deliveryId: z.uuid(),
	uri: z.url(),
	at: Time.describe('By the rehearsal'),
	status: z.int().nullable().describe('Of the answer; null where none came'),
	error: z
		.string()
		.nullable()
		.describe('Why it does not count, e.g. status, timed-out; null where it was taken'),
	fault: z.string().nullable().describe('What was made to go wrong with it'),
	signature: z.string().nullable().describe('SC-Signature as it was sent'),
	body: z.string().describe('The text that was sent, and signed'),
	answer: z.string().nullable().describe('The body of the answer, as far as it is kept'),
	durationMs: z.int().nonnegative()
});

const DeliveryRow = z.strictObject({
	id: z.int(),
	eventId: z.uuid().describe('The same at each attempt'),
	type: z.enum(EVENT_TYPES),
	test: z.boolean().describe('A sample that somebody asked for'),
	vehicleId: z.string().nullable().describe('Of GET /sandbox/api/vehicles; null for none'),
	state: z.enum(EVENT_STATES).describe('To be sent, taken by the receiver, or given up'),
	happenedAt: Time.describe('By the rehearsal'),
	dueAt: Time.nullable().describe('When it is sent next, by the rehearsal; null once that is over'),
	body: z.looseObject({}).describe('As it was last sent, or as it will be'),
	attempts: z.array(Attempt).describe('The first comes first')
});

export const DeliveriesAnswer = z.strictObject({
	deliveries: z.array(DeliveryRow).describe('The newest come first'),
	next: z.int().nullable().describe('To be sent as after for those before; null at the end')
});
