import { SIGNALS } from '#lib/vehicles/signals/signals.ts';
import { z } from 'zod';
import { VERSION } from './event.ts';

const Time = z.int().nonnegative().describe('Milliseconds since 1970');
const Code = z.enum(Object.keys(SIGNALS));

const Names = { code: Code, name: z.string(), group: z.string() };

const Meta = {
	deliveryId: z.uuid(),
	version: z.literal(VERSION),
	webhookId: z.uuid(),
	webhookName: z.string()
};

const ofVehicle = {
	...Meta,
	deliveredAt: Time,
	applicationId: z.uuid(),
	mode: z.enum(['LIVE', 'TEST']),
	sequence: Time
};

const eventId = z.uuid();

const subject = {
	user: z.strictObject({ id: z.uuid(), externalId: z.string().optional() }),
	vehicle: z.strictObject({
		id: z.uuid(),
		make: z.string(),
		model: z.string(),
		year: z.int(),
		mode: z.enum(['live', 'simulated', 'test']),
		powertrainType: z.enum(['BEV', 'PHEV', 'HEV', 'ICE']).nullable()
	})
};

const Failed = z.strictObject({
	value: z.literal('ERROR'),
	error: z.strictObject({ type: z.string(), code: z.string().nullable() })
});

const Signal = z.strictObject({
	...Names,
	body: z.looseObject({}).optional(),
	meta: z.strictObject({ oemUpdatedAt: Time, retrievedAt: Time }).optional(),
	status: z.union([z.strictObject({ value: z.literal('SUCCESS') }), Failed])
});

const Trigger = z.union([
	z.strictObject({ type: z.literal('FIRST_DELIVERY') }),
	z.strictObject({ type: z.literal('SIGNAL_UPDATED'), signal: z.strictObject(Names) })
]);

const ErrorPart = z.strictObject({
	type: z.string(),
	code: z.string().nullable(),
	state: z.enum(['ERROR', 'RESOLVED']),
	description: z.string(),
	docURL: z.url(),
	suggestedUserMessage: z.string().optional(),
	resolution: z.strictObject({ type: z.string().nullable() }).optional(),
	signals: z.array(z.strictObject(Names)).min(1).optional()
});

/** What a receiver is sent to prove itself. */
const VerifyDelivery = z.strictObject({
	eventId,
	eventType: z.literal('VERIFY'),
	data: z.strictObject({ challenge: z.string().regex(/^[A-Za-z0-9]{16}$/) }),
	meta: z.strictObject({ ...Meta, deliveredAt: z.iso.datetime() })
});

const VehicleStateDelivery = z.strictObject({
	eventId,
	eventType: z.literal('VEHICLE_STATE'),
	data: z.strictObject({ ...subject, signals: z.array(Signal) }),
	triggers: z.array(Trigger).min(1),
	meta: z.strictObject({ ...ofVehicle, signalCount: z.int().nonnegative() })
});

const VehicleErrorDelivery = z.strictObject({
	eventId,
	eventType: z.literal('VEHICLE_ERROR'),
	data: z.strictObject({ ...subject, errors: z.array(ErrorPart).min(1) }),
	meta: z.strictObject(ofVehicle)
});

/** The body of any delivery. */
export const Delivery = z.discriminatedUnion('eventType', [
	VerifyDelivery,
	VehicleStateDelivery,
	VehicleErrorDelivery
]);
