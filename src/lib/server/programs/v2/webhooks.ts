import { quote } from '#lib/access/characters.ts';
import { endpoint, Refused, unlimited } from '../endpoint.ts';
import { v2Refusal } from './answers.ts';
import { limitBearer, readBearer, type Bearer } from './bearer.ts';
import { vehicleOf, type Reached } from './vehicle-of.ts';

/** `POST /v2.0/vehicles/{id}/webhooks/{webhookId}`: no application has a webhook here yet. */
export const subscribe = endpoint<Bearer, Reached>({
	who: readBearer,
	limit: limitBearer,
	permission: vehicleOf,
	answer: ({ envelope, params }) => {
		const { webhookId = '' } = params;
		const message = `There is no webhook ${quote(webhookId)} of this application.`;
		const detail = [{ field: 'webhookId', message }];
		return Promise.resolve(v2Refusal(envelope.id, 'VALIDATION', { detail }));
	}
});

/**
 * `DELETE /v2.0/vehicles/{id}/webhooks/{webhookId}`: wants the application management token, which
 * no application has here yet.
 */
export const unsubscribe = endpoint<Refused, Refused>({
	who: ({ envelope }) => Promise.resolve(noManagementToken(envelope.id)),
	limit: unlimited,
	permission: (_call, refused) => refused,
	answer: (_call, refused) => Promise.resolve(refused.answer)
});

function noManagementToken(requestId: string): Refused {
	return new Refused(
		v2Refusal(requestId, 'AUTHENTICATION', {
			description:
				'This wants the application management token, which no application has in this sandbox yet.',
			headers: { 'www-authenticate': 'Bearer realm="Valetkey", error="invalid_token"' }
		})
	);
}
