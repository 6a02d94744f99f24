import { quote } from '#lib/access/characters.ts';
import { UUID } from '#lib/access/client-id.ts';
import {
	listSubscriptions,
	subscribe as begin,
	unsubscribe as end
} from '../../webhooks/subscriptions.ts';
import { findWebhook } from '../../webhooks/webhooks.ts';
import type { Call } from '../call.ts';
import { asCaller, endpoint } from '../endpoint.ts';
import { plainJson } from '../plain-json.ts';
import { v2Refusal } from './answers.ts';
import type { BasicClient } from './basic-client.ts';
import { limitBearer, readBearer, type Bearer } from './bearer.ts';
import { limitManagement, readManagementCaller } from './management-caller.ts';
import { vehicleOf, type Reached } from './vehicle-of.ts';

/** `POST /v2.0/vehicles/{id}/webhooks/{webhookId}`: the same again changes nothing. */
export const subscribe = endpoint<Bearer, Reached>({
	who: readBearer,
	limit: limitBearer,
	permission: vehicleOf,
	answer: async (call, { id, clientId, connectionId }) => {
		const webhookId = webhookIdOf(call);
		const begun = await begin(call.context, { clientId, webhookId, connectionId });
		if (!begun.ok && begun.kind === 'gone') return unknownWebhook(call);
		return plainJson({ webhookId, vehicleId: id }, call.envelope.id);
	}
});

/** `DELETE /v2.0/vehicles/{id}/webhooks/{webhookId}`, with the application management token. */
export const unsubscribe = endpoint<BasicClient, BasicClient>({
	who: readManagementCaller('bearer'),
	limit: limitManagement,
	permission: asCaller,
	answer: async (call, { clientId }) => {
		const webhookId = webhookIdOf(call);
		const { vehicleId = '' } = call.params;
		if (!UUID.test(vehicleId)) return unfit(call, 'vehicleId', NO_UUID);
		const ended = await call.context.write(async (transaction) => {
			if (!(await findWebhook(transaction, clientId, webhookId))) return null;
			const which = { webhookId, vehicleId: vehicleId.toLowerCase() };
			const page = { size: 10, offset: 0 };
			const { subscriptions } = await listSubscriptions(transaction, clientId, which, page);
			for (const { id } of subscriptions) await end(transaction, clientId, { id });
			return subscriptions.length;
		});
		if (ended === null) return unknownWebhook(call);
		if (ended === 0) return unfit(call, 'vehicleId', NOT_SUBSCRIBED);
		return plainJson({ status: 'success' }, call.envelope.id);
	}
});

const NO_UUID = 'Send the UUID by which the application knows the vehicle.';
const NOT_SUBSCRIBED = 'The webhook is not subscribed to this vehicle.';

const webhookIdOf = ({ params }: Pick<Call, 'params'>) => (params.webhookId ?? '').toLowerCase();

function unknownWebhook(call: Pick<Call, 'envelope' | 'params'>) {
	const message = `There is no webhook ${quote(call.params.webhookId ?? '')} of this application.`;
	return unfit(call, 'webhookId', message);
}

function unfit({ envelope }: Pick<Call, 'envelope'>, field: string, message: string) {
	return v2Refusal(envelope.id, 'VALIDATION', { detail: [{ field, message }] });
}
