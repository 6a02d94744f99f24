import { answerJson, identified } from '#lib/connect/oauth-error.ts';
import type { Settings } from '../../settings.ts';
import { asCaller, endpoint, unlimited } from '../endpoint.ts';
import { describeApi } from '../openapi/document.ts';
import { MANAGEMENT_OPERATIONS, MANAGEMENT_SCHEMAS } from './described.ts';

/** `GET /openapi/management.json`: what is served of management as OpenAPI 3.1 describes one. */
export const openapi = endpoint<null, null>({
	who: () => Promise.resolve(null),
	limit: unlimited,
	permission: asCaller,
	answer: ({ context, envelope }) =>
		Promise.resolve(identified(answerJson(describeManagement(context.settings)), envelope.id))
});

export function describeManagement({ origins }: Pick<Settings, 'origins'>): object {
	return describeApi({
		title: 'Valetkey, management',
		version: '3.0.0',
		summary:
			'What an application may ask about itself, and of which vehicles its webhooks are told.',
		description:
			'Connections are those of API v2.0. Of applications and webhooks the platform publishes which addresses there are and not, or not all of, what they answer: the form is that of its other answers, and ours.',
		servers: origins,
		security: {
			applicationToken: {
				type: 'http',
				scheme: 'bearer',
				description: 'Of a machine client, from POST /oauth2/token.'
			},
			managementToken: {
				type: 'http',
				scheme: 'basic',
				description: 'The user name default, and the application management token as password.'
			}
		},
		schemas: MANAGEMENT_SCHEMAS,
		operations: MANAGEMENT_OPERATIONS
	});
}
