import { MOST_URI_CHARACTERS, readCallbackUri } from '#lib/webhooks/callback-uri.ts';
import { describe, expect, it } from 'vitest';

describe('readCallbackUri', () => {
	it.each([
		'http://localhost:4000/hook',
		'https://hooks.example.com/a?b=c',
		'http://127.0.0.1',
		'http://[::1]:80/x',
		'https://hooks.example.com/users/@me'
	])('takes %s', (text) => {
		expect(readCallbackUri(text)).toEqual({ ok: true, url: new URL(text) });
	});

	it.each([
		['', 'empty'],
		['  ', 'empty'],
		[`http://localhost/${'x'.repeat(MOST_URI_CHARACTERS)}`, 'too-long'],
		['localhost:4000/hook', 'scheme'],
		['/hook', 'not-absolute'],
		['hook', 'not-absolute'],
		['http:localhost', 'not-absolute'],
		['http:///localhost', 'not-absolute'],
		['http://local host/', 'not-absolute'],
		['http://localhost/\n', 'not-absolute'],
		['http:\\\\localhost\\', 'not-absolute'],
		['http://good.example\\@localhost/', 'not-absolute'],
		['http://[::1', 'not-absolute'],
		['http://localhost:99999/', 'not-absolute'],
		['ftp://localhost/', 'scheme'],
		['file:///etc/passwd', 'scheme'],
		['gopher://127.0.0.1:6379/_x', 'scheme'],
		['data:,x', 'scheme'],
		['javascript:alert(1)', 'scheme'],
		['ws://localhost/', 'scheme'],
		['http://user@localhost/', 'credentials'],
		['http://user:pass@localhost/', 'credentials'],
		['http://@localhost/', 'credentials'],
		['http://:@localhost/', 'credentials'],
		['http://localhost/#there', 'fragment'],
		['http://localhost/#', 'fragment']
	])('refuses %j: %s', (text, fault) => {
		expect(readCallbackUri(text)).toEqual({ ok: false, fault });
	});
});
