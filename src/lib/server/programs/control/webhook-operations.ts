import { z } from 'zod';
import { MOST_DELIVERIES_LISTED } from './deliveries.ts';
import { CANNOT_BE_READ, type Operation } from './operation.ts';
import * as examples from './webhook-examples.ts';

const WEBHOOK_ID = {
	name: 'webhookId',
	in: 'path',
	required: true,
	description: 'Of GET /sandbox/api/webhooks',
	schema: z.string()
} as const;

const NO_SUCH_WEBHOOK = { 404: 'There is no webhook with this id, or no longer.' };

const OF_A_QUERY = {
	description: 'A parameter cannot be used; problems names it.',
	schemas: ['ControlRefusal'],
	examples: {}
} as const;

export const WEBHOOK_OPERATIONS: readonly Operation[] = [
	{
		path: '/sandbox/api/webhooks',
		method: 'get',
		id: 'listSandboxWebhooks',
		summary: 'The webhooks that are there',
		description: 'Those of all applications, or of one.',
		parameters: [
			{
				...{ name: 'clientId', in: 'query', required: false },
				description: 'Of this application alone',
				schema: z.string()
			}
		],
		request: null,
		answer: {
			description: 'All of them.',
			schemas: ['SandboxWebhooksAnswer'],
			examples: { one: examples.WEBHOOKS }
		},
		refusal: OF_A_QUERY
	},
	{
		path: '/sandbox/api/webhooks',
		method: 'post',
		id: 'addWebhook',
		summary: 'Makes a webhook, which is verified at once',
		description:
			'VERIFY is posted to its receiver before this is answered. One that does not prove itself makes no webhook. Where the management token is made by this request nobody can know it yet: then it is enough that the receiver answers with 2xx.',
		request: {
			description: 'Where to, when, and what',
			schemas: ['WebhookRequest'],
			examples: { home: examples.WEBHOOK }
		},
		answer: {
			description: 'It is there, and runs.',
			schemas: ['MadeWebhookAnswer'],
			examples: { made: examples.MADE }
		},
		refusal: {
			description: `${CANNOT_BE_READ} Or the receiver did not prove itself.`,
			schemas: ['ControlRefusal'],
			examples: { receiver: examples.NOT_PROVED }
		}
	},
	{
		path: '/sandbox/api/webhooks/{webhookId}',
		method: 'post',
		id: 'switchWebhook',
		summary: 'Switches a webhook on or off',
		description:
			'Off, it is told nothing, and nothing is kept for later. On again, a first delivery follows for each of its vehicles.',
		parameters: [WEBHOOK_ID],
		request: {
			description: 'On or off',
			schemas: ['WebhookStateRequest'],
			examples: { off: examples.SWITCH_OFF }
		},
		answer: {
			description: 'As it stands now.',
			schemas: ['SandboxWebhookAnswer'],
			examples: { off: examples.SWITCHED_OFF }
		},
		refusal: { description: CANNOT_BE_READ, schemas: ['ControlRefusal'], examples: {} },
		others: NO_SUCH_WEBHOOK
	},
	{
		path: '/sandbox/api/webhooks/{webhookId}',
		method: 'delete',
		id: 'deleteWebhook',
		summary: 'Deletes a webhook',
		description: 'Its subscriptions and the log of its deliveries go along.',
		parameters: [WEBHOOK_ID],
		request: null,
		answer: {
			description: 'It is gone.',
			schemas: ['DeletedWebhookAnswer'],
			examples: { deleted: examples.DELETED_WEBHOOK }
		},
		refusal: null,
		others: NO_SUCH_WEBHOOK
	},
	{
		path: '/sandbox/api/webhooks/{webhookId}/subscriptions',
		method: 'post',
		id: 'subscribeVehicle',
		summary: 'Subscribes a webhook to a vehicle',
		description:
			'Its application has to be connected to the vehicle. A first delivery follows at once; the same again changes nothing.',
		parameters: [WEBHOOK_ID],
		request: {
			description: 'Which vehicle',
			schemas: ['VehicleSubscriptionRequest'],
			examples: { one: examples.OF_VEHICLE }
		},
		answer: {
			description: 'One for each mode in which it is connected.',
			schemas: ['VehicleSubscriptionAnswer'],
			examples: { subscribed: examples.SUBSCRIBED }
		},
		refusal: {
			description: `${CANNOT_BE_READ} Or the vehicle is not connected.`,
			schemas: ['ControlRefusal'],
			examples: {}
		},
		others: NO_SUCH_WEBHOOK
	},
	{
		path: '/sandbox/api/webhooks/{webhookId}/subscriptions/{vehicleId}',
		method: 'delete',
		id: 'unsubscribeVehicle',
		summary: 'Ends the subscriptions of a webhook to a vehicle',
		description: 'What waits to be told by them is dropped.',
		parameters: [
			WEBHOOK_ID,
			{
				...{ name: 'vehicleId', in: 'path', required: true },
				description: 'Of GET /sandbox/api/vehicles, or as the application knows it',
				schema: z.string()
			}
		],
		request: null,
		answer: {
			description: 'Those that ended.',
			schemas: ['VehicleSubscriptionAnswer'],
			examples: { ended: examples.SUBSCRIBED }
		},
		refusal: OF_A_QUERY,
		others: NO_SUCH_WEBHOOK
	},
	{
		path: '/sandbox/api/webhooks/{webhookId}/test',
		method: 'post',
		id: 'testWebhook',
		summary: 'Sends samples to a webhook',
		description:
			'A VEHICLE_STATE with every trigger and a VEHICLE_ERROR, of a vehicle that nobody has: meta.mode says TEST.',
		parameters: [WEBHOOK_ID],
		request: { description: 'Nothing', schemas: ['TestRequest'], examples: { samples: {} } },
		answer: {
			description: 'They are on their way.',
			schemas: ['TestAnswer'],
			examples: { sent: examples.TESTED }
		},
		refusal: {
			description: 'The webhook is off, or not verified.',
			schemas: ['ControlRefusal'],
			examples: {}
		},
		others: NO_SUCH_WEBHOOK
	},
	{
		path: '/sandbox/api/deliveries',
		method: 'get',
		id: 'listDeliveries',
		summary: 'What the receiver of a webhook was told',
		description: 'Each event once, with all attempts to send it and what came back.',
		parameters: [
			{
				...{ name: 'webhook', in: 'query', required: true },
				description: 'Of GET /sandbox/api/webhooks',
				schema: z.string()
			},
			{
				...{ name: 'limit', in: 'query', required: false },
				description: 'How many at a time',
				schema: z.int().min(1).max(MOST_DELIVERIES_LISTED).default(20)
			},
			{
				...{ name: 'after', in: 'query', required: false },
				description: 'Lists those before; next of the answer before',
				schema: z.int()
			}
		],
		request: null,
		answer: {
			description: 'Some of them, the newest first.',
			schemas: ['DeliveriesAnswer'],
			examples: { verified: examples.DELIVERIES }
		},
		refusal: OF_A_QUERY
	}
];
