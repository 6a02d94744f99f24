import { z } from 'zod';
import { Link, Uuid, VehicleAttributes } from './vehicle.ts';

const Instant = z.iso.datetime();

const Signal = z.strictObject({ code: z.string(), name: z.string(), group: z.string() });

const Webhook = z.strictObject({
	id: Uuid,
	type: z.literal('webhook'),
	attributes: z.strictObject({
		name: z.string(),
		callbackUri: z.url(),
		errorCallbackUri: z.url().nullable().describe('Null where errors go to callbackUri, too'),
		isEnabled: z.boolean(),
		autoSubscribe: z.boolean(),
		triggers: z
			.array(z.strictObject({ type: z.literal('SIGNAL_UPDATED'), signal: Signal }))
			.describe('They decide when it is told'),
		signals: z.array(Signal).describe('They decide what it is told')
	}),
	meta: z.strictObject({ createdAt: Instant }),
	links: z.strictObject({ self: Link })
});

const related = (type: string) =>
	z.strictObject({
		data: z.strictObject({ id: Uuid, type: z.literal(type) }),
		links: z.strictObject({ related: Link })
	});

const Subscription = z.strictObject({
	id: Uuid,
	type: z.literal('subscription'),
	attributes: z.strictObject({ vehicle: VehicleAttributes }),
	relationships: z.strictObject({
		webhook: related('webhook'),
		user: z.strictObject({ data: z.strictObject({ id: Uuid, type: z.literal('user') }) }),
		vehicle: related('vehicle')
	}),
	meta: z.strictObject({ createdAt: Instant, updatedAt: Instant }),
	links: z.strictObject({ self: Link })
});

const page = {
	meta: z.strictObject({
		pageNumber: z.int().positive(),
		pageSize: z.int().positive(),
		totalCount: z.int().nonnegative(),
		orderBy: z.literal('createdAt'),
		orderDirection: z.literal('DESC')
	}),
	links: z.strictObject({
		self: Link,
		first: Link,
		prev: Link.nullable(),
		next: Link.nullable(),
		last: Link
	})
};

export const WebhookAnswer = z.strictObject({ data: Webhook });
export const WebhooksAnswer = z.strictObject({
	data: z.array(Webhook).describe('The newest first'),
	...page
});

export const SubscriptionAnswer = z.strictObject({ data: Subscription });
export const SubscriptionsAnswer = z.strictObject({
	data: z.array(Subscription).describe('The newest first'),
	...page
});

/** What is told of a subscription that begins. */
export const SubscriptionBegins = z.strictObject({ meta: z.strictObject({ message: z.string() }) });

const WantedId = z.uuid({ error: 'is a UUID' });

export const SubscriptionRequest = z.strictObject({
	data: z.strictObject({
		attributes: z.strictObject({
			webhookId: WantedId,
			userId: WantedId.describe('As user_id of the redirect said'),
			vehicleId: WantedId
		})
	})
});
