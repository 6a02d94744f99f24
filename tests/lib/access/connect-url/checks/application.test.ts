import { describe, expect, it } from 'vitest';
import { application, clientId, findings, table, vehicleId } from './check-table.ts';

describe('the application', () => {
	table([
		[{}, []],
		[
			{ clientId: '' },
			['error client_id no-client-id: It must be there; write the application’s client id.']
		],
		[
			{ clientId: 'client_01H', idParameter: 'application_id' },
			[
				'error application_id machine-id: “client_01H” is the id of machine credentials; write the application’s own id, a UUID like 8229df9f-91a0-4ff0-a1ae-a1f38ee24d07.'
			]
		],
		[
			{ clientId: 'my app' },
			[
				'error client_id client-id-form: “my app” is no UUID; write an id like 8229df9f-91a0-4ff0-a1ae-a1f38ee24d07.'
			]
		],
		[
			{ user: 'a\u0000', clientId },
			[
				'error user control-character: It holds the invisible character U+0000; remove it.',
				'note user not-returned: It only groups statistics and does not come back; use state or external_id to know the owner again.'
			]
		]
	]);

	it('is the one that the link is shared for', () => {
		expect(findings({ clientId: vehicleId }, application('https://example.com/home')).join()).toBe(
			`warning client_id other-application: The link asks for another application; the id of this one is ${clientId}.`
		);
	});
});

describe('the response type', () => {
	table([
		[{ responseType: 'code' }, []],
		[
			{ responseType: 'none' },
			[
				'note response_type no-code: No code comes back; your server uses its own machine credentials, and a redirect is optional.'
			]
		],
		[
			{ responseType: 'token' },
			[
				'error response_type response-type: “token” is no response type; write “code”, or “none” when your server uses machine credentials.'
			]
		],
		[
			{ responseType: vehicleId },
			[
				'warning response_type reauthentication: To let an owner sign in again, use /oauth/reauthenticate with response_type=vehicle_id and the id in vehicle_id.'
			]
		],
		[
			{ responseType: 'vehicle_id' },
			[
				'error response_type reauthentication: To let an owner sign in again, use /oauth/reauthenticate with response_type=vehicle_id and the id in vehicle_id.'
			]
		],
		[{ path: 'reauthenticate', responseType: 'vehicle_id', vehicleId }, []],
		[
			{ path: 'reauthenticate', responseType: 'code', vehicleId },
			[
				'error response_type response-type: “code” does not fit /oauth/reauthenticate; write response_type=vehicle_id.'
			]
		],
		[
			{ path: 'reauthenticate' },
			[
				'error vehicle_id no-vehicle-id: Signing in again needs it; write the id of the connected vehicle.'
			]
		],
		[
			{ path: 'reauthenticate', vehicleId: '12' },
			[`error vehicle_id vehicle-id-form: “12” is no vehicle id; write one like ${vehicleId}.`]
		],
		[{ path: 'reauthenticate', make: 'TESLA', scope: 'read_vin' }, []],
		[
			{ vehicleId },
			[
				'warning vehicle_id vehicle-id-ignored: It counts on /oauth/reauthenticate only; leave it out here.'
			]
		]
	]);
});

describe('the redirect URI', () => {
	const HOME = 'https://example.com/home';
	const DEEP = 'https://example.com/app/callback';
	const end = ' Write the registered one, or register this one.';
	const unregistered = 'error redirect_uri not-registered: It is not registered.';

	table(
		[
			[{ redirectUri: HOME }, []],
			[{}, []],
			[
				{ redirectUri: `${HOME}/` },
				[
					`${unregistered} Nearest is ${HOME}, which differs from character 25 on: the end of the text there, a slash here.${end}`
				]
			],
			[
				{ redirectUri: 'https://example.com/Home' },
				[
					`${unregistered} Nearest is ${HOME}, which differs from character 21 on: a small “h” there, a capital “H” here.${end}`
				]
			],
			[
				{ redirectUri: 'https://example.com/app_callback' },
				[
					`${unregistered} Nearest is ${DEEP}, which differs from character 24 on: a slash there, an underscore here.${end}`
				]
			],
			[
				{ redirectUri: 'https://example.com/app/callback1' },
				[
					`${unregistered} Nearest is ${DEEP}, which differs from character 33 on: the end of the text there, the digit 1 here.${end}`
				]
			],
			[
				{ redirectUri: 'http://example.com/home' },
				[
					'error redirect_uri http: Plain http is for localhost only; use https on every other host.'
				]
			]
		],
		application(HOME, DEEP)
	);

	it('is checked by its own rules where no application is known', () => {
		expect(findings({ redirectUri: 'http://127.0.0.1:3000/' })).toEqual([
			'note redirect_uri loopback-address: The platform documents plain http for the name localhost only; write http://localhost instead of the address.'
		]);
		expect(findings({ redirectUri: 'http://localhost:3000/' })).toEqual([]);
	});

	it('carries the id of the application at hand, whatever id the link has', () => {
		const fault = (id: string) =>
			findings({ clientId: id, redirectUri: 'sc1234://callback' }, application(HOME)).filter(
				(line) => line.includes(' redirect_uri ')
			);
		expect(fault('$&'.repeat(99))).toEqual([
			`error redirect_uri other-application: The scheme carries the client id of another application; write sc<client id>:// with its own, e.g. sc${clientId}://callback.`
		]);
	});

	it('must be registered at all', () => {
		expect(findings({ redirectUri: HOME }, application())).toEqual([
			`${unregistered.slice(0, -1)}, and neither is any other; register it for the application.`
		]);
		expect(findings({}, application())).toEqual([
			'error redirect_uri no-default-redirect: The application has no redirect URI yet, so there is no default; register one first.'
		]);
		expect(findings({ responseType: 'none' }, application())).toHaveLength(1);
	});
});
