import { readSampleLink, runOf, withState } from '#lib/connect/sample-link.ts';
import { describe, expect, it } from 'vitest';

const SAMPLE = 'http://localhost:5173/sandbox/callback';
const CALLBACK = 'https://app.example/callback';

describe('readSampleLink', () => {
	it.each([
		['?client_id=ABC&state=s', { clientId: 'abc', state: 's' }],
		['?client_id=abc&redirect_uri=https://app.example/callback', { redirectUri: CALLBACK }],
		['?client_id=abc&state=', {}],
		['', { clientId: '' }],
		['?client_id=abc&vehicle_id=v', { path: '/oauth/reauthenticate' }]
	])('reads %j', (search, read) => {
		const usual = { clientId: 'abc', redirectUri: undefined, state: undefined };
		expect(readSampleLink(search)).toEqual({ ...usual, path: '/oauth/authorize', ...read });
	});
});

describe('runOf', () => {
	const uri = (address: string, change: object = {}) => ({
		uri: address,
		isDefault: false,
		isBuiltIn: false,
		...change
	});
	const application = (...redirectUris: ReturnType<typeof uri>[]) => ({
		clientId: 'client',
		redirectUris
	});
	const moved = 'http://127.0.0.1:9/sandbox/callback';

	it.each([
		['the address that it names', SAMPLE, [uri(SAMPLE)], SAMPLE],
		['the default', undefined, [uri(CALLBACK), uri(SAMPLE, { isDefault: true })], SAMPLE],
		['the one that another server leads to itself', moved, [uri(moved, { isBuiltIn: true })], moved]
	])('is remembered for %s', (_what, redirectUri, registered, expected) => {
		expect(runOf({ redirectUri }, application(...registered), SAMPLE)).toEqual({
			clientId: 'client',
			redirectUri: expected
		});
	});

	it.each([
		['it ends at an app', CALLBACK, [uri(CALLBACK), uri(SAMPLE)]],
		['it names what is not registered', SAMPLE, [uri(CALLBACK)]],
		['the default is an app', undefined, [uri(SAMPLE), uri(CALLBACK, { isDefault: true })]],
		['there is no default', undefined, [uri(SAMPLE)]]
	])('is none where %s', (_why, redirectUri, registered) => {
		expect(runOf({ redirectUri }, application(...registered), SAMPLE)).toBeNull();
	});

	it('is none without an application', () => {
		expect(runOf({ redirectUri: SAMPLE }, null, SAMPLE)).toBeNull();
	});
});

describe('withState', () => {
	it.each([
		['?a=1', '?a=1&state=s'],
		['?state=&a=1&state', '?a=1&state=s'],
		['?a=1&&stated=x', '?a=1&stated=x&state=s'],
		['', '?state=s']
	])('of %j is %j', (search, expected) => {
		expect(withState(search, 's')).toBe(expected);
	});

	it('escapes it', () => {
		expect(withState('?a=1', 'a&b')).toBe('?a=1&state=a%26b');
	});
});
