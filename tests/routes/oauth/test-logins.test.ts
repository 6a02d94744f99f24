import { TEST_LOGINS } from '#lib/connect/test-logins.ts';
import { expect, it } from 'vitest';
import { testLogin } from '../../../src/routes/oauth/words.en.ts';

it('says what comes of each test login', () => {
	expect(
		Object.fromEntries(TEST_LOGINS.map(({ username, result }) => [username, testLogin(result)]))
	).toEqual({
		'smartcar@successful-request.com': 'One vehicle, an Audi',
		'5-vehicles@smartcar.com': 'Five vehicles; any number up to 999',
		'0-vehicles@smartcar.com': 'Ends with no_vehicles',
		'smartcar@vehicle-incompatible.com': 'Ends with vehicle_incompatible',
		'smartcar@invalid-subscription.com': 'Ends with invalid_subscription',
		'server-error@smartcar.com': 'Ends with server_error',
		'0SCAUDI037A5ADB1C@bev.smartcar.com':
			'The vehicle with this VIN, able to do what the word behind @ says: compatible, bev, phev, fuel or incompatible',
		'VEHICLE_STATE.UNKNOWN@smartcar.com': 'Connects; then every call fails with this error'
	});
});
