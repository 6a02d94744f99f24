import { isCrossSite, isOwnHost } from '#lib/server/guard.ts';
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
		expect(isCrossSite({ method, origin, fetchSite, selfOrigin })).toBe(expected);
	});
});

describe('isOwnHost', () => {
	it.each([
		['127.0.0.1:3000', selfOrigin, true],
		['localhost:3000', selfOrigin, true],
		['[::1]:3000', selfOrigin, true],
		['localhost:3001', selfOrigin, false],
		['localhost', selfOrigin, false],
		['evil.example:3000', selfOrigin, false],
		['127.0.0.1.evil.example:3000', selfOrigin, false],
		['', selfOrigin, false],
		[null, selfOrigin, false],
		['keys.example.com', 'https://keys.example.com', true],
		['localhost:3000', 'https://keys.example.com', false]
	])('Host %s at %s: %s', (host, origin, expected) => {
		expect(isOwnHost(host, origin)).toBe(expected);
	});
});
