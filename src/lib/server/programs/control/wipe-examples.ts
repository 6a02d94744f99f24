import type { z } from 'zod';
import type { ControlRefusal } from './answer-schemas.ts';
import { SEED, SEEDED, WRONG_FIELD } from './examples.ts';
import type { WipeAnswer, WipeRequest } from './wipe-request.ts';

export const WIPE: z.input<typeof WipeRequest> = {};

export const WIPE_TO_DEMO: z.input<typeof WipeRequest> = { demo: true };

export const WIPE_TO_SEED: z.input<typeof WipeRequest> = { seed: SEED };

export const WIPED: z.input<typeof WipeAnswer> = {
	removed: {
		applications: 2,
		versions: 3,
		connections: 4,
		consents: 5,
		sessions: 6,
		tokens: 9,
		accounts: 2,
		vehicles: 4,
		owners: 1,
		mails: 1,
		webhooks: 1,
		deliveries: 12,
		faultRules: 0,
		requests: 48
	},
	applications: SEEDED.applications
};

export const WRONG_SEED: z.input<typeof ControlRefusal> = {
	...WRONG_FIELD,
	error_description: `seed.${WRONG_FIELD.error_description}`,
	problems: WRONG_FIELD.problems?.map(({ path, message }) => ({ path: `seed.${path}`, message }))
};
