import {
	formActionSource,
	placeOf,
	redirectBack,
	redirectWithError,
	shownPlace,
	startOf
} from '#lib/connect/redirect-back.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../support/any-text.ts';

const HOME = {
	redirectUri: 'https://app.example.com/cb',
	state: 'abc',
	protocol: 'platform',
	issuer: 'http://localhost:5173'
} as const;

describe('redirectBack', () => {
	it('writes the answer, then state, then what else there is', () => {
		expect(
			redirectBack(
				HOME,
				{ code: 'c-1' },
				{ user_id: 'u-1', external_id: null, virtual_key_url: '' }
			)
		).toBe('https://app.example.com/cb?code=c-1&state=abc&user_id=u-1&virtual_key_url=');
	});

	it('names the issuer last, under the strict protocol alone', () => {
		expect(redirectBack({ ...HOME, protocol: 'strict' }, { code: 'c-1' }, { user_id: 'u' })).toBe(
			'https://app.example.com/cb?code=c-1&state=abc&user_id=u&iss=http://localhost:5173'
		);
	});

	it.each([
		['https://app.example.com/cb?app=1', 'https://app.example.com/cb?app=1&code=c'],
		['https://app.example.com/cb?', 'https://app.example.com/cb?&code=c'],
		['https://app.example.com', 'https://app.example.com?code=c'],
		['sc8229df9f://exchange', 'sc8229df9f://exchange?code=c'],
		['http://[::1]:3000/', 'http://[::1]:3000/?code=c']
	])('keeps %s as it is and appends', (redirectUri, location) => {
		expect(redirectBack({ ...HOME, redirectUri, state: null }, { code: 'c' })).toBe(location);
	});

	it.each([
		['a+b/c==', 'a%2Bb/c%3D%3D'],
		['ä ß 漢', '%C3%A4%20%C3%9F%20%E6%BC%A2'],
		['&code=forged#x', '%26code%3Dforged%23x'],
		['', ''],
		["'()*!", '%27%28%29%2A%21']
	])('writes the state %j as %s', (state, written) => {
		expect(redirectBack({ ...HOME, state }, {})).toBe(
			`https://app.example.com/cb?state=${written}`
		);
	});

	it('gives any state back byte for byte to whoever reads the query', () => {
		fc.assert(
			fc.property(anyText(), (state) => {
				const location = redirectBack({ ...HOME, state }, { code: 'c' });
				const query = new URLSearchParams(location.slice(location.indexOf('?')));
				expect(query.get('state')).toBe(state);
				expect(query.get('code')).toBe('c');
			})
		);
	});
});

describe('redirectWithError', () => {
	it.each([
		[
			{ error: 'access_denied', description: 'Denied.' } as const,
			{ error: 'access_denied', error_description: 'Denied.' }
		],
		[
			{
				error: 'vehicle_incompatible',
				description: "The user's vehicle.",
				extra: { vin: 'V', make: 'AUDI' }
			} as const,
			{
				error: 'vehicle_incompatible',
				error_description: "The user's vehicle.",
				vin: 'V',
				make: 'AUDI'
			}
		],
		[
			{ error: 'invalid_scope', description: '“read_x” is none…' } as const,
			{ error: 'invalid_scope', error_description: "'read_x' is none..." }
		]
	])('tells %j with the state', (answer, expected) => {
		const { searchParams } = new URL(redirectWithError(HOME, answer));
		expect(Object.fromEntries(searchParams)).toEqual({ ...expected, state: 'abc' });
	});
});

describe('formActionSource', () => {
	it.each([
		['https://app.example.com/cb?x=1', 'https://app.example.com'],
		['https://app.example.com:8443/cb', 'https://app.example.com:8443'],
		['https://app.example.com:443/cb', 'https://app.example.com'],
		['HTTPS://App.Example.com/cb', 'https://app.example.com'],
		// An app under development may send the owner on to another port.
		[
			'http://localhost:3000/callback',
			'http://localhost:3000 http://localhost:* http://127.0.0.1:*'
		],
		['http://127.0.0.1:3000/', 'http://127.0.0.1:3000 http://localhost:* http://127.0.0.1:*'],
		// A policy cannot name an IPv6 address, so the scheme has to do.
		['http://[::1]:3000/', 'http:'],
		['https://[2001:db8::1]/', 'https:'],
		['sc8229df9f-91a0://exchange', 'sc8229df9f-91a0:'],
		['Com.Example.App:/cb', 'com.example.app:']
	])('allows %s by %s', (redirectUri, source) => {
		expect(formActionSource(redirectUri, true)).toBe(source);
	});

	it('allows one port alone where the server is not on the developer’s machine', () => {
		expect(formActionSource('http://localhost:3000/cb', false)).toBe('http://localhost:3000');
	});
});

describe('placeOf', () => {
	it.each([
		['https://app.example.com/cb?x=1', 'app.example.com'],
		['http://localhost:3000/callback', 'localhost:3000'],
		['http://[::1]:3000/', '[::1]:3000'],
		['sc8229df9f://exchange', 'sc8229df9f:'],
		['com.example.app:/cb', 'com.example.app:']
	])('calls %s %s', (redirectUri, place) => {
		expect(placeOf(redirectUri)).toBe(place);
	});
});

describe('shownPlace', () => {
	it('of a place too long for a header keeps the end, which tells whose it is', () => {
		expect(shownPlace('https://app.example.com/cb')).toBe('app.example.com');
		expect(shownPlace(`https://${'a'.repeat(39)}.evil.com/`)).toBe(`${'a'.repeat(39)}.evil.com`);
		const long = shownPlace(`https://chargeplanner.example.${'a'.repeat(60)}.evil.com/`);
		expect(long).toBe(`…${'a'.repeat(38)}.evil.com`);
		expect([...long]).toHaveLength(48);
	});
});

describe('startOf', () => {
	it.each([
		['https://app.example.com/cb?x=1', 'https://app.example.com/'],
		['http://localhost:3000/callback', 'http://localhost:3000/'],
		['sc8229df9f://exchange', 'sc8229df9f://exchange']
	])('of %s is %s', (redirectUri, start) => {
		expect(startOf(redirectUri)).toBe(start);
	});
});
