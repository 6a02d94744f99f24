import { UUID } from '#lib/access/client-id.ts';
import type { Problem } from '#lib/access/configuration.ts';
import type { Transaction } from '../../context.ts';
import { hasApplication } from '../../applications/has-application.ts';
import { findConnectionsTo } from '../../webhooks/find-connections.ts';
import { sendTest } from '../../webhooks/send-test.ts';
import {
	listSubscriptions,
	subscribe,
	unsubscribe,
	type Subscription
} from '../../webhooks/subscriptions.ts';
import { verifyWebhook } from '../../webhooks/verify-webhook.ts';
import { wakeWebhooks } from '../../wake-webhooks.ts';
import {
	createWebhook,
	deleteWebhook,
	disableWebhook,
	enableWebhook,
	findAnyWebhook,
	listWebhooks,
	type Webhook
} from '../../webhooks/webhooks.ts';
import type { Answer } from '../answer.ts';
import { queryOf, type Call } from '../call.ts';
import { controlAnswer, controlRefusal } from './answers.ts';
import { controlEndpoint, controlReading } from './endpoint.ts';
import { refuseProblems } from './read-body.ts';
import { STATE_FORM, SUBSCRIPTION_FORM, TEST_FORM, WEBHOOK_FORM } from './webhook-request.ts';
import { wantedWebhook } from './wanted-webhook.ts';
import { NO_APPLICATION, wordNotVerified, wordWebhook } from './webhook-words.ts';

/** `POST /sandbox/api/webhooks`: makes one, whose receiver proves itself at once, or there is none. */
export const addingWebhook = controlEndpoint(WEBHOOK_FORM, async (call, asked) => {
	const { context, envelope } = call;
	const { clientId, ...wanted } = asked;
	const made = await createWebhook(context, clientId.toLowerCase(), wantedWebhook(wanted));
	if (!made.ok) return refused(call, made.kind === 'gone' ? NO_APPLICATION : wordWebhook(made));
	const { webhook, managementToken, isTokenKnown } = made;
	const proved = await verifyWebhook(context, webhook, { isTokenKnown });
	if (proved.ok) return controlAnswer({ id: webhook.id, managementToken }, envelope.id);
	await deleteWebhook(context, webhook);
	return proved.kind === 'gone' ? noSuchWebhook(call) : refused(call, wordNotVerified(proved));
});

/** `GET /sandbox/api/webhooks`: those of an application, or of all. */
export const listingWebhooks = controlReading(async (call) => {
	const { context, envelope, request } = call;
	const clientId = queryOf(request).get('clientId')?.toLowerCase() ?? null;
	const found = await context.read(async (transaction) => {
		if (clientId !== null && !(await hasApplication(transaction, clientId))) return null;
		return listWebhooks(transaction, clientId);
	});
	if (!found) return refused(call, NO_APPLICATION);
	return controlAnswer({ webhooks: found.map(inAnswer) }, envelope.id);
});

/** `POST /sandbox/api/webhooks/{id}`: switches it on or off. */
export const switchingWebhook = controlEndpoint(STATE_FORM, (call, { enabled }) =>
	withWebhook(call, async (webhook) => {
		await (enabled ? enableWebhook : disableWebhook)(call.context, webhook);
		return withWebhook(call, async (now) => controlAnswer(inAnswer(now), call.envelope.id));
	})
);

/** `DELETE /sandbox/api/webhooks/{id}`. */
export const deletingWebhook = controlReading((call) =>
	withWebhook(call, async (webhook) => {
		await deleteWebhook(call.context, webhook);
		return controlAnswer({ id: webhook.id, deleted: true }, call.envelope.id);
	})
);

