import { EXAMPLE_CLIENT_ID } from '#lib/access/client-id.ts';
import { Configuration } from '#lib/access/configuration.ts';
import { MAX_ACCOUNT_VEHICLES } from '#lib/connect/test-logins.ts';
import { z } from 'zod';
import { MAX_NAME_LENGTH } from '../../applications/application-name.ts';
import { MAX_REDIRECT_URIS } from '../../applications/redirect-uris.ts';
import { MAX_WEBHOOKS } from '../../webhooks/webhooks.ts';
import { SeedVehicle } from './vehicle-request.ts';
import { WebhookOfApplication } from './webhook-request.ts';

const MAX_SECRET_LENGTH = 256;

const WRITE_SECRET = `Write up to ${MAX_SECRET_LENGTH} letters, digits and signs of ASCII, without a space, “%” and “+”, or leave it out`;

const SeedApplication = z
	.strictObject({
		name: z
			.string({ error: 'Write the application’s name; vehicle owners will read it' })
			.describe(`What owners read, up to ${MAX_NAME_LENGTH} characters`),
		clientId: z
			.string({ error: `Write the application’s client id, like ${EXAMPLE_CLIENT_ID}` })
			.describe('A UUID, by which the application is known again'),
		clientSecret: z
			.string({ error: WRITE_SECRET })
			.max(MAX_SECRET_LENGTH, WRITE_SECRET)
			// HTTP Basic form-encodes: a client that does not would send another secret.
			.regex(/^[!-$&-*,-~]+$/, WRITE_SECRET)
			.optional()
			.describe('Added to the secrets that are there; only its digest is kept'),
		redirectUris: z
			.array(z.string({ error: 'Write a redirect URI, e.g. https://example.com/callback' }), {
				error: 'Write a list of redirect URIs, or leave it out'
			})
			.default([])
			.describe(`Added to those that are there, up to ${MAX_REDIRECT_URIS} in all`),
		selection: Configuration.optional().describe(
			'A vehicle-access.json; it becomes the draft, unless somebody edited that by hand'
		),
		publish: z
			.boolean({ error: 'Write true or false' })
			.default(false)
			.describe('Publishes the selection where it differs from the current version'),
		webhooks: z
			.array(WebhookOfApplication, { error: 'Write a list of webhooks, or leave it out' })
			.max(MAX_WEBHOOKS)
			.default([])
			.describe('Webhooks that shall be there, known again by their names')
	})
	.refine(({ publish, selection }) => !publish || selection !== undefined, {
		path: ['publish'],
		error: 'There is no selection to publish; write one, or leave publish out'
	});

/** What `POST /sandbox/api/seed` takes, and what the file holds that `SEED` names. */
export const SeedRequest = z.strictObject(
	{
		applications: z
			.array(SeedApplication, { error: 'Write a list of applications' })
			.describe('Applications as they shall be; others are left alone'),
		vehicles: z
			.array(SeedVehicle, { error: 'Write a list of vehicles, or leave it out' })
			.max(MAX_ACCOUNT_VEHICLES)
			.default([])
			.describe('Vehicles that shall be there; those that are live on as they do')
	},
	{ error: 'Write an object with a list of applications' }
);

export type SeedRequest = z.infer<typeof SeedRequest>;

export const SEED_FORM = {
	schema: SeedRequest,
	keys: [SeedRequest, SeedApplication, SeedVehicle, WebhookOfApplication].flatMap(({ shape }) =>
		Object.keys(shape)
	)
};
