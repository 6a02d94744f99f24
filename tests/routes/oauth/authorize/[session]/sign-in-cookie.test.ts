import { randomSecret } from '#lib/server/digest.ts';
import { describe, expect, it, vi } from 'vitest';
import {
	giveSignIn,
	signInOf
} from '../../../../../src/routes/oauth/authorize/[session]/sign-in-cookie.ts';

const PATH = '/oauth/authorize/1';
const SECRET = randomSecret();

describe('giveSignIn', () => {
	it.each([
		['http://localhost:3000/', 'connect_sign_in', false],
		['https://valetkey.example.com/', '__Secure-connect_sign_in', true]
	])('at %s sets %s for the session alone, for an hour', (address, name, secure) => {
		const set = vi.fn();
		giveSignIn({ set }, new URL(address), PATH, SECRET);
		const flags = { path: PATH, httpOnly: true, sameSite: 'lax', secure, maxAge: 3600 };
		expect(set.mock.calls).toEqual([[name, SECRET, flags]]);
	});
});

describe('signInOf', () => {
	const read = (address: string, cookies: Readonly<Record<string, string | undefined>>) =>
		signInOf({ get: (name) => cookies[name] }, new URL(address));

	it('reads the name that only https can set where the address is https', () => {
		const both = { connect_sign_in: 'x', '__Secure-connect_sign_in': SECRET };
		expect(read('https://valetkey.example.com/', both)).toBe(SECRET);
		expect(read('http://localhost:3000/', both)).toBeUndefined();
	});

	it.each(['', 'x', `${SECRET}x`, '%ff', undefined])('takes %j for none', (value) => {
		expect(read('http://localhost:3000/', { connect_sign_in: value })).toBeUndefined();
	});
});
