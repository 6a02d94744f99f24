import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { expectRefusal } from '../expect.ts';
import { jsonOf } from '../http.ts';
import { freshTokens, isAlive, refresh, revoke, tokensOf } from '../tokens.ts';

/** New tokens for old ones, and the end of both. */
export const REFRESH: readonly Check[] = [
	{
		row: 65,
		source: 'RFC 6749 §5.2',
		title: 'an invented refresh token is invalid_grant',
		async run({ strict }) {
			expectRefusal(await refresh(strict, 'invented'), 400, 'invalid_grant');
			const { access } = await freshTokens(strict);
			expectRefusal(await refresh(strict, access), 400, 'invalid_grant', 'an access token');
		}
	},
	{
		row: 65,
		source: 'The platform',
		title: 'on the platform an invented refresh token is invalid_request and is named',
		async run({ platform }) {
			const answer = await refresh(platform, 'invented');
			expectRefusal(answer, 400, 'invalid_request');
			assert.equal(jsonOf(answer).error_description, 'Invalid refresh_token: invented.');
		}
	},
	{
		row: 66,
		source: 'RFC 6749 §6, §10.4',
		title: 'another client’s refresh token is invalid_grant, and stays its owner’s',
		async run({ strict, other }) {
			const tokens = await freshTokens(strict);
			expectRefusal(await refresh(other, tokens.refresh), 400, 'invalid_grant');
			tokensOf(await refresh(strict, tokens.refresh));
		}
	},
	{
		row: 67,
		source: 'RFC 6749 §6, RFC 9700 §4.14.2',
		title: 'a wider scope than was granted is invalid_scope; a narrower one is given',
		async run({ strict }) {
			const tokens = await freshTokens(strict);
			const scope = 'read_battery read_location';
			expectRefusal(await refresh(strict, tokens.refresh, { scope }), 400, 'invalid_scope');
			const narrow = tokensOf(await refresh(strict, tokens.refresh, { scope: 'read_battery' }));
			assert.equal(narrow.scope, 'read_battery');
		}
	},
	{
		row: 68,
		source: 'RFC 9700 §4.14.2, OWASP ASVS 10.4.5',
		title: 'each refresh gives new tokens with the same scope',
		async run({ strict, platform, origin }) {
			for (const client of [strict, platform]) {
				const first = await freshTokens(client);
				const second = tokensOf(await refresh(client, first.refresh));
				assert.notEqual(second.refresh, first.refresh);
				assert.notEqual(second.access, first.access);
				assert.equal(second.scope, first.scope);
				assert.ok(await isAlive(origin, second.access));
			}
		}
	},
	{
		row: 69,
		source: 'RFC 9700 §4.14.2',
		title: 'a used refresh token is invalid_grant and ends its whole family',
		async run({ strict, origin }) {
			const first = await freshTokens(strict);
			const second = tokensOf(await refresh(strict, first.refresh));
			expectRefusal(await refresh(strict, first.refresh), 400, 'invalid_grant', 'used before');
			expectRefusal(await refresh(strict, second.refresh), 400, 'invalid_grant', 'its successor');
			assert.equal(await isAlive(origin, first.access), false, 'the first access token');
			assert.equal(await isAlive(origin, second.access), false, 'the second access token');
		}
	},
	{
		row: 70,
		source: 'RFC 9700 §4.14.2',
		title: 'there is no grace: of two refreshes at once one counts, and no family lives on',
		async run({ strict, origin }) {
			const first = await freshTokens(strict);
			const answers = await Promise.all([
				refresh(strict, first.refresh),
				refresh(strict, first.refresh)
			]);
			const [won, ...more] = answers.filter(({ status }) => status === 200);
			assert.ok(won, 'one succeeds');
			assert.equal(more.length, 0, 'only one');
			assert.equal(await isAlive(origin, tokensOf(won).access), false, 'its tokens ended');
		}
	},
	{
		row: 70,
		source: 'The platform',
		title: 'on the platform a used refresh token gives a new pair, of the same family',
		async run({ platform, origin }) {
			const first = await freshTokens(platform);
			const second = tokensOf(await refresh(platform, first.refresh));
			const third = tokensOf(await refresh(platform, first.refresh));
			assert.notEqual(third.refresh, second.refresh);
			assert.ok(await isAlive(origin, third.access));
			await revoke(platform, third.refresh);
			assert.equal(await isAlive(origin, second.access), false, 'one family, revoked together');
		}
	},
	{
		row: 70,
		source: 'The platform',
		title: 'on the platform the grace ends after ten minutes',
		testedIn: 'tests/lib/server/connect/token/refresh.test.ts'
	},
	{
		row: 71,
		source: 'OWASP ASVS 10.4.8',
		title: 'a refresh token ends 60 days after the consent, however often it was rotated',
		testedIn: 'tests/lib/server/connect/token/refresh.test.ts'
	},
	{
		row: 71,
		source: 'The platform',
		title: 'on the platform the 60 days begin anew with each refresh token',
		testedIn: 'tests/lib/server/connect/token/refresh.test.ts'
	},
	{
		row: 72,
		source: 'RFC 7009 §2.2',
		title: 'to revoke an unknown token succeeds',
		async run({ strict }) {
			assert.equal((await revoke(strict, 'invented')).status, 200);
		}
	},
	{
		row: 73,
		source: 'RFC 7009 §2.1',
		title: 'a revoked access token is dead on the next call',
		async run({ strict, origin }) {
			const tokens = await freshTokens(strict);
			assert.equal((await revoke(strict, tokens.access)).status, 200);
			assert.equal(await isAlive(origin, tokens.access), false);
		}
	},
	{
		row: 74,
		source: 'RFC 7009 §2.1',
		title: 'a revoked refresh token takes its access tokens along',
		async run({ strict, origin }) {
			const tokens = await freshTokens(strict);
			await revoke(strict, tokens.refresh);
			assert.equal(await isAlive(origin, tokens.access), false);
			expectRefusal(await refresh(strict, tokens.refresh), 400, 'invalid_grant');
		}
	},
	{
		row: 75,
		source: 'RFC 7009 §2.1',
		title: 'another client’s revocation has no effect, and a stranger’s is refused',
		async run({ strict, other, origin }) {
			const tokens = await freshTokens(strict);
			for (const token of [tokens.access, tokens.refresh]) {
				assert.equal((await revoke(other, token)).status, 200, 'nothing is told');
				const stranger = await revoke({ ...other, secret: 'wrong' }, token);
				expectRefusal(stranger, 401, 'invalid_client');
			}
			assert.ok(await isAlive(origin, tokens.access));
			tokensOf(await refresh(strict, tokens.refresh));
		}
	},
	{
		row: 76,
		source: 'RFC 7009 §2.1',
		title: 'a token with the wrong hint is found all the same',
		async run({ strict, origin }) {
			for (const [kind, token_type_hint] of [
				['access', 'refresh_token'],
				['refresh', 'access_token'],
				['access', 'bogus']
			] as const) {
				const tokens = await freshTokens(strict);
				await revoke(strict, tokens[kind], { token_type_hint });
				assert.equal(await isAlive(origin, tokens.access), false, token_type_hint);
			}
		}
	}
];
