import { z } from 'zod';
import { SeedAnswer } from './answer-schemas.ts';
import { SEED_FORM, SeedRequest } from './seed-request.ts';

const WRITE_ONE = 'Write demo or seed, not both, or {} for nothing';

/** What `POST /sandbox/api/wipe` takes. */
export const WipeRequest = z
	.strictObject(
		{
			demo: z
				.boolean({ error: 'Write true, or leave it out' })
				.optional()
				.describe('Makes the demo application that a first start makes'),
			seed: SeedRequest.optional().describe(
				'What POST /sandbox/api/seed takes: what is there afterwards'
			)
		},
		{ error: 'Write an object, such as {}' }
	)
	.refine(({ demo, seed }) => demo !== true || seed === undefined, WRITE_ONE);

export type WipeRequest = z.infer<typeof WipeRequest>;

export const WIPE_FORM = {
	schema: WipeRequest,
	keys: [...Object.keys(WipeRequest.shape), ...SEED_FORM.keys]
};

const Removed = z.int().nonnegative();

/** The answer to a wipe. */
export const WipeAnswer = z.strictObject({
	removed: z
		.strictObject({
			applications: Removed,
			versions: Removed,
			connections: Removed,
			consents: Removed,
			sessions: Removed.describe('Of Connect'),
			tokens: Removed.describe('Pairs of an access and a refresh token, and machine tokens'),
			accounts: Removed.describe('Of vehicles, at their brands'),
			vehicles: Removed,
			owners: Removed.describe('Who signed in to the portal'),
			mails: Removed,
			webhooks: Removed,
			deliveries: Removed.describe('Events of webhooks, sent or not'),
			faultRules: Removed,
			requests: Removed.describe('Of the inspector')
		})
		.describe('How many there were'),
	applications: SeedAnswer.shape.applications.describe('Those that are there now'),
	vehicles: SeedAnswer.shape.vehicles.describe('Those that are there now; absent where none is'),
	webhooks: SeedAnswer.shape.webhooks.describe('Those that are there now; absent where none is')
});
