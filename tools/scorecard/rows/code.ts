import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Check } from '../check.ts';
import { expectRefusal } from '../expect.ts';
import { jsonOf, send } from '../http.ts';
import { allow, queryOf, reachConsent } from '../journey.ts';
import { exchange, freshCode, isAlive, refresh, tokensOf } from '../tokens.ts';

const PARALLEL = 50;

const VERIFIER = 'v'.repeat(43);

const withChallenge = (verifier: string) => ({
	code_challenge: createHash('sha256').update(verifier).digest('base64url'),
	code_challenge_method: 'S256'
});

/** What a code is exchanged for, and when it is not. */
export const CODE: readonly Check[] = [
	{
		row: 51,
		source: 'RFC 6749 §5.2',
		title: 'an invented code is invalid_grant',
		async run({ strict }) {
			expectRefusal(await exchange(strict, 'invented'), 400, 'invalid_grant');
		}
	},
	{
		row: 51,
		source: 'The platform',
		title: 'on the platform an invented code is invalid_request and is named',
		async run({ platform }) {
			const answer = await exchange(platform, 'invented');
			expectRefusal(answer, 400, 'invalid_request');
			assert.equal(jsonOf(answer).error_description, 'Invalid code: invented.');
		}
	},
	{
		row: 52,
		source: 'RFC 6749 §4.1.2, OWASP ASVS 10.4.3',
		title: 'a code is out of time after ten minutes',
		testedIn: 'tests/lib/server/connect/token/exchange-code.test.ts'
	},
	{
		row: 53,
		source: 'RFC 6749 §4.1.2',
		title: 'a code that is used a second time is invalid_grant',
		async run({ strict }) {
			const code = await freshCode(strict);
			tokensOf(await exchange(strict, code));
			expectRefusal(await exchange(strict, code), 400, 'invalid_grant');
		}
	},
	{
		row: 54,
		source: 'RFC 9700 §4.2.4, OWASP ASVS 10.4.2',
		title: 'a code that is used a second time ends the tokens of the first',
		async run({ strict, platform, origin }) {
			for (const client of [strict, platform]) {
				const code = await freshCode(client);
				const tokens = tokensOf(await exchange(client, code));
				assert.ok(await isAlive(origin, tokens.access), 'alive before');
				await exchange(client, code);
				assert.equal(await isAlive(origin, tokens.access), false, 'the access token is dead');
				assert.equal(
					(await refresh(client, tokens.refresh)).status,
					400,
					'so is the refresh token'
				);
			}
		}
	},
	{
		row: 54,
		source: 'RFC 9700 §4.2.4, OWASP ASVS 10.4.2',
		title: 'the same after 30 seconds, and the tokens stay dead',
		testedIn: 'tests/lib/server/connect/token/exchange-code.test.ts'
	},
	{
		row: 55,
		source: 'OWASP ASVS 15.4.2',
		title: `of ${PARALLEL} exchanges at once exactly one succeeds, and its tokens end`,
		async run({ strict, origin }) {
			const code = await freshCode(strict);
			const answers = await Promise.all(
				Array.from({ length: PARALLEL }, () => exchange(strict, code))
			);
			const [won, ...more] = answers.filter(({ status }) => status === 200);
			assert.ok(won, 'one succeeds');
			assert.equal(more.length, 0, 'only one');
			const { access } = tokensOf(won);
			assert.equal(await isAlive(origin, access), false, 'the code was used again');
		}
	},
	{
		row: 56,
		source: 'RFC 6749 §4.1.3',
		title: 'another client’s try is invalid_grant and spends the code',
		async run({ strict, other }) {
			const code = await freshCode(strict);
			expectRefusal(await exchange(other, code), 400, 'invalid_grant', 'the other client');
			expectRefusal(await exchange(strict, code), 400, 'invalid_grant', 'its own client, after it');
		}
	},
	{
		row: 57,
		source: 'RFC 6749 §4.1.3',
		title: 'a redirect_uri that differs, or is missing although it was sent, is invalid_grant',
		async run({ strict }) {
			const code = await freshCode(strict);
			for (const redirect_uri of [
				`${strict.redirectUri}/`,
				'https://evil.example/callback',
				null
			]) {
				const answer = await exchange(strict, code, { redirect_uri });
				expectRefusal(answer, 400, 'invalid_grant', String(redirect_uri));
			}
			tokensOf(await exchange(strict, code));
		}
	},
	{
		row: 58,
		source: 'RFC 7636 §4.6',
		title: 'a missing code_verifier is invalid_grant',
		async run({ strict }) {
			const code = await freshCode(strict, withChallenge(VERIFIER));
			expectRefusal(await exchange(strict, code), 400, 'invalid_grant');
			const empty = await exchange(strict, code, { code_verifier: '' });
			expectRefusal(empty, 400, 'invalid_grant', 'an empty one');
		}
	},
	{
		row: 59,
		source: 'RFC 7636 §4.6',
		title: 'a wrong code_verifier is invalid_grant, and the right one is accepted',
		async run({ strict }) {
			const challenge = withChallenge(VERIFIER);
			const code = await freshCode(strict, challenge);
			for (const code_verifier of ['w'.repeat(43), challenge.code_challenge]) {
				const answer = await exchange(strict, code, { code_verifier });
				expectRefusal(answer, 400, 'invalid_grant', code_verifier);
			}
			tokensOf(await exchange(strict, code, { code_verifier: VERIFIER }));
		}
	},
	{
		row: 60,
		source: 'RFC 9700 §4.8.2',
		title: 'a code_verifier without a code_challenge before it is refused',
		async run({ strict }) {
			const code = await freshCode(strict);
			const answer = await exchange(strict, code, { code_verifier: VERIFIER });
			expectRefusal(answer, 400, 'invalid_grant');
		}
	},
	{
		row: 61,
		source: 'RFC 7636 §4.1',
		title: 'a code_verifier has 43 to 128 characters',
		async run({ strict }) {
			for (const [length, accepted] of [
				[42, false],
				[43, true],
				[128, true],
				[129, false]
			] as const) {
				const code_verifier = 'v'.repeat(length);
				const code = await freshCode(strict, withChallenge(code_verifier));
				const answer = await exchange(strict, code, { code_verifier });
				if (accepted) tokensOf(answer);
				else expectRefusal(answer, 400, 'invalid_grant', `${length} characters`);
			}
		}
	},
	{
		row: 62,
		source: 'RFC 6749 §5.1, §3.3',
		title: 'the token answer says what was granted, its type and its life, and is not cached',
		async run({ strict, platform }) {
			for (const client of [strict, platform]) {
				const scope = 'required:read_battery read_odometer';
				const journey = await reachConsent(client, { scope });
				const allowed = await allow(journey, { permission: ['read_battery'] });
				const answer = await exchange(client, queryOf(allowed).get('code') ?? '');
				const { token_type, expires_in, scope: granted } = jsonOf(answer);
				assert.deepEqual([token_type, expires_in], ['Bearer', 7200]);
				// As the platform, the answer has its four fields.
				assert.equal(granted, client === strict ? 'read_battery' : undefined);
				assert.equal(answer.headers.get('cache-control'), 'no-store');
				assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
			}
		}
	},
	{
		row: 64,
		source: 'RFC 6750 §2.3, RFC 9700 §4.3.2',
		title: 'an access token in the query of the API does not count',
		async run({ strict, origin }) {
			const { access } = tokensOf(await exchange(strict, await freshCode(strict)));
			const answer = await send(`${origin}/v2.0/user?access_token=${access}`);
			assert.equal(answer.status, 401);
			assert.ok(await isAlive(origin, access), 'it counts in the header');
		}
	}
];
