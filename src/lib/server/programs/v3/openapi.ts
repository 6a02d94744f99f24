import type { Settings } from '../../settings.ts';
import { answerJson, identified } from '#lib/connect/oauth-error.ts';
import { asCaller, endpoint, unlimited } from '../endpoint.ts';
import { describeApi } from '../openapi/document.ts';
import { V3_OPERATIONS } from './operations.ts';
import { SIGNALS } from '#lib/vehicles/signals/signals.ts';
import { V3_SCHEMAS } from './schemas/schemas.ts';

/** `GET /openapi/vehicle-v3.json`: what is served of API v3 as OpenAPI 3.1 describes one. */
export const openapi = endpoint<null, null>({
	who: () => Promise.resolve(null),
	limit: unlimited,
	permission: asCaller,
	answer: ({ context, envelope }) =>
		Promise.resolve(identified(answerJson(describeV3(context.settings)), envelope.id))
});

export function describeV3({ origins }: Pick<Settings, 'origins'>): object {
	return describeApi({
		title: 'Valetkey, vehicle API v3',
		version: '3.0.0',
		summary: 'The sandbox’s vehicles, as the platform’s API v3 answers in autumn 2026.',
		description:
			'Each answer stands here in two forms: that of 2026, and that of 2025, which an application can be switched to.',
		servers: origins.map((origin) => `${origin}/v3`),
		security: {
			applicationToken: {
				type: 'http',
				scheme: 'bearer',
				description: 'Of a machine client, from POST /oauth2/token; for all that owners granted.'
			},
			userToken: {
				type: 'http',
				scheme: 'bearer',
				description: 'Of an owner’s consent, from POST /oauth/token.'
			}
		},
		schemas: { ...V3_SCHEMAS, ...BODIES },
		operations: V3_OPERATIONS
	});
}

/** What each signal says, in metric units, by `Body.` and its code. */
const BODIES = Object.fromEntries(
	Object.entries(SIGNALS)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([code, { schema }]) => [`Body.${code}`, schema])
);
