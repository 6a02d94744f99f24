import assert from 'node:assert/strict';
import type { Check } from '../check.ts';
import { showPage } from '../dashboard.ts';
import { elementsOf, postForm } from '../http.ts';
import { allow, queryOf, reachConsent, show } from '../journey.ts';
import { pagesOf } from '../pages.ts';
import { exchange } from '../tokens.ts';

/** What an owner's pages say, and what they let out. */
export const CONSENT_WORDS: readonly Check[] = [
	{
		row: 34,
		source: 'OWASP ASVS 3.2.2',
		title: 'the name of an application cannot pass for a part of the page',
		async run({ newClient, origin }) {
			const client = await newClient('Аррlе <b onclick=alert(1)>& "Sons"</b>');
			const { text } = await show(await reachConsent(client), 'grant');
			assert.doesNotMatch(text, /<b onclick/, 'it is escaped');
			assert.match(text, /Аррlе &lt;b onclick=alert\(1\)/, 'it is shown');
			const outside = text.replace(/<(bdi|title)\b.*?<\/\1>/gs, '');
			assert.doesNotMatch(outside, /Аррlе/, 'it stands in <bdi> wherever it is shown');
			assert.match(text, /app\.example/, 'the host that it leads to is shown');
			for (const name of ['Good\u202eppA', 'Zero\u200bwidth', 'x'.repeat(300)]) {
				const { status, location } = await postForm(`${origin}/?/create`, { name }, { origin });
				assert.deepEqual([status, location], [400, null], JSON.stringify(name.slice(0, 20)));
			}
		}
	},
	{
		row: 35,
		source: 'RFC 9700 §4.2.4',
		title: 'the owner’s pages load and link nothing of others, and send no referrer',
		async run(target) {
			for (const [name, { headers, text }] of await pagesOf(target)) {
				assert.equal(headers.get('referrer-policy'), 'no-referrer', name);
				const addresses = ['a', 'link', 'script', 'img', 'iframe', 'form', 'source']
					.flatMap((element) => elementsOf(text, element))
					.flatMap((element) => ['href', 'src', 'action'].map((key) => element.get(key) ?? ''));
				const foreign = addresses.filter(
					(address) => new URL(address, target.origin).origin !== target.origin
				);
				assert.deepEqual(foreign, [], name);
			}
		}
	},
	{
		row: 38,
		source: 'OWASP ASVS 10.7.2',
		title: 'the consent screen says who asks, for what, why, and for how long',
		async run({ strict }) {
			const { text } = await show(await reachConsent(strict, { scope: null }), 'grant');
			const words = text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
			assert.ok(words.includes(strict.name), 'who asks');
			assert.match(words, /odometer/i, 'an optional permission');
			assert.match(words, /battery/i, 'a required permission');
			assert.match(words, /Required by .+ for .+/, 'what it is required for');
			assert.match(words, /until you take it back/, 'for how long');
			assert.match(words, /Afterwards you go to app\.example/, 'where it leads');
		}
	},
	{
		row: 39,
		source: 'RFC 9700 update draft §2.3',
		title: 'a link for many that carries a fixed state is warned of as session fixation',
		async run({ strict }) {
			const warned = await showPage(strict, 'share?state=fixed');
			assert.match(warned.text, /session fixation/);
			const plain = await showPage(strict, 'share');
			assert.doesNotMatch(plain.text, /session fixation/);
		}
	},
	{
		row: 40,
		source: 'RFC 9700 §4.3, OWASP ASVS 14.2.1',
		title: 'what carries a code or a token is kept by no cache',
		async run(target) {
			const { strict } = target;
			for (const [name, { headers }] of await pagesOf(target)) {
				assert.equal(headers.get('cache-control'), 'no-store', name);
			}
			const redirect = await allow(await reachConsent(strict));
			assert.equal(redirect.headers.get('cache-control'), 'no-store', 'the redirect');
			const answer = await exchange(strict, queryOf(redirect).get('code') ?? '');
			assert.equal(answer.headers.get('cache-control'), 'no-store', 'the token answer');
		}
	},
	{
		row: 40,
		source: 'RFC 9700 §4.3, OWASP ASVS 14.2.1',
		title: 'the log of an unexpected fault holds neither query nor body',
		testedIn: 'tests/hooks.server.test.ts'
	}
];
