import { findMake, nearestMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { EXAMPLE_CLIENT_ID } from '#lib/access/client-id.ts';
import { nearest } from '#lib/access/nearest.ts';
import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { readUsername } from '#lib/connect/username.ts';
import { z } from 'zod';
import { MAX_USERNAME_LENGTH } from '../../connect/vehicle-accounts.ts';

/** Who signs in where nobody is named: a test login of the platform. */
const USUAL_LOGIN = { make: 'AUDI', username: 'smartcar@successful-request.com' };

const Login = z.strictObject({
	make: z
		.string({ error: 'Write a brand, e.g. TESLA' })
		.refine((text) => findMake(text, MAKES) !== null, { error: wordMake })
		.describe('Brand that the owner picks, by its key or its name'),
	username: z
		.string({ error: 'Write the name that the owner signs in with' })
		.overwrite(readUsername)
		.min(1, 'Write the name that the owner signs in with')
		.max(MAX_USERNAME_LENGTH, `A user name has at most ${MAX_USERNAME_LENGTH} characters`)
		.describe('Any name, or one of the test logins, e.g. 3-vehicles@smartcar.com')
});

/** What `POST /sandbox/api/authorize` takes. Scope, redirect URI and state are judged as in a link. */
export const AuthorizeRequest = z.strictObject(
	{
		clientId: z
			.string({ error: `Write the application’s client id, like ${EXAMPLE_CLIENT_ID}` })
			.describe('Client id of the application that the link is for'),
		scope: z
			.string({ error: 'Write permissions separated by a space, or leave it out' })
			.optional()
			.describe(
				'Replaces the published version for this once, e.g. required:read_odometer read_vin'
			),
		redirectUri: z
			.string({ error: 'Write one of the registered redirect URIs, or leave it out' })
			.optional()
			.describe('Default: the application’s own default'),
		state: z
			.string({ error: 'Write a text, or leave it out' })
			.optional()
			.describe('Comes back with the redirect'),
		mode: z
			.literal('simulated', { error: 'Write simulated, or leave it out; there is no other here' })
			.default('simulated'),
		login: Login.default(USUAL_LOGIN).describe('Who signs in'),
		refuse: z
			.array(z.enum(PERMISSION_NAMES, { error: wordPermission }), {
				error: 'Write a list of permissions, e.g. ["read_location"]'
			})
			.max(PERMISSION_NAMES.length, 'Name each permission once')
			.default([])
			.describe(
				'Permissions that the owner does not grant. A required one, or all of them: the owner denies'
			)
	},
	{ error: 'Write an object with the client id of the application' }
);

export type AuthorizeRequest = z.infer<typeof AuthorizeRequest>;

export const AUTHORIZE_KEYS = [...Object.keys(AuthorizeRequest.shape), ...Object.keys(Login.shape)];

function wordMake({ input }: { readonly input?: unknown }): string {
	const near = nearestMake(String(input), MAKES);
	return near ? `No brand is called so; did you mean ${near}?` : 'No brand is called so';
}

function wordPermission({ input }: { readonly input?: unknown }): string {
	const near = nearest(String(input), PERMISSION_NAMES);
	return near ? `No permission is called so; did you mean ${near}?` : 'No permission is called so';
}
