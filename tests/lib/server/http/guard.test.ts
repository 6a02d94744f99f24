import { isCrossSite, ownOrigin, refusalOf } from '#lib/server/http/guard.ts';
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

describe('ownOrigin', () => {
	const PUBLIC = 'https://keys.example.com';
	it.each([
		['127.0.0.1:3000', [selfOrigin], selfOrigin],
		['localhost:3000', [selfOrigin], 'http://localhost:3000'],
		['[::1]:3000', [selfOrigin], 'http://[::1]:3000'],
		['localhost:3001', [selfOrigin], null],
		['localhost', [selfOrigin], null],
		['evil.example:3000', [selfOrigin], null],
		['127.0.0.1.evil.example:3000', [selfOrigin], null],
		['evil.example@127.0.0.1:3000', [selfOrigin], null],
		['127.0.0.1:3000/x', [selfOrigin], null],
		['', [selfOrigin], null],
		[null, [selfOrigin], null],
		['keys.example.com', [PUBLIC], PUBLIC],
		['KEYS.example.com', [PUBLIC], PUBLIC],
		['keys.example.com.evil.example', [PUBLIC], null],
		// A proxy or a health check on the same machine.
		['127.0.0.1:3000', [PUBLIC], 'http://127.0.0.1:3000'],
		// A name inside of Compose, and the port that it is mapped to.
		['valetkey:3000', [PUBLIC, 'http://valetkey:3000'], 'http://valetkey:3000'],
		['localhost:8080', [PUBLIC, 'http://localhost:8080'], 'http://localhost:8080'],
		['localhost:8080', [PUBLIC, 'http://valetkey:3000'], null]
	])('Host %s of a server at %j: %s', (host, origins, expected) => {
		expect(ownOrigin(host, { origins, port: 3000 })).toBe(expected);
	});

	it.each([
		['https', 'https://keys.example.com'],
		['http', 'http://keys.example.com'],
		[null, 'http://keys.example.com']
	])('of one name with both schemes that of the browser counts: %s', (protocol, expected) => {
		const origins = ['http://keys.example.com', 'https://keys.example.com'];
		expect(ownOrigin('keys.example.com', { origins, port: 3000 }, protocol)).toBe(expected);
	});
});

describe('refusalOf', () => {
	const names = { origins: [selfOrigin], port: 3000 };

	/** What is refused of a request, with its path and headers. */
	function refuse(method: string, pathname: string, given: Readonly<Record<string, string>>) {
		const headers = new Headers(given);
		const own = ownOrigin(headers.get('host'), names);
		return refusalOf({ method, pathname, headers, own }, names.origins);
	}

	const foreignPage =
		'Refused: this request did not come from a page of this server. Open http://127.0.0.1:3000 and try again.';
	const from = (origin: string) =>
		`Refused: this request came from ${origin}, and this server knows itself as http://127.0.0.1:3000 only. If ${origin} is the address that you use, start the server with ORIGINS=http://127.0.0.1:3000,${origin}; otherwise another site sent it.`;
	const elsewhere =
		'This server answers at http://127.0.0.1:3000 only. If you know it by another address, start it with that address in ORIGINS.';

	it.each([
		['GET', { host: '127.0.0.1:3000' }, null],
		['POST', { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }, null],
		['POST', { host: 'localhost:3000', origin: 'http://localhost:3000' }, null],
		[
			'POST',
			{ host: '127.0.0.1:3000', origin: 'http://localhost:3000' },
			[403, from('http://localhost:3000')]
		],
		[
			'POST',
			{ host: 'localhost:3000', origin: 'http://localhost:9999' },
			[403, from('http://localhost:9999')]
		],
		['POST', { host: 'localhost:3000', origin: 'null' }, [403, foreignPage]],
		['POST', { host: 'localhost:3000', origin: 'no origin' }, [403, foreignPage]],
		['PUT', { host: 'localhost:3000' }, [403, foreignPage]],
		['GET', { host: 'evil.example' }, [421, elsewhere]],
		['POST', { host: 'evil.example:3000', origin: 'http://evil.example:3000' }, [421, elsewhere]]
	])('%s with %j: %j', (method, headers, expected) => {
		const refusal = refuse(method, '/apps', headers);
		expect(refusal && [refusal.status, refusal.message]).toEqual(expected);
	});

	it('takes a form from any address of ours, under any name of ours', () => {
		const origins = ['https://keys.example.com', 'http://valetkey:3000'];
		const headers = new Headers({ origin: 'https://keys.example.com' });
		const request = { method: 'POST', pathname: '/', headers, own: 'http://valetkey:3000' };
		expect(refusalOf(request, origins)).toBeNull();
	});

	it.each([
		['GET', null],
		['HEAD', null],
		['POST', 421]
	])('%s for health is answered under every name: %s', (method, status) => {
		expect(refuse(method, '/healthz', { host: '10.0.0.7' })?.status ?? null).toBe(status);
	});

	it.each([
		['/oauth/token', null],
		['/oauth/revoke', null],
		['/oauth2/token', null],
		['/v2.0/vehicles', null],
		['/v3/vehicles/x/commands/security/lock', null],
		['/oauth/authorize', 403],
		['/oauth/authorize/token', 403],
		['/apps/token', 403],
		['/oauth/authorize/x/grant', 403],
		['/vehicle-access', 403]
	])('a POST to %s that states no origin: %j', (path, status) => {
		expect(refuse('POST', path, { host: '127.0.0.1:3000' })?.status ?? null).toBe(status);
	});

	it.each([
		['/oauth/authorize/x/grant', 'same-origin', null],
		['/oauth/authorize/x/grant', 'cross-site', 403],
		['/oauth/authorize/x/grant', 'same-site', 403],
		['/oauth/authorize/x/grant', undefined, 403],
		['/apps/x/settings', 'same-origin', 403]
	])('a POST to %s with Origin null and Sec-Fetch-Site %s: %j', (path, fetchSite, status) => {
		const headers = { host: '127.0.0.1:3000', origin: 'null' };
		const all = fetchSite ? { ...headers, 'sec-fetch-site': fetchSite } : headers;
		expect(refuse('POST', path, all)?.status ?? null).toBe(status);
	});

	it.each([
		['/sandbox/api/seed', {}, null],
		['/sandbox/api/seed', { origin: 'http://127.0.0.1:3000' }, null],
		['/sandbox/api/seed', { origin: 'https://evil.example' }, 403],
		['/sandbox/api/seed', { origin: 'http://127.0.0.1:3001' }, 403],
		['/sandbox/api/seed', { origin: 'null' }, 403],
		['/sandbox/api/seed', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 403],
		['/sandbox/api/seed', { 'sec-fetch-site': 'cross-site' }, 403],
		['/sandbox/api/seed', { 'sec-fetch-site': 'same-origin' }, null],
		['//sandbox/api/nothing', { origin: 'https://evil.example' }, 403],
		['/openapi/control.json', { origin: 'https://evil.example' }, 403]
	])('a POST to %s, which asks for no credentials, with %j: %j', (path, given, status) => {
		const refusal = refuse('POST', path, { host: '127.0.0.1:3000', ...given });
		expect(refusal?.status ?? null).toBe(status);
	});

	it('lets programs in under our own name only', () => {
		expect(refuse('POST', '/oauth/token', { host: 'evil.example' })?.status).toBe(421);
	});
});
