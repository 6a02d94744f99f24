import { isCrossSite, ownOrigins, refusalOf } from '#lib/server/guard.ts';
import { describe, expect, it } from 'vitest';

const selfOrigin = 'http://127.0.0.1:3000';

describe('isCrossSite', () => {
	it.each([
		['GET', 'https://evil.example', 'cross-site', false],
		['HEAD', null, null, false],
		['OPTIONS', 'https://evil.example', null, false],
		['POST', selfOrigin, null, false],
		['POST', selfOrigin, 'same-origin', false],
		['POST', null, 'same-origin', false],
		['POST', null, 'none', false],
		['POST', null, null, true],
		['POST', null, 'same-site', true],
		['POST', null, 'cross-site', true],
		['POST', 'null', 'same-origin', true],
		['POST', 'https://evil.example', 'same-origin', true],
		['POST', 'http://127.0.0.1:3001', 'same-site', true],
		['POST', 'https://127.0.0.1:3000', null, true],
		['PUT', null, null, true],
		['DELETE', null, null, true],
		['PATCH', 'https://evil.example', null, true],
		['post', null, null, true]
	])('%s with Origin %s and Sec-Fetch-Site %s: %s', (method, origin, fetchSite, expected) => {
		expect(isCrossSite({ method, origin, fetchSite, selfOrigins: [selfOrigin] })).toBe(expected);
	});
});

describe('ownOrigins', () => {
	const PUBLIC = 'https://keys.example.com';
	it.each([
		['127.0.0.1:3000', selfOrigin, [selfOrigin]],
		['localhost:3000', selfOrigin, [selfOrigin, 'http://localhost:3000']],
		['[::1]:3000', selfOrigin, [selfOrigin, 'http://[::1]:3000']],
		['localhost:3001', selfOrigin, []],
		['localhost', selfOrigin, []],
		['evil.example:3000', selfOrigin, []],
		['127.0.0.1.evil.example:3000', selfOrigin, []],
		['evil.example@127.0.0.1:3000', selfOrigin, []],
		['127.0.0.1:3000/x', selfOrigin, []],
		['', selfOrigin, []],
		[null, selfOrigin, []],
		['keys.example.com', PUBLIC, [PUBLIC]],
		['keys.example.com.evil.example', PUBLIC, []],
		// A proxy or a health check on the same machine.
		['127.0.0.1:3000', PUBLIC, [PUBLIC, 'http://127.0.0.1:3000']]
	])('Host %s of a server at %s: %j', (host, configured, expected) => {
		expect(ownOrigins(host, configured, 3000)).toEqual(expected);
	});
});

describe('refusalOf', () => {
	const foreignPage =
		'Refused: this request did not come from a page of this server. Open http://127.0.0.1:3000 and try again.';
	it.each([
		['GET', { host: '127.0.0.1:3000' }, null],
		['POST', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, null],
		['POST', { host: 'localhost:3000', origin: 'http://localhost:3000' }, null],
		['POST', { host: '127.0.0.1:3000', origin: 'http://localhost:3000' }, [403, foreignPage]],
		['POST', { host: 'localhost:3000', origin: 'http://localhost:9999' }, [403, foreignPage]],
		['PUT', { host: 'localhost:3000' }, [403, foreignPage]],
		['GET', { host: 'evil.example' }, [421, 'This server answers at http://127.0.0.1:3000 only.']],
		[
			'POST',
			{ host: 'evil.example:3000', origin: 'http://evil.example:3000' },
			[421, 'This server answers at http://127.0.0.1:3000 only.']
		]
	])('%s with %j: %j', (method, headers, expected) => {
		const request = { method, headers: new Headers(headers), url: `${selfOrigin}/apps` };
		const refusal = refusalOf(request, selfOrigin, 3000);
		expect(refusal && [refusal.status, refusal.message]).toEqual(expected);
	});

	it.each([
		['/oauth/token', null],
		['/oauth/revoke', null],
		['/oauth2/token', null],
		['/v2.0/vehicles', null],
		['/v3/vehicles/x/commands/security/lock', null],
		['/oauth/authorize', 403],
		['/oauth/tokens', 403],
		['/apps/token', 403],
		['/oauth/authorize/x/grant', 403],
		['/vehicle-access', 403]
	])('a POST to %s that states no origin: %j', (path, status) => {
		const headers = new Headers({ host: '127.0.0.1:3000' });
		const request = { method: 'POST', headers, url: selfOrigin + path };
		expect(refusalOf(request, selfOrigin, 3000)?.status ?? null).toBe(status);
	});

	it.each([
		['/oauth/authorize/x/grant', 'same-origin', null],
		['/oauth/authorize/x/grant', 'cross-site', 403],
		['/oauth/authorize/x/grant', 'same-site', 403],
		['/oauth/authorize/x/grant', undefined, 403],
		['/apps/x/settings', 'same-origin', 403]
	])('a POST to %s with Origin null and Sec-Fetch-Site %s: %j', (path, fetchSite, status) => {
		const headers = new Headers({ host: '127.0.0.1:3000', origin: 'null' });
		if (fetchSite) headers.set('sec-fetch-site', fetchSite);
		const request = { method: 'POST', headers, url: selfOrigin + path };
		expect(refusalOf(request, selfOrigin, 3000)?.status ?? null).toBe(status);
	});

	it('lets programs in under our own name only', () => {
		const headers = new Headers({ host: 'evil.example' });
		const request = { method: 'POST', headers, url: `${selfOrigin}/oauth/token` };
		expect(refusalOf(request, selfOrigin, 3000)?.status).toBe(421);
	});
});
