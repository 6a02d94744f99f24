import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Check } from '../check.ts';
import { act, removeRedirectUris, type Client } from '../dashboard.ts';
import { expectPage } from '../expect.ts';
import { elementsOf } from '../http.ts';
import { isAccepted, openLink } from '../journey.ts';
import { exchange, freshCode, tokensOf } from '../tokens.ts';

/** Nothing redirects before client and redirect URI are verified. */
export const CLIENT_AND_REDIRECT: readonly Check[] = [
	{
		row: 1,
		source: 'RFC 6749 §4.1.2.1',
		title: 'an unknown client_id ends on a page of ours, without a redirect',
		async run({ strict, platform }) {
			for (const client of [strict, platform]) {
				for (const client_id of [randomUUID(), 'no-uuid', null]) {
					expectPage(await openLink(client, { client_id }), String(client_id));
				}
			}
		}
	},
	{
		row: 2,
		source: 'RFC 6749 §4.1.2.1, RFC 9700 §4.11.2',
		title: 'a redirect_uri that is not registered is shown as text and never as a link',
		async run({ strict }) {
			const redirect_uri = 'https://evil.example/callback';
			const answer = await openLink(strict, { redirect_uri });
			expectPage(answer);
			const led = [...elementsOf(answer.text, 'a'), ...elementsOf(answer.text, 'form')]
				.flatMap((element) => [element.get('href') ?? '', element.get('action') ?? ''])
				.filter((address) => address.startsWith('https://evil.example'));
			assert.deepEqual(led, [], 'nothing on the page leads there');
		}
	},
	{
		row: 3,
		source: 'RFC 9700 §2.1, §4.1.3',
		title: 'a registered redirect URI with anything added to it is refused',
		async run({ strict }) {
			await expectRefused(strict, [
				`${strict.redirectUri}/`,
				`${strict.redirectUri}/more`,
				`${strict.redirectUri}?more=1`,
				`${strict.redirectUri}/../callback`,
				strict.redirectUri.replace('app.example', 'app.example@evil.example'),
				strict.redirectUri.replace('app.example', 'app.example.evil.example'),
				strict.redirectUri.replace('app.example', 'app.example:443'),
				` ${strict.redirectUri}`
			]);
		}
	},
	{
		row: 4,
		source: 'RFC 9700 §4.1.3',
		title: 'a redirect URI in other case or with other escapes is refused',
		async run({ strict }) {
			await expectRefused(strict, [
				strict.redirectUri.toUpperCase(),
				strict.redirectUri.replace('app.example', 'APP.example'),
				strict.redirectUri.replace('callback', 'Callback'),
				strict.redirectUri.replace('callback', '%63allback')
			]);
		}
	},
	{
		row: 5,
		source: 'RFC 6749 §3.1.2',
		title: 'a fragment in a redirect URI is refused when it is registered and when it is sent',
		async run({ strict }) {
			await expectUnregistrable(strict, ['https://app.example/other#part']);
			await expectRefused(strict, [`${strict.redirectUri}#part`, `${strict.redirectUri}#`]);
		}
	},
	{
		row: 6,
		source: 'RFC 8252 §7.3, RFC 9700 §4.1.3',
		title: 'a loopback redirect URI on another port or another name is refused',
		async run({ newClient }) {
			const client = { ...(await newClient()), redirectUri: 'http://localhost:8123/callback' };
			await act(client, 'credentials', 'add', { uri: client.redirectUri });
			assert.ok(isAccepted(await openLink(client)), 'the registered one is accepted');
			await expectRefused(client, [
				'http://localhost:8124/callback',
				'http://127.0.0.1:8123/callback',
				'http://localhost.evil:8123/callback',
				'http://localhost.evil.example:8123/callback'
			]);
		}
	},
	{
		row: 7,
		source: 'RFC 9700 §2.6, RFC 8252 §7.1',
		title: 'only https, http on loopback and an app’s own scheme can be registered',
		async run({ newClient }) {
			const client = await newClient();
			await expectUnregistrable(client, [
				'javascript:alert(1)',
				'JavaScript://app.example/%0aalert(1)',
				'data:text/html,x',
				'file:///etc/passwd',
				'http://app.example/callback',
				'https://user@app.example/callback',
				'https://*.app.example/callback'
			]);
			for (const uri of [
				'https://app.example/second',
				'http://localhost:8123/callback',
				`sc${client.clientId}://callback`
			]) {
				const { status } = await act(client, 'credentials', 'add', { uri });
				assert.equal(status, 200, `${uri} is accepted`);
			}
		}
	},
	{
		row: 8,
		source: 'RFC 6749 §3.1.2.3',
		title: 'a link without redirect_uri ends at the default, and so does its code',
		async run({ strict, newClient }) {
			const code = await freshCode(strict, { redirect_uri: null });
			tokensOf(await exchange(strict, code, { redirect_uri: null }));

			const bare = await newClient();
			await removeRedirectUris(bare);
			expectPage(await openLink(bare, { redirect_uri: null }), 'without a default');
		}
	}
];

async function expectRefused(client: Client, uris: readonly string[]): Promise<void> {
	for (const redirect_uri of uris)
		expectPage(await openLink(client, { redirect_uri }), redirect_uri);
}

async function expectUnregistrable(client: Client, uris: readonly string[]): Promise<void> {
	for (const uri of uris) {
		const { status } = await act(client, 'credentials', 'add', { uri });
		assert.equal(status, 400, `${uri} is not registered`);
	}
}
