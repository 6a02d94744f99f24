import { checkClientId } from '#lib/access/connect-url/checks/client-id.ts';
import { checkRedirect } from '#lib/access/connect-url/checks/redirect-uri.ts';
import { checkVehicleId } from '#lib/access/connect-url/checks/vehicle-id.ts';
import { describe, expect, it } from 'vitest';

const CLIENT_ID = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

describe('an id', () => {
	const codes = (clientId: string, own: string) =>
		checkClientId(
			{ parameters: { clientId } },
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
				{
					parameters: {
						path: 'reauthenticate',
						...(make ? { make } : {}),
						...(scope ? { scope } : {})
					}
				},
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
		expect(
			checkRedirect({ parameters: { redirectUri, clientId: CLIENT_ID } }, { makes: [] })
		).toEqual([]);
	});
});
