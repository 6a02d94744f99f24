import { dialectOf, routedPath, unknownVersion } from '#lib/access/program-address.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('dialectOf', () => {
	it.each([
		['/oauth/token', 'oauth'],
		['/oauth/token/', 'oauth'],
		['//oauth//token', 'oauth'],
		['/oauth/Token', 'oauth'],
		['/oauth/token/x', 'oauth'],
		['/token', 'oauth'],
		['/oauth/revoke', 'oauth'],
		['/oauth2/token', 'oauth'],
		['/oauth2', 'oauth'],
		['/oauth2/x/y', 'oauth'],
		['/.well-known/openid-configuration', 'oauth'],
		['/v2.0', 'v2'],
		['/v2.0/', 'v2'],
		['//v2.0/user', 'v2'],
		['/v99999999.99/user/', 'v2'],
		['/vnext/user', 'v2'],
		['/vehicles/x', 'v2'],
		['/v3', 'v3'],
		['/v3/vehicles/x/signals', 'v3'],
		['/v3.0/vehicles', 'v3'],
		['/oauth/tokens', 'oauth'],
		['/oauth/access_token', 'oauth'],
		['/oauth/authorise', 'oauth'],
		['/oauth/authorizes', 'oauth'],
		['/V2.0/user', 'v2'],
		['/V3/vehicles', 'v3'],
		['/api', 'v2'],
		['/api/v2.0/vehicles', 'v2'],
		['//api//v3/vehicles', 'v3'],
		['/API/oauth/token', 'oauth'],
		['/api/vehicles', 'v2'],
		['/sandbox/api', 'control'],
		['/sandbox/api/seed', 'control'],
		['//Sandbox//API/seed/', 'control'],
		['/openapi/control.json', 'control'],
		['/sandbox/apis', null],
		['/sandbox/callback', null],
		['/apps/openapi', null],
		['/apis', null],
		['/apps/api', null],
		['/oauth/', null],
		['/oauth/Authorize', null],
		['/oauth/reauthenticate', null],
		['/oauth/reauthenticate/', null],
		['/oauth/authorize', null],
		['/oauth/authorize/x/grant', null],
		['/apps/token', null],
		['/apps/v2.0/user', null],
		['/vehicles', null],
		['/', null]
	])('%s speaks %s', (path, dialect) => {
		expect(dialectOf(path)).toBe(dialect);
	});
});

describe('unknownVersion', () => {
	it.each([
		['/v2.0/user', null],
		['/v9/user', null],
		['/vnext/user', 'vnext'],
		['/V2.0/user', 'V2.0'],
		['/v2.x/user', 'v2.x'],
		['//v2x/user', 'v2x'],
		['/apps/x', null]
	])('of %s is %s', (path, version) => {
		expect(unknownVersion(path)).toBe(version);
	});
});

describe('routedPath', () => {
	it.each([
		['/v2.0/user/', '/v2.0/user/'],
		['/v99999999.99/user/', '/v2.0/user/'],
		['/v1/vehicles', '/v2.0/vehicles'],
		['/v2', '/v2.0'],
		['/v3/vehicles', '/v3/vehicles'],
		['/vnext/user', '/vnext/user'],
		['//v2.0//user', '/v2.0/user'],
		['//oauth/token', '/oauth/token'],
		['//oauth/authorize', '/oauth/authorize'],
		['/v2.0/vehicles/%zz/permissions', '/v2.0/vehicles/%25zz/permissions'],
		['/v2.0/vehicles/%C3%A4', '/v2.0/vehicles/%C3%A4'],
		['//apps/x', '//apps/x'],
		['/apps/%zz', '/apps/%zz']
	])('%s is answered by %s', (path, routed) => {
		expect(routedPath(path)).toBe(routed);
	});

	it('can always be decoded, for a program', () => {
		fc.assert(
			fc.property(fc.webPath(), fc.string(), (path, odd) => {
				expect(() => decodeURI(routedPath(`/v2.0${path}/%${odd}`))).not.toThrow();
			})
		);
	});
});
