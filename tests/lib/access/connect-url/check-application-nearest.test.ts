import {
	checkClientId,
	checkRedirect,
	checkVehicleId
} from '#lib/access/connect-url/check-application.ts';
import { describe, expect, it } from 'vitest';

const CLIENT_ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

describe('of registered addresses', () => {
	const named = (asked: string, ...uris: readonly [string, boolean][]) => {
		const redirectUris = uris.map(([uri, isDefault]) => ({ uri, isDefault }));
		const application = { clientId: CLIENT_ID, redirectUris };
		const [finding] = checkRedirect({ redirectUri: asked }, { application, makes: [] });
		return /Nearest is (\S+),/.exec(finding?.message ?? '')?.[1] ?? null;
	};

	it('the one with most in common is named', () => {
		const [near, far] = ['https://a.example/cb', 'https://b.example/x'];
		expect(named('https://a.example/cc', [far, true], [near, false])).toBe(near);
		expect(named('https://a.example/cc', [near, false], [far, true])).toBe(near);
		expect(named('https://a.example/cc')).toBeNull();
		expect(named('https://a.example/cc', ['x', true])).toBe('x');
	});

	it('the default is named of two that are equally near', () => {
		const [one, two] = ['https://a.example/1', 'https://a.example/2'];
		expect(named('https://a.example/3', [one, false], [two, true])).toBe(two);
		expect(named('https://a.example/3', [one, true], [two, false])).toBe(one);
		expect(named('https://a.example/3', [one, false], [two, false])).toBe(one);
	});
});

describe('an id', () => {
	const codes = (clientId: string, own: string) =>
		checkClientId(
			{ clientId },
			{ application: { clientId: own, redirectUris: [] }, makes: [] }
		).map(({ code }) => code);

	it('is the same in capitals', () => {
		expect(codes(CLIENT_ID.toUpperCase(), CLIENT_ID)).toEqual([]);
		expect(codes(CLIENT_ID, CLIENT_ID.toUpperCase())).toEqual([]);
		expect(codes(CLIENT_ID.replace('8', '9'), CLIENT_ID)).toEqual(['other-application']);
	});

	it('of a vehicle may be missing for Tesla with a scope alone', () => {
		const check = (make?: string, scope?: string) =>
			checkVehicleId(
				{ path: 'reauthenticate', ...(make ? { make } : {}), ...(scope ? { scope } : {}) },
				{ makes: [] }
			).length;
		expect([check('TESLA', 'read_vin'), check('TESLA'), check('BMW', 'read_vin')]).toEqual([
			0, 1, 1
		]);
	});
});

describe('a scheme of one’s own', () => {
	it('is compared with the id of the link only where the application is known', () => {
		const redirectUri = 'sc1234://callback';
		expect(checkRedirect({ redirectUri, clientId: CLIENT_ID }, { makes: [] })).toEqual([]);
	});
});
