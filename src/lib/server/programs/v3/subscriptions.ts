import { profileOfVehicle } from '#lib/vehicles/profiles/profile-of-vehicle.ts';
import type { z } from 'zod';
import { findToldVehicle } from '../../connect/told-vehicle.ts';
import {
	findSubscription,
	listSubscriptions,
	subscribe,
	unsubscribe,
	type Subscription
} from '../../webhooks/subscriptions.ts';
import { findWebhook } from '../../webhooks/webhooks.ts';
import { Refused } from '../endpoint.ts';
import { v3Answer, v3Done, v3Refusal } from './answers.ts';
import { applicationEndpoint, idOf, nothingCalled } from './application-endpoint.ts';
import { pagingOf } from './bodies/paging.ts';
import { vehicleAttributes } from './bodies/vehicle.ts';
import { appliedFilters, readListQuery, SubscriptionsQuery } from './list-query.ts';
import { originOf } from './reach.ts';
import { SubscriptionRequest } from './schemas/webhook.ts';
import { readSent } from './sent.ts';
import { styleOf } from './style.ts';

/** `GET /v3/subscriptions`: those of an application, a page at a time. */
export const subscriptions = applicationEndpoint(async (call, { clientId }) => {
	const query = readListQuery(call, SubscriptionsQuery);
	if (query instanceof Refused) return query.answer;
	const [size, number] = [query['page[size]'], query['page[number]']];
	const filter = {
		userId: query['filter[userId]'],
		webhookId: query['filter[webhookId]'],
		vehicleId: query['filter[vehicleId]'],
		mode: query['filter[vehicle.mode]']
	};
	const { total, subscriptions: found } = await call.context.read((transaction) =>
		listSubscriptions(transaction, clientId, filter, { size, offset: (number - 1) * size })
	);
	const style = styleOf('2026', originOf(call));
	const page = { number, size, total };
	const paging = pagingOf(style, '/subscriptions', page, appliedFilters(query));
	const data = found.map((one) => subscriptionBody(style.base, one));
	return v3Answer(call.envelope.id, { data, ...paging });
});

/** `GET /v3/subscriptions/{id}`. */
export const subscription = applicationEndpoint(async (call, { clientId }) => {
	const id = idOf(call, 'subscriptionId');
	if (id instanceof Refused) return id.answer;
	const found = await findSubscription(call.context, clientId, id);
	if (!found) return nothingCalled(call, 'SUBSCRIPTION').answer;
	const { base } = styleOf('2026', originOf(call));
	return v3Answer(call.envelope.id, { data: subscriptionBody(base, found) });
});

/** `POST /v3/subscriptions`: it begins at once, though the platform says that it is under way. */
export const beginSubscription = applicationEndpoint(async (call, { clientId }) => {
	const sent = await readSent(call, SubscriptionRequest);
	if (sent instanceof Refused) return sent.answer;
	const { webhookId, userId, vehicleId } = idsOf(sent);
	const begun = await call.context.write(async (transaction) => {
		if (!(await findWebhook(transaction, clientId, webhookId))) return 'WEBHOOK';
		const vehicle = await findToldVehicle(transaction, clientId, vehicleId, userId);
		if (!vehicle) return 'VEHICLE';
		const { connectionId } = vehicle;
		const outcome = await subscribe(transaction, { clientId, webhookId, connectionId });
		return outcome.ok ? null : 'EXISTS';
	});
	const { id } = call.envelope;
	if (begun === null) {
		const body = { meta: { message: 'subscription creation in progress' } };
		return { ...v3Answer(id, body), status: 202 };
	}
	if (begun === 'EXISTS') return v3Refusal(id, 'RESOURCE_CONFLICT:SUBSCRIPTION_EXISTS');
	return nothingCalled(call, begun).answer;
});

/** `DELETE /v3/subscriptions/{id}`. */
export const endSubscription = applicationEndpoint(async (call, { clientId }) => {
	const id = idOf(call, 'subscriptionId');
	if (id instanceof Refused) return id.answer;
	const ended = await unsubscribe(call.context, clientId, { id });
	return ended.ok ? v3Done(call.envelope.id) : nothingCalled(call, 'SUBSCRIPTION').answer;
});

function idsOf({ data: { attributes } }: z.infer<typeof SubscriptionRequest>) {
	const { webhookId, userId, vehicleId } = attributes;
	return {
		webhookId: webhookId.toLowerCase(),
		userId: userId.toLowerCase(),
		vehicleId: vehicleId.toLowerCase()
	};
}

function subscriptionBody(base: string, subscription: Subscription): object {
	const { id, webhookId, userId, vehicleId, mode, createdAt, vehicle } = subscription;
	const { make, model, year } = vehicle;
	const { powertrain } = profileOfVehicle(vehicle);
	const begunAt = new Date(createdAt).toISOString();
	return {
		id,
		type: 'subscription',
		attributes: {
			vehicle: vehicleAttributes({ id: vehicleId, make, model, year, mode, powertrain })
		},
		relationships: {
			webhook: {
				data: { id: webhookId, type: 'webhook' },
				links: { related: `${base}/webhooks/${webhookId}` }
			},
			user: { data: { id: userId, type: 'user' } },
			vehicle: {
				data: { id: vehicleId, type: 'vehicle' },
				links: { related: `${base}/vehicles/${vehicleId}` }
			}
		},
		meta: { createdAt: begunAt, updatedAt: begunAt },
		links: { self: `${base}/subscriptions/${id}` }
	};
}
