import { quote } from '#lib/access/characters.ts';
import { endpoint } from '../endpoint.ts';
import { v2Refusal } from './answers.ts';
import { limitBearer, readBearer, type Bearer } from './bearer.ts';
import { vehicleOf, type Reached } from './vehicle-of.ts';

/** `POST /v2.0/vehicles/{id}/webhooks/{webhookId}`: no application has a webhook here yet. */
export const subscribe = endpoint<Bearer, Reached>({
	who: readBearer,
	limit: limitBearer,
	permission: vehicleOf,
	answer: async ({ envelope, params }) => {
		const { webhookId = '' } = params;
		const message = `There is no webhook ${quote(webhookId)} of this application.`;
		return v2Refusal(envelope.id, 'VALIDATION', { detail: [{ field: 'webhookId', message }] });
	}
});
