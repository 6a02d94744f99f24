import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { Check } from '../check.ts';
import { showPage } from '../dashboard.ts';
import { jsonOf, postForm, send } from '../http.ts';
import { linkQuery } from '../journey.ts';
import { pagesOf } from '../pages.ts';
import { freshCode, exchange } from '../tokens.ts';

const METADATA_PATH = '/.well-known/oauth-authorization-server';

/** What the server says of itself, and to whom it answers. */
export const METADATA: readonly Check[] = [
	{
		row: 85,
		source: 'RFC 8414 §3, RFC 9207 §3, RFC 9700 §2.1.1',
		title: 'the metadata name the issuer, S256 alone, and iss in every redirect',
		async run({ origin }) {
			const answer = await send(`${origin}${METADATA_PATH}`);
			assert.equal(answer.status, 200);
			assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
			const metadata = jsonOf(answer);
			assert.equal(metadata.issuer, origin);
			assert.deepEqual(metadata.code_challenge_methods_supported, ['S256']);
			assert.equal(metadata.authorization_response_iss_parameter_supported, true);
			for (const name of ['authorization', 'token', 'revocation']) {
				const endpoint = String(metadata[`${name}_endpoint`]);
				assert.equal(new URL(endpoint).origin, origin, endpoint);
				assert.notEqual((await send(endpoint)).status, 404, endpoint);
			}
		}
	},
	{
		row: 86,
		source: 'RFC 9207 §2, RFC 8414 §2',
		title: 'the issuer is https or on loopback, without query, fragment or final slash',
		async run({ origin }) {
			const issuer = String(jsonOf(await send(`${origin}${METADATA_PATH}`)).issuer);
			const { protocol, hostname, search, hash } = new URL(issuer);
			const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
			assert.ok(protocol === 'https:' || loopback, issuer);
			assert.deepEqual([search, hash], ['', '']);
			assert.doesNotMatch(issuer, /\/$/);
		}
	},
	{
		row: 87,
		source: 'RFC 9700 §2.6',
		title: 'no other site’s script may read the authorization endpoint',
		async run({ strict, origin }) {
			const link = `${origin}/oauth/authorize?${linkQuery(strict)}`;
			const headers = { origin: 'https://evil.example' };
			const preflight = { ...headers, 'access-control-request-method': 'GET' };
			for (const answer of [
				await send(link, { headers }),
				await send(link, { method: 'OPTIONS', headers: preflight })
			]) {
				assert.equal(answer.headers.get('access-control-allow-origin'), null);
			}
		}
	},
	{
		row: 88,
		source: 'OWASP ASVS 4.1.3, RFC 9700 §4.13',
		title: 'no header of a request changes the addresses that the server writes',
		async run({ origin }) {
			assert.equal(await statusFor(origin, 'evil.example'), 421, 'another Host');
			const headers = {
				'x-forwarded-host': 'evil.example',
				'x-forwarded-proto': 'https',
				forwarded: 'host=evil.example'
			};
			const { text } = await send(`${origin}${METADATA_PATH}`, { headers });
			assert.doesNotMatch(text, /evil\.example/);
			const created = await postForm(`${origin}/?/create`, { name: '' }, { origin, ...headers });
			assert.doesNotMatch(created.text, /evil\.example/);
		}
	},
	{
		row: 89,
		source: 'Ours',
		title: 'links, pages and secrets of the sandbox cannot be taken for those of the platform',
		async run(target) {
			const { strict } = target;
			for (const [name, { text }] of await pagesOf(target)) {
				assert.match(text, /A rehearsal on this machine\. No real vehicle/, `${name} says so`);
			}
			assert.match(strict.secret, /^vas_test_/, 'secrets carry a mark');
			const unmarked = { ...strict, secret: strict.secret.replace('vas_test_', '') };
			const answer = await exchange(unmarked, await freshCode(strict));
			assert.equal(answer.status, 401, 'without the mark they are refused');
			const share = await showPage(strict, 'share');
			assert.match(share.text, /https:\/\/connect\.smartcar\.com\/oauth\/authorize/);
			assert.match(share.text, /sandbox/i, 'the live link is told apart from the sandbox');
		}
	}
];

/** Status of the first page under another name; `fetch` lets nobody choose `Host`. */
function statusFor(origin: string, host: string): Promise<number | undefined> {
	return new Promise((resolve, reject) => {
		request(origin, { headers: { host } }, (response) => {
			response.resume();
			resolve(response.statusCode);
		})
			.on('error', reject)
			.end();
	});
}
