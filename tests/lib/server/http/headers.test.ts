import { setSecurityHeaders } from '#lib/server/http/headers.ts';
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
	setSecurityHeaders(headers, { secure });
	expect(Object.fromEntries(headers)).toEqual(expected);
});

it('pages of Connect send no referrer, and stay within reach of the window that opened them', () => {
	const headers = new Headers();
	setSecurityHeaders(headers, { secure: false, connect: true });
	expect(headers.get('referrer-policy')).toBe('no-referrer');
	expect(headers.get('cross-origin-opener-policy')).toBe('unsafe-none');
});

it('behind the door, which has set those of every answer, only what is another one is set', () => {
	const [plain, connect] = [new Headers(), new Headers()];
	setSecurityHeaders(plain, { common: false, secure: false });
	setSecurityHeaders(connect, { common: false, secure: false, connect: true });
	expect(Object.fromEntries(plain)).toEqual({ 'cache-control': 'no-store' });
	expect(Object.fromEntries(connect)).toEqual({
		'cache-control': 'no-store',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'unsafe-none'
	});
});

it('a form may lead to the one place that is named, beside ourselves', () => {
	const headers = new Headers({
		'content-security-policy': "default-src 'self'; form-action 'self'; base-uri 'none'"
	});
	setSecurityHeaders(headers, { secure: false, formAction: 'https://app.example.com' });
	expect(headers.get('content-security-policy')).toBe(
		"default-src 'self'; form-action 'self' https://app.example.com; base-uri 'none'"
	);
});

it('a place whose name means something to a replacement is named as it is', () => {
	const headers = new Headers({ 'content-security-policy': "form-action 'self'" });
	setSecurityHeaders(headers, { secure: false, formAction: 'https://a$&b' });
	expect(headers.get('content-security-policy')).toBe("form-action 'self' https://a$&b");
});
