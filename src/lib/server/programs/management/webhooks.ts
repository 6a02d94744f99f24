import type { z } from 'zod';
import type { DescribedOperation } from '../openapi/document.ts';
import { path, refused } from '../openapi/vehicle-parts.ts';
import { SubscriptionsQuery, WebhooksQuery } from '../v3/list-query.ts';
import { NO_JSON, NOTHING, queryParameters, REFUSALS, TOO_LARGE } from '../v3/operation-parts.ts';
import {
	SubscriptionAnswer,
	SubscriptionBegins,
	SubscriptionRequest,
	SubscriptionsAnswer,
	WebhookAnswer,
	WebhooksAnswer
} from '../v3/schemas/webhook.ts';

/** Bodies of what is told of webhooks, by their names in the description. */
export const WEBHOOK_SCHEMAS = {
	WebhookAnswer,
	WebhooksAnswer,
	SubscriptionAnswer,
	SubscriptionsAnswer,
	SubscriptionBegins,
	SubscriptionRequest
} satisfies Record<string, z.ZodType>;

const SUBSCRIPTION = path('subscriptionId', 'The subscription');
const security = ['applicationToken'];

const told = (description: string, schema: keyof typeof WEBHOOK_SCHEMAS) => ({
	description,
	schemas: [schema]
});

/** Webhooks are made on their page, or by the control API; here it is told which there are. */
export const WEBHOOK_OPERATIONS: readonly DescribedOperation<string>[] = [
	{
		path: '/v3/webhooks',
		method: 'get',
		id: 'listWebhooks',
		tag: 'Webhooks',
		summary: 'Webhooks of the application, the newest first',
		parameters: queryParameters(WebhooksQuery),
		answers: { 200: told('One page of them.', 'WebhooksAnswer'), ...REFUSALS },
		security
	},
	{
		path: '/v3/webhooks/{webhookId}',
		method: 'get',
		id: 'getWebhook',
		tag: 'Webhooks',
		summary: 'One webhook',
		parameters: [path('webhookId', 'The webhook')],
		answers: { 200: told('It.', 'WebhookAnswer'), ...REFUSALS },
		security
	},
	{
		path: '/v3/subscriptions',
		method: 'get',
		id: 'listSubscriptions',
		tag: 'Subscriptions',
		summary: 'Of which vehicles webhooks are told, the newest subscription first',
		parameters: queryParameters(SubscriptionsQuery),
		answers: { 200: told('One page of them.', 'SubscriptionsAnswer'), ...REFUSALS },
		security
	},
	{
		path: '/v3/subscriptions',
		method: 'post',
		id: 'createSubscription',
		tag: 'Subscriptions',
		summary: 'Subscribes a webhook to a vehicle',
		description: 'It begins at once, with a first delivery where the webhook is verified and on.',
		parameters: [],
		request: 'SubscriptionRequest',
		answers: {
			202: told('It begins.', 'SubscriptionBegins'),
			...REFUSALS,
			409: refused('The webhook is subscribed to the vehicle already.'),
			413: TOO_LARGE,
			415: NO_JSON
		},
		security
	},
	{
		path: '/v3/subscriptions/{subscriptionId}',
		method: 'get',
		id: 'getSubscription',
		tag: 'Subscriptions',
		summary: 'One subscription',
		parameters: [SUBSCRIPTION],
		answers: { 200: told('It.', 'SubscriptionAnswer'), ...REFUSALS },
		security
	},
	{
		path: '/v3/subscriptions/{subscriptionId}',
		method: 'delete',
		id: 'deleteSubscription',
		tag: 'Subscriptions',
		summary: 'Ends a subscription',
		description: 'What waits to be told by it is dropped.',
		parameters: [SUBSCRIPTION],
		answers: { 204: NOTHING, ...REFUSALS },
		security
	}
];