/** `POST /sandbox/api/webhooks/{id}/subscriptions`: subscribes it to a vehicle; the same again changes nothing. */
export const subscribingVehicle = controlEndpoint(SUBSCRIPTION_FORM, (call, { vehicleId }) =>
	withWebhook(call, async (webhook) => {
		const { context } = call;
		const { id: webhookId, clientId } = webhook;
		const begun = await context.write(async (transaction) => {
			const connectionIds = await findConnectionsTo(transaction, clientId, vehicleId);
			for (const connectionId of connectionIds) {
				await subscribe(transaction, { clientId, webhookId, connectionId });
			}
			return subscriptionsTo(transaction, webhook, connectionIds);
		});
		wakeWebhooks(context);
		return toldSubscriptions(call, begun);
	})
);

/** `DELETE /sandbox/api/webhooks/{id}/subscriptions/{vehicleId}`: ends them, and tells which they were. */
export const unsubscribingVehicle = controlReading((call) =>
	withWebhook(call, async (webhook) => {
		const { context, params } = call;
		const { clientId } = webhook;
		const ended = await context.write(async (transaction) => {
			const ids = await findConnectionsTo(transaction, clientId, params.vehicleId ?? '');
			const meant = await subscriptionsTo(transaction, webhook, ids);
			for (const { id } of meant) await unsubscribe(transaction, clientId, { id });
			return meant;
		});
		return toldSubscriptions(call, ended);
	})
);

/** `POST /sandbox/api/webhooks/{id}/test`: sends a sample of each kind. */
export const testingWebhook = controlEndpoint(TEST_FORM, (call) =>
	withWebhook(call, async (webhook) => {
		const sent = await sendTest(call.context, webhook);
		if (sent.ok) return controlAnswer({ events: sent.events }, call.envelope.id);
		if (sent.kind === 'gone') return noSuchWebhook(call);
		const message =
			sent.code === 'disabled'
				? 'The webhook is off; switch it on first.'
				: 'The receiver has not proved itself; verify the webhook first.';
		return controlRefusal(call.envelope.id, { status: 400, message });
	})
);

async function withWebhook(
	call: Call,
	answer: (webhook: Webhook) => Promise<Answer>
): Promise<Answer> {
	const { webhookId = '' } = call.params;
	const id = UUID.test(webhookId) ? webhookId.toLowerCase() : '';
	const webhook = await findAnyWebhook(call.context, id);
	return webhook ? answer(webhook) : noSuchWebhook(call);
}

/** The subscriptions of a webhook to a vehicle: one for each mode in which it is connected. */
async function subscriptionsTo(
	transaction: Transaction,
	{ clientId, id: webhookId }: Webhook,
	connectionIds: readonly string[]
): Promise<readonly Subscription[]> {
	const page = { size: connectionIds.length, offset: 0 };
	const filter = { webhookId, connectionIds };
	return (await listSubscriptions(transaction, clientId, filter, page)).subscriptions;
}

function toldSubscriptions(call: Call, found: readonly Subscription[]): Answer {
	if (found.length === 0) {
		const message =
			'The webhook’s application has no connection to this vehicle, or is not subscribed to it; POST /sandbox/api/authorize connects one.';
		return refused(call, { path: 'vehicleId', message });
	}
	const subscriptions = found.map(({ id, vehicleId, userId, mode }) => ({
		...{ id, vehicleId, userId, mode }
	}));
	return controlAnswer({ subscriptions }, call.envelope.id);
}

function refused({ envelope }: Call, problem: Problem): Answer {
	return controlRefusal(envelope.id, refuseProblems([problem]));
}

function noSuchWebhook({ envelope }: Call): Answer {
	const message =
		'There is no webhook with this id; GET /sandbox/api/webhooks lists those there are.';
	return controlRefusal(envelope.id, { status: 404, message });
}

function inAnswer({ verifiedAt, disabledAt, createdAt, ...webhook }: Webhook) {
	const { id, clientId, name, callbackUri, errorUri, triggers, signals, autoSubscribe } = webhook;
	return {
		...{ id, clientId, name, callbackUri, errorUri, triggers, signals, autoSubscribe },
		verified: verifiedAt !== null,
		enabled: disabledAt === null,
		createdAt: new Date(createdAt).toISOString()
	};
}
