import { setSecurityHeaders } from '#lib/server/headers.ts';
import { expect, it } from 'vitest';

const EVERYWHERE = {
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'same-origin',
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

it.each([
	['over http', {}, false, { ...EVERYWHERE, 'cache-control': 'no-store' }],
	[
		'over https, and binds the browser to it for a year',
		{},
		true,
		{
			...EVERYWHERE,
			'cache-control': 'no-store',
			'strict-transport-security': 'max-age=31536000'
		}
	],
	[
		'and leave alone what an answer says of its caching',
		{ 'cache-control': 'public, max-age=60' },
		false,
		{ ...EVERYWHERE, 'cache-control': 'public, max-age=60' }
	]
])('the security headers are set %s', (_what, given, secure, expected) => {
	const headers = new Headers(given);
	setSecurityHeaders(headers, secure);
	expect(Object.fromEntries(headers)).toEqual(expected);
});
