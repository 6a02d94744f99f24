import {
	checkRedirectUri,
	describeRedirectUri,
	rewriteCustomScheme
} from '#lib/access/connect-url/redirect-uri.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const clientId = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';
const SDK_PAGE = 'https://javascript-sdk.smartcar.com/v2/redirect';

describe('checkRedirectUri', () => {
	it.each([
		['https://example.com/callback', 'https'],
		['https://example.com', 'https'],
		['HTTPS://Example.com/Callback?a=b&c=%20', 'https'],
		['https://example.com:8443/a(b)', 'https'],
		['https://a-b.c--d.example:65535/', 'https'],
		[`https://${'x'.repeat(63)}.com/`, 'https'],
		[`https://${`${'x'.repeat(63)}.`.repeat(3)}${'x'.repeat(61)}/`, 'https'],
		['https://a.example/cb?app_origin=https://b.example', 'https'],
		['https://xn--exmple-cua.com/', 'https'],
		['http://localhost', 'localhost'],
		['http://localhost:8000/callback', 'localhost'],
		['http://127.0.0.1:3000/', 'loopback-address'],
		['http://[::1]:3000/', 'loopback-address'],
		[`${SDK_PAGE}?app_origin=https://myapp.com`, 'browser-sdk'],
		[`${SDK_PAGE}?app_origin=http://localhost:8000`, 'browser-sdk'],
		['https://javascript-sdk.smartcar.com/redirect-2.0.0?app_origin=https://a.io', 'browser-sdk'],
		[`sc${clientId}://callback`, 'custom-scheme'],
		[`sc${clientId}://callback/path?x=1`, 'custom-scheme'],
		[`https://example.com/${'x'.repeat(512 - 20)}`, 'https']
	])('accepts %s as it is', (uri, kind) => {
		expect(checkRedirectUri(uri)).toEqual({ ok: true, uri, kind });
	});

	it.each([
		['', 'empty', /^Write the address that owners come back to/],
		[`https://example.com/${'x'.repeat(513 - 20)}`, 'long', /at most 512 characters/],
		['https://example.com/a b', 'white-space', /holds no white space/],
		[' https://example.com/', 'white-space', /holds no white space/],
		['https://example.com/\n', 'white-space', /holds no white space/],
		['java\tscript:alert(1)', 'white-space', /holds no white space/],
		['https://example.com/\u0000', 'control-character', /no invisible characters/],
		['https://example.com/\u200B', 'control-character', /no invisible characters/],
		['https://example.com/\u3164', 'control-character', /no invisible characters/],
		['https://example.com/\uD800', 'control-character', /no invisible characters/],
		['https://exämple.com/', 'not-ascii', /plain ASCII; write the host as xn--/],
		['https://*.example.com/', 'wildcard', /no wildcard: it is compared as a whole/],
		['https://example.com/*', 'wildcard', /no wildcard/],
		['https://example.com\\@evil.com', 'backslash', /no backslash; write a slash/],
		['https://example.com/%zz', 'percent', /write “%” itself as %25/],
		['/callback', 'relative', /whole address with its scheme/],
		['callback', 'relative', /whole address with its scheme/],
		['//example.com/callback', 'relative', /whole address with its scheme/],
		['https://example.com/#done', 'fragment', /no part behind #/],
		['https://user:pw@example.com/', 'credentials', /no user name or password/],
		['http://localhost:3000@evil.com/', 'credentials', /no user name or password/],
		['javascript:alert(1)', 'scheme', /runs or reads something/],
		['JavaScript:alert(1)#', 'scheme', /runs or reads something/],
		['data:text/html,x', 'scheme', /runs or reads something/],
		['vbscript:x', 'scheme', /runs or reads something/],
		['file:///etc/passwd', 'scheme', /runs or reads something/],
		['http://example.com/', 'http', /Plain http is for localhost only/],
		['http://localhost.evil.com/', 'http', /Plain http is for localhost only/],
		['http://0x7f000001/', 'http', /Plain http is for localhost only/],
		['https://example.com/<b>', 'markup', /write them encoded, e\.g\. < as %3C/],
		['https://example.com/?a="', 'markup', /holds none of/],
		[`sc${clientId}://a|b`, 'markup', /holds none of/],
		...['`', '{', '}', '^', '>'].map((sign): [string, string, RegExp] => [
			`https://example.com/${sign}`,
			'markup',
			/holds none of/
		]),
		['https://example.com:0/', 'port', /a number from 1 to 65535/],
		['http://localhost:00/', 'port', /a number from 1 to 65535/],
		['https://example.com:/', 'port', /leave it out with its colon/],
		['https://example.com:65536/', 'port', /a number from 1 to 65535/],
		['https://example.com:http/', 'port', /a number from 1 to 65535/],
		['http://[::1]:99999/', 'port', /a number from 1 to 65535/],
		['https://a:1:2/', 'port', /a number from 1 to 65535/],
		['https://[::1/', 'host', /names no usable host/],
		['https://[::1]x/', 'host', /names no usable host/],
		['https://[:::]/', 'host', /names no usable host/],
		['https://x..com/', 'host', /names no usable host/],
		['https://.com/', 'host', /names no usable host/],
		['https://example.com./', 'host', /names no usable host/],
		['https://-x.com/', 'host', /names no usable host/],
		['https://1.2.3/', 'host', /names no usable host/],
		['https://0x7f.1/', 'host', /names no usable host/],
		['https://x-.com/', 'host', /names no usable host/],
		[`https://${'x'.repeat(64)}.com/`, 'host', /names no usable host/],
		[`https://${`${'x'.repeat(63)}.`.repeat(3)}${'x'.repeat(62)}/`, 'host', /usable host/],
		[`https://${'abcdefghi.'.repeat(25)}toolong/`, 'host', /names no usable host/],
		['https://example.com/cb?vin=1', 'answer-name', /give yours another name/],
		['https://example.com/cb?virtual_key_url=', 'answer-name', /give yours another name/],
		...['make', 'model', 'year', 'status_code', 'error_message'].map(
			(name): [string, string, RegExp] => [
				`https://example.com/cb?x=1&${name}=1`,
				'answer-name',
				/give yours another name/
			]
		),
		['https://', 'host', /names no usable host/],
		['https:///callback', 'host', /names no usable host/],
		['https:example.com', 'host', /names no usable host/],
		['https://a,default-src/cb', 'host', /names no usable host/],
		['https://a;sandbox/cb', 'host', /names no usable host/],
		['https://a$&b/cb', 'host', /names no usable host/],
		['https://a%3bsandbox/cb', 'host', /names no usable host/],
		['http://localhost/cb?state=evil', 'answer-name', /give yours another name/],
		['https://example.com/cb?x=1&iss=https://evil.example', 'answer-name', /another name/],
		['https://example.com/cb?c%6fde=1', 'answer-name', /give yours another name/],
		['myapp://callback', 'custom-scheme', /sc<client id>:\/\//],
		['sc://callback', 'custom-scheme', /sc<client id>:\/\//],
		[`sc${clientId}:callback`, 'custom-scheme', /sc<client id>:\/\//],
		[SDK_PAGE, 'app-origin', /“app_origin”, which the page on \S+ needs/],
		['https://a.example/cb?app_origin=http://evil.example', 'app-origin', /https or localhost/],
		['https://a.example/cb?app_origin=https://b.io&app_origin=x', 'app-origin', /is the origin/],
		[`${SDK_PAGE}?app_origin=https://a.io&app_origin=http://evil.example`, 'app-origin', /origin/],
		[`${SDK_PAGE}?app_origin=https://a.io&app_origin=https://b.io`, 'app-origin', /is the origin/],
		[`${SDK_PAGE}?app_origin=ws://localhost:8000`, 'app-origin', /https or localhost/],
		[`${SDK_PAGE}?app_origin=https://myapp.com/`, 'app-origin', /no slash at its end/],
		[`${SDK_PAGE}?app_origin=http://myapp.com`, 'app-origin', /https or localhost/],
		[`${SDK_PAGE}?app_origin=javascript:alert(1)`, 'app-origin', /https or localhost/]
	])('refuses %j by the rule %s', (uri, rule, message) => {
		const result = checkRedirectUri(uri);
		expect(result).toEqual({ ok: false, rule });
		expect(result.ok || describeRedirectUri(result.rule)).toMatch(message);
	});

	it('takes a custom scheme for its own application only', () => {
		expect(checkRedirectUri(`sc${clientId}://callback`, { clientId })).toMatchObject({ ok: true });
		expect(checkRedirectUri('sc1234://callback', { clientId })).toEqual({
			ok: false,
			rule: 'other-application'
		});
		expect(describeRedirectUri('other-application', clientId)).toBe(
			'The scheme carries the client id of another application; write sc<client id>:// with its own, e.g. sc8229df9f-91a0-4ff0-a1ae-a1f38ee24d07://callback.'
		);
	});

	it.each(['myapp://callback', 'sc1234://callback', 'sc://callback'])(
		'answers %j with an example that the application at hand can use',
		(uri) => {
			const own = '11111111-2222-4333-8444-555555555555';
			const refused = checkRedirectUri(uri, { clientId: own });
			const words = refused.ok ? '' : describeRedirectUri(refused.rule, own);
			const [, example = ''] = /e\.g\. (\S+)\.$/.exec(words) ?? [];
			expect(example).toBe(`sc${own}://callback`);
			expect(checkRedirectUri(example, { clientId: own })).toMatchObject({ ok: true });
		}
	);

	it('takes the id in a scheme however it is written', () => {
		const uri = `sc${clientId}://callback`;
		expect(checkRedirectUri(uri, { clientId: clientId.toUpperCase() }).ok).toBe(true);
	});

	it('writes the scheme of another application anew, and nothing else', () => {
		expect(rewriteCustomScheme('sc1234://callback?a=b:c', clientId)).toBe(
			`sc${clientId}://callback?a=b:c`
		);
		expect(rewriteCustomScheme(`sc${clientId}://callback`, clientId)).toBeNull();
		expect(rewriteCustomScheme('myapp://callback', clientId)).toBeNull();
		expect(rewriteCustomScheme('https://example.com/', clientId)).toBeNull();
	});

	it('accepts nothing that the web leads elsewhere than it reads', () => {
		const host = fc.constantFrom(
			'localhost',
			'127.0.0.1',
			'evil.com',
			'@evil.com',
			':80',
			'?',
			'/'
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(host, fc.string({ maxLength: 3 }))), (parts) => {
				const result = checkRedirectUri(`http://localhost${parts.join('')}`);
				if (result.ok) expect(new URL(result.uri).hostname).toBe('localhost');
			})
		);
	});
});
