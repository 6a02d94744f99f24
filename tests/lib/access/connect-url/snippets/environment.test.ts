import {
	environmentOf,
	type Pointable,
	type Target
} from '#lib/access/connect-url/snippets/environment.ts';
import { describe, expect, it } from 'vitest';
import { clientId, LIVE, SANDBOX } from './parameter-sets.ts';

const OWN = [`SMARTCAR_CLIENT_ID=${clientId}`, 'SMARTCAR_CLIENT_SECRET=YOUR_CLIENT_SECRET'];
const HERE = 'http://127.0.0.1:3000';

const lines = (sdk: Pointable, target: Target) =>
	environmentOf(sdk, target, { clientId }).split('\n');

describe('the environment of an app', () => {
	it.each<[Pointable, readonly string[]]>([
		[
			'node',
			[
				`SMARTCAR_API_ORIGIN=${HERE}`,
				`SMARTCAR_AUTH_ORIGIN=${HERE}`,
				`SMARTCAR_API_V3_ORIGIN=${HERE}`,
				`SMARTCAR_MANAGEMENT_API_ORIGIN=${HERE}`
			]
		],
		[
			'python',
			[
				`SMARTCAR_CONNECT_ORIGIN=${HERE}`,
				`SMARTCAR_AUTH_ORIGIN=${HERE}/oauth/token`,
				`SMARTCAR_API_ORIGIN=${HERE}`,
				`SMARTCAR_VEHICLE_API_V3_ORIGIN=${HERE}`,
				`SMARTCAR_MANAGEMENT_API_ORIGIN=${HERE}`
			]
		],
		[
			'java',
			[
				`SMARTCAR_CONNECT_ORIGIN=${HERE}`,
				`SMARTCAR_AUTH_ORIGIN=${HERE}`,
				`SMARTCAR_API_ORIGIN=${HERE}`,
				`SMARTCAR_API_V3_ORIGIN=${HERE}`,
				`SMARTCAR_MANAGEMENT_API_ORIGIN=${HERE}`
			]
		],
		[
			'ruby',
			[
				`SMARTCAR_CONNECT_ORIGIN=${HERE}`,
				`SMARTCAR_AUTH_ORIGIN=${HERE}`,
				`SMARTCAR_API_ORIGIN=${HERE}`,
				`SMARTCAR_VEHICLE_API_ORIGIN=${HERE}`,
				`SMARTCAR_MANAGEMENT_API_ORIGIN=${HERE}`
			]
		],
		[
			'curl',
			[
				`SMARTCAR_CONNECT_ORIGIN=${HERE}`,
				`SMARTCAR_AUTH_ORIGIN=${HERE}`,
				`SMARTCAR_API_ORIGIN=${HERE}`
			]
		]
	])('of %s names every origin in the sandbox, and none on the live platform', (sdk, origins) => {
		expect(lines(sdk, SANDBOX)).toEqual([...origins, ...OWN]);
		expect(lines(sdk, LIVE)).toEqual(OWN);
	});

	it('holds a secret that is shown anyway', () => {
		const secret = 'vas_test_x';
		expect(environmentOf('node', LIVE, { clientId, clientSecret: secret })).toBe(
			`SMARTCAR_CLIENT_ID=${clientId}\nSMARTCAR_CLIENT_SECRET=${secret}`
		);
	});

	it('quotes what a shell would take for more than a value', () => {
		expect(environmentOf('node', LIVE, { clientId: 'a $(id)' })).toContain(
			"SMARTCAR_CLIENT_ID='a $(id)'"
		);
	});
});
