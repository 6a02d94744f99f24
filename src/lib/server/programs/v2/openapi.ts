import { answerJson, identified } from '#lib/connect/oauth-error.ts';
import type { Settings } from '../../settings.ts';
import { asCaller, endpoint, unlimited } from '../endpoint.ts';
import { describeApi } from '../openapi/document.ts';
import { V2_OPERATIONS } from './described/operations.ts';
import { V2_SCHEMAS } from './described/schemas.ts';

/** `GET /openapi/vehicle-v2.json`: what is served of API v2.0 as OpenAPI 3.1 describes one. */
export const openapi = endpoint<null, null>({
	who: () => Promise.resolve(null),
	limit: unlimited,
	permission: asCaller,
	answer: ({ context, envelope }) =>
		Promise.resolve(identified(answerJson(describeV2(context.settings)), envelope.id))
});

export function describeV2({ origins }: Pick<Settings, 'origins'>): object {
	return describeApi({
		title: 'Valetkey, vehicle API v2.0',
		version: '2.0.0',
		summary: 'The sandbox’s vehicles, as the platform’s API v2.0 answers.',
		description:
			'The platform gives API v2.0 up on 1 December 2026. What each path needs of an owner is what the catalog of this server says.',
		servers: origins.map((origin) => `${origin}/v2.0`),
		security: {
			userToken: {
				type: 'http',
				scheme: 'bearer',
				description: 'Of an owner’s consent, from POST /oauth/token.'
			},
			clientSecret: {
				type: 'http',
				scheme: 'basic',
				description: 'Client id and secret of the application.'
			},
			managementToken: {
				type: 'http',
				scheme: 'basic',
				description: 'The user name default, and the application management token as password.'
			},
			managementBearer: {
				type: 'http',
				scheme: 'bearer',
				description: 'The application management token.'
			}
		},
		schemas: V2_SCHEMAS,
		operations: V2_OPERATIONS.map((one) => ({ security: ['userToken'], ...one }))
	});
}
