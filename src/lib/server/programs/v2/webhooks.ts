import { quote } from '#lib/access/characters.ts';
import type { Call } from '../call.ts';
import { asCaller, endpoint } from '../endpoint.ts';
import { v2Refusal } from './answers.ts';
import type { BasicClient } from './basic-client.ts';
import { limitBearer, readBearer, type Bearer } from './bearer.ts';
import { limitManagement, readManagementCaller } from './management-caller.ts';
import { vehicleOf, type Reached } from './vehicle-of.ts';

/** `POST /v2.0/vehicles/{id}/webhooks/{webhookId}`: no application has a webhook here yet. */
export const subscribe = endpoint<Bearer, Reached>({
	who: readBearer,
	limit: limitBearer,
	permission: vehicleOf,
	answer: (call) => Promise.resolve(unknownWebhook(call))
});

/** `DELETE /v2.0/vehicles/{id}/webhooks/{webhookId}`, with the application management token. */
export const unsubscribe = endpoint<BasicClient, BasicClient>({
	who: readManagementCaller('bearer'),
	limit: limitManagement,
	permission: asCaller,
	answer: (call) => Promise.resolve(unknownWebhook(call))
});

function unknownWebhook({ envelope, params }: Pick<Call, 'envelope' | 'params'>) {
	const { webhookId = '' } = params;
	const message = `There is no webhook ${quote(webhookId)} of this application.`;
	return v2Refusal(envelope.id, 'VALIDATION', { detail: [{ field: 'webhookId', message }] });
}
