import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Check } from '../check.ts';
import { expectRefusal } from '../expect.ts';
import { jsonOf, postForm, send } from '../http.ts';
import { ask, basic, exchange, freshCode, tokensOf } from '../tokens.ts';

/** How a client speaks to the token endpoint, and who it is. */
export const TOKEN_REQUEST: readonly Check[] = [
	{
		row: 41,
		source: 'RFC 6749 §3.2, §2.3.1',
		title: 'a GET, or parameters in the query, are refused',
		async run({ strict, origin }) {
			assert.equal((await send(`${origin}/oauth/token?grant_type=refresh_token`)).status, 405);
			const { clientId, secret } = strict;
			const body = { grant_type: 'authorization_code', code: await freshCode(strict) };
			const query = `?client_id=${clientId}&client_secret=${secret}`;
			const answer = await postForm(`${origin}/oauth/token${query}`, body);
			expectRefusal(answer, 400, 'invalid_request');
		}
	},
	{
		row: 42,
		source: 'RFC 6749 §4.1.3',
		title: 'a JSON body is refused',
		async run({ strict, origin }) {
			const code = await freshCode(strict);
			for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x']) {
				const answer = await send(`${origin}/oauth/token`, {
					method: 'POST',
					headers: { authorization: basic(strict), 'content-type': type },
					body: JSON.stringify({ grant_type: 'authorization_code', code })
				});
				expectRefusal(answer, 400, 'invalid_request', type);
			}
		}
	},
	{
		row: 43,
		source: 'RFC 6749 §5.2',
		title: 'an unknown grant_type is unsupported_grant_type',
		async run({ strict }) {
			for (const grant_type of ['bogus', 'client_credentials', 'urn:ietf:params:oauth:x']) {
				const answer = await ask(strict, 'token', { grant_type });
				expectRefusal(answer, 400, 'unsupported_grant_type', grant_type);
			}
			expectRefusal(await ask(strict, 'token', {}), 400, 'invalid_request', 'none');
		}
	},
	{
		row: 44,
		source: 'RFC 9700 §2.4, OWASP ASVS 10.4.4',
		title: 'the password grant is refused',
		async run({ strict }) {
			const answer = await ask(strict, 'token', {
				grant_type: 'password',
				username: 'owner@example.com',
				password: 'secret'
			});
			expectRefusal(answer, 400, 'unsupported_grant_type');
		}
	},
	{
		row: 45,
		source: 'RFC 6749 §5.2',
		title: 'a wrong secret in the body is 401 invalid_client',
		async run({ strict, other, origin }) {
			const { clientId: client_id } = strict;
			for (const client_secret of ['wrong', `${strict.secret}x`, other.secret, null]) {
				const fields = { grant_type: 'refresh_token', client_id, client_secret };
				const answer = await postForm(`${origin}/oauth/token`, fields);
				expectRefusal(answer, 401, 'invalid_client', String(client_secret).slice(0, 9));
			}
		}
	},
	{
		row: 46,
		source: 'RFC 6749 §5.2',
		title: 'a wrong secret by HTTP Basic is 401 with WWW-Authenticate',
		async run({ strict }) {
			const answer = await ask({ ...strict, secret: 'wrong' }, 'token', {});
			expectRefusal(answer, 401, 'invalid_client');
			assert.match(answer.headers.get('www-authenticate') ?? '', /^Basic realm=/);
		}
	},
	{
		row: 47,
		source: 'RFC 6749 §2.3',
		title: 'a client that sends its secret both ways is refused',
		async run({ strict }) {
			const { clientId: client_id, secret: client_secret } = strict;
			const code = await freshCode(strict);
			const answer = await exchange(strict, code, { client_id, client_secret });
			expectRefusal(answer, 400, 'invalid_request');
			tokensOf(await exchange(strict, code, { client_id }));
		}
	},
	{
		row: 48,
		source: 'RFC 6749 §2.3.1',
		title: 'a broken Basic header is refused, and one that is form-encoded is read',
		async run({ strict, origin }) {
			const encode = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
			for (const authorization of [
				'Basic',
				'Basic !!!',
				'Basic %%%=',
				encode('no colon'),
				encode(':'),
				encode(`${strict.clientId}:%zz`),
				encode(`${strict.clientId}:\u0000\uffff`),
				`Bearer ${strict.secret}`
			]) {
				const fields = { grant_type: 'refresh_token', refresh_token: 'x' };
				const answer = await postForm(`${origin}/oauth/token`, fields, { authorization });
				expectRefusal(answer, 401, 'invalid_client', authorization);
			}
			const authorization = encode(`${strict.clientId}:${strict.secret.replaceAll('_', '%5F')}`);
			const fields = { grant_type: 'refresh_token', refresh_token: 'x' };
			const answer = await postForm(`${origin}/oauth/token`, fields, { authorization });
			expectRefusal(answer, 400, 'invalid_grant', 'form-encoded');
		}
	},
	{
		row: 49,
		source: 'OWASP ASVS 6.3.8',
		title: 'an unknown client reads the same as a wrong secret',
		async run({ strict }) {
			const [unknown, wrong] = await Promise.all([
				ask({ ...strict, clientId: randomUUID() }, 'token', {}),
				ask({ ...strict, secret: 'wrong' }, 'token', {})
			]);
			assert.equal(unknown.status, wrong.status);
			assert.equal(unknown.text, wrong.text);
			const challenge = 'www-authenticate';
			assert.equal(unknown.headers.get(challenge), wrong.headers.get(challenge));
		}
	},
	{
		row: 49,
		source: 'OWASP ASVS 6.3.8, 11.2.4',
		title: 'an unknown client takes as long as a wrong secret',
		testedIn: 'tests/lib/server/connect/token/authenticate.test.ts'
	},
	{
		row: 50,
		source: 'RFC 6749 §2.3.1, OWASP ASVS 6.3.1',
		title: 'secrets cannot be guessed by trying: a client is told to wait',
		testedIn: 'tests/lib/server/connect/throttle.test.ts'
	},
	{
		row: 63,
		source: 'RFC 6749 §5.2, OWASP ASVS 16.5.1',
		title: 'an error is JSON in ASCII, without a stack and without the secret',
		async run({ strict }) {
			const code = await freshCode(strict);
			const answers = [
				await ask({ ...strict, secret: `${strict.secret}"\\żółw` }, 'token', {}),
				await exchange(strict, code, { redirect_uri: 'https://żółw.example/"\\' }),
				await exchange(strict, 'x'.repeat(10_000)),
				await ask(strict, 'token', { grant_type: '"żółw"' })
			];
			for (const answer of answers) {
				assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
				assert.equal(answer.headers.get('cache-control'), 'no-store');
				const { error, error_description: description, ...rest } = jsonOf(answer);
				assert.match(String(error), /^[a-z_]+$/);
				assert.match(String(description), /^[\x20\x21\x23-\x5b\x5d-\x7e]{1,300}$/);
				assert.deepEqual(rest, {}, 'nothing else is told');
				assert.equal(answer.text.includes(strict.secret), false, 'no echo of the secret');
				assert.doesNotMatch(answer.text, /\bat .+\.[jt]s:\d+|node_modules/, 'no stack');
			}
		}
	}
];
