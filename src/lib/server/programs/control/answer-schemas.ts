import { UUID } from '#lib/access/client-id.ts';
import { z } from 'zod';
import { MOST_FIRED } from '../../fleet/fired.ts';
import { CODES } from './answers.ts';
import { Login } from './vehicle-answer.ts';

const ClientId = z.string().regex(UUID);

const requestId = z
	.string()
	.regex(UUID)
	.describe('The id by which the log knows the request; also in the header sc-request-id');

/** The answer to a seed. */
export const SeedAnswer = z.strictObject({
	applications: z
		.array(
			z.strictObject({
				clientId: ClientId,
				name: z.string(),
				change: z.enum(['created', 'updated', 'unchanged']),
				draft: z
					.enum(['written', 'unchanged', 'kept'])
					.describe('Kept, and not published, where somebody edited it since the last seed'),
				version: z
					.int()
					.positive()
					.nullable()
					.describe('Number of the current version; null before the first'),
				note: z.string().optional().describe('What to know of a draft that was kept')
			})
		)
		.describe('One for each of the request, in its order'),
	vehicles: z
		.array(
			z.strictObject({
				id: z.string(),
				vin: z.string(),
				login: Login,
				change: z.enum(['created', 'unchanged'])
			})
		)
		.optional()
		.describe('One for each of the request, in its order; absent where it names none'),
	webhooks: z
		.array(
			z.strictObject({
				id: z.string().regex(UUID),
				clientId: ClientId,
				name: z.string(),
				change: z.enum(['created', 'updated', 'unchanged']),
				verified: z.boolean().describe('Whether its receiver proved itself, now or before'),
				note: z.string().optional().describe('Why it did not')
			})
		)
		.optional()
		.describe('One for each of the request, in its order; absent where it names none')
});

/** The answer to an owner who granted something. */
export const AuthorizeAnswer = z.strictObject({
	code: z.string().describe('For the token endpoint, within ten minutes'),
	redirect: z.string().describe('Where the browser of an owner would be sent'),
	userId: z.string().regex(UUID).describe('The vehicle account that signed in')
});

const Ended = z.int().nonnegative();

/** What time it is in the rehearsal. */
export const ClockAnswer = z.strictObject({
	now: z.iso.datetime().describe('By which codes, tokens and sessions end'),
	offsetMs: z
		.int()
		.describe('Milliseconds by which it is ahead of the machine; below 0 it is behind'),
	frozen: z.boolean().describe('Whether it stands still'),
	fired: z
		.array(
			z.union([
				z.strictObject({
					at: z.iso.datetime(),
					vehicleId: z.string().describe('Of GET /sandbox/api/vehicles'),
					event: z
						.string()
						.describe('What happened, e.g. plug-in, charge-ends, arrive, fall-asleep')
				}),
				z.strictObject({
					at: z.iso.datetime(),
					clientId: ClientId,
					event: z.enum(['session-ends', 'code-ends', 'access-token-ends', 'refresh-token-ends']),
					sessionId: z
						.string()
						.nullable()
						.describe(
							'The session of Connect, or the one that it came of; null once that is pruned'
						)
				}),
				z.strictObject({
					at: z.iso.datetime(),
					clientId: ClientId,
					event: z.literal('machine-token-ends'),
					machineClientId: z.string()
				}),
				z.strictObject({
					at: z.iso.datetime(),
					clientId: ClientId,
					event: z
						.literal('connection-expires')
						.describe('Its last refresh token is out of time: its owner has to be asked again'),
					connectionId: z.string()
				})
			])
		)
		.max(MOST_FIRED)
		.describe(
			'What happened to vehicles, and what came to its end, while the time moved on, in order: the first of it'
		),
	firedCount: z.int().nonnegative().describe('How much happened in all'),
	ended: z
		.strictObject({
			sessions: Ended,
			codes: Ended,
			accessTokens: Ended,
			refreshTokens: Ended,
			machineTokens: Ended,
			connections: Ended
		})
		.optional()
		.describe('How many came to the end of their lives while the time moved on')
});

/** What Connect ends with in place of a code. */
export const ConnectRefusal = z.strictObject({
	error: z
		.string()
		.describe(
			'An error of Connect or of OAuth 2.0, e.g. access_denied, no_vehicles, invalid_scope'
		),
	error_description: z.string(),
	redirect: z
		.string()
		.nullable()
		.describe('Carries the error; null where Connect shows a page of its own instead'),
	requestId
});

/** A request that is not answered. */
export const ControlRefusal = z.strictObject({
	error: z.enum(CODES),
	error_description: z.string().describe('What is wrong and what to write'),
	requestId,
	problems: z
		.array(
			z.strictObject({
				path: z.string().describe('Where in the body, e.g. applications[2].redirectUris[0]'),
				message: z.string()
			})
		)
		.optional()
		.describe('All that is wrong with the body, up to 20'),
	reason: z.string().optional().describe('Why a vehicle refused, e.g. CHARGING_PLUG_NOT_CONNECTED')
});
