import { EXAMPLE_CLIENT_ID } from '#lib/access/client-id.ts';
import type { z } from 'zod';
import type { ControlRefusal } from './answer-schemas.ts';
import type {
	DeletedWebhookAnswer,
	DeliveriesAnswer,
	MadeWebhookAnswer,
	SandboxWebhookAnswer,
	SandboxWebhooksAnswer,
	TestAnswer,
	VehicleSubscriptionAnswer
} from './webhook-answer.ts';
import type {
	VehicleSubscriptionRequest,
	WebhookRequest,
	WebhookStateRequest
} from './webhook-request.ts';

const ID = '5bd8c1f0-7a3e-4d26-9b41-8e2f6c0d7a93';
const EVENT_ID = 'bead4c92-1f60-4e8b-a7d3-0c5b9e2f8a16';
const TOKEN = 'a-management-token-for-tests';
const CALLBACK = 'http://127.0.0.1:8000/webhooks';
const CHARGE = 'tractionbattery-stateofcharge';

export const WEBHOOK: z.input<typeof WebhookRequest> = {
	clientId: EXAMPLE_CLIENT_ID,
	name: 'Home',
	callbackUri: CALLBACK,
	triggers: [CHARGE],
	signals: [CHARGE, 'odometer-traveleddistance'],
	autoSubscribe: true,
	managementToken: TOKEN
};

export const MADE: z.input<typeof MadeWebhookAnswer> = { id: ID, managementToken: TOKEN };

export const NOT_PROVED: z.input<typeof ControlRefusal> = {
	error: 'invalid_request',
	error_description: `callbackUri: ${CALLBACK} got no VERIFY: nobody listens there; start the receiver first.`,
	requestId: '1f9d7c52-3b64-4a0e-8c27-5e9a0d4b6f38',
	problems: [
		{
			path: 'callbackUri',
			message: `${CALLBACK} got no VERIFY: nobody listens there; start the receiver first.`
		}
	]
};

const ROW: z.input<typeof SandboxWebhookAnswer> = {
	id: ID,
	clientId: EXAMPLE_CLIENT_ID,
	name: 'Home',
	callbackUri: CALLBACK,
	errorUri: null,
	triggers: [CHARGE],
	signals: [CHARGE, 'odometer-traveleddistance'],
	autoSubscribe: true,
	verified: true,
	enabled: true,
	createdAt: '2026-11-23T14:02:00.000Z'
};

export const WEBHOOKS: z.input<typeof SandboxWebhooksAnswer> = { webhooks: [ROW] };

export const SWITCH_OFF: z.input<typeof WebhookStateRequest> = { enabled: false };

export const SWITCHED_OFF: z.input<typeof SandboxWebhookAnswer> = { ...ROW, enabled: false };

export const DELETED_WEBHOOK: z.input<typeof DeletedWebhookAnswer> = { id: ID, deleted: true };

export const OF_VEHICLE: z.input<typeof VehicleSubscriptionRequest> = {
	vehicleId: '3d9b6c1e-8a47-4f52-b0d3-7c5e2a9f4d18'
};

export const SUBSCRIBED: z.input<typeof VehicleSubscriptionAnswer> = {
	subscriptions: [
		{
			id: 'c7a2e914-6b3d-4f80-8e15-2d9f0b7c4a61',
			vehicleId: '3d9b6c1e-8a47-4f52-b0d3-7c5e2a9f4d18',
			userId: '6e2a4f07-5d8b-4c1a-9f3e-0b7d2c5a8e91',
			mode: 'simulated'
		}
	]
};

export const TESTED: z.input<typeof TestAnswer> = {
	events: [
		{ eventId: EVENT_ID, type: 'VEHICLE_STATE' },
		{ eventId: '1d7f3b50-9c2e-4a68-b1d4-7e0a5c8f2b93', type: 'VEHICLE_ERROR' }
	]
};

const VERIFY = {
	eventId: EVENT_ID,
	eventType: 'VERIFY',
	data: { challenge: 'nsQsLU7wY9WKt2IU' },
	meta: {
		deliveryId: '54e2b8d1-0c7a-4f96-8b23-6d1e9a5f7c40',
		deliveredAt: '2026-11-23T14:02:00.000Z',
		version: '4.0',
		webhookId: ID,
		webhookName: 'Home'
	}
};

export const DELIVERIES: z.input<typeof DeliveriesAnswer> = {
	deliveries: [
		{
			id: 1,
			eventId: EVENT_ID,
			type: 'VERIFY',
			test: false,
			vehicleId: null,
			state: 'delivered',
			happenedAt: '2026-11-23T14:02:00.000Z',
			dueAt: null,
			body: VERIFY,
			attempts: [
				{
					deliveryId: VERIFY.meta.deliveryId,
					uri: CALLBACK,
					at: '2026-11-23T14:02:00.000Z',
					status: 200,
					error: null,
					fault: null,
					signature: null,
					body: JSON.stringify(VERIFY),
					answer: '{"challenge":"b0b9…"}',
					durationMs: 4
				}
			]
		}
	],
	next: null
};
