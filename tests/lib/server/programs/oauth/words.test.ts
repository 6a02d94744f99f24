import { wordUnknownClient } from '#lib/server/programs/oauth/words.ts';
import { refuse } from '#lib/server/outcome.ts';
import { expect, it } from 'vitest';

const WRONG = 'The client id or the client secret is wrong.';

it.each([
	['unknown-client', ''],
	['machine-id', ' The id is that of a machine client; use the client id of the application.'],
	['application-id', ' A machine token needs the id of a machine client, client_...'],
	[
		'former-id',
		" The client id f00d was replaced by another; the application's Credentials page shows it."
	]
] as const)('credentials that fit nothing, %s', (code, hint) => {
	expect(wordUnknownClient(refuse({ code, data: { id: 'f00d' } }))).toMatchObject({
		error: 'invalid_client',
		status: 401,
		description: `${WRONG}${hint}`,
		headers: { 'www-authenticate': expect.stringMatching(/^Basic /) }
	});
});
