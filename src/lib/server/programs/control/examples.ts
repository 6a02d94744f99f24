import { EXAMPLE_CLIENT_ID } from '#lib/access/client-id.ts';
import type { z } from 'zod';
import type {
	AuthorizeAnswer,
	ClockAnswer,
	ConnectRefusal,
	ControlRefusal,
	SeedAnswer
} from './answer-schemas.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import type { ClockRequest } from './clock-request.ts';
import type { SeedRequest } from './seed-request.ts';

const REDIRECT_URI = 'http://localhost:8000/callback';
const USER_ID = '6e2a4f07-5d8b-4c1a-9f3e-0b7d2c5a8e91';
const REQUEST_ID = '1f9d7c52-3b64-4a0e-8c27-5e9a0d4b6f38';
const CODE = 'd7c1a9e4-2f50-4b83-a6d8-9e3b1c7f0a25';

export const SEED: z.input<typeof SeedRequest> = {
	applications: [
		{
			name: 'Charge Planner',
			clientId: EXAMPLE_CLIENT_ID,
			clientSecret: 'a-secret-for-tests',
			redirectUris: [REDIRECT_URI],
			selection: {
				version: 1,
				items: [
					{ code: 'odometer-traveleddistance', required: true },
					{ code: 'tractionbattery-stateofcharge' }
				]
			},
			publish: true
		}
	]
};

export const SEED_VEHICLES: z.input<typeof SeedRequest> = {
	applications: [],
	vehicles: [
		{ make: 'KIA', vin: '0SCKIAX05F3A9C1E7', username: 'sam@owner.example', routine: 'commuter' }
	]
};

export const SEEDED_VEHICLES: z.input<typeof SeedAnswer> = {
	applications: [],
	vehicles: [
		{
			id: '3d9b6c1e-8a47-4f52-b0d3-7c5e2a9f4d18',
			vin: '0SCKIAX05F3A9C1E7',
			login: { make: 'KIA', username: 'sam@owner.example' },
			change: 'created'
		}
	]
};

export const SEEDED: z.input<typeof SeedAnswer> = {
	applications: [
		{
			clientId: EXAMPLE_CLIENT_ID,
			name: 'Charge Planner',
			change: 'created',
			draft: 'written',
			version: 1
		}
	]
};

/** Grants all that is published. */
export const CONSENT: z.input<typeof AuthorizeRequest> = { clientId: EXAMPLE_CLIENT_ID };

/** Says everything that can be said. */
export const PARTIAL_CONSENT: z.input<typeof AuthorizeRequest> = {
	clientId: EXAMPLE_CLIENT_ID,
	scope: 'required:read_odometer read_battery',
	redirectUri: REDIRECT_URI,
	state: 'run-1',
	mode: 'simulated',
	login: { make: 'TESLA', username: '3-vehicles@smartcar.com' },
	refuse: ['read_battery']
};

export const CONSENTED: z.input<typeof AuthorizeAnswer> = {
	code: CODE,
	redirect: `${REDIRECT_URI}?code=${CODE}&state=run-1&user_id=${USER_ID}`,
	userId: USER_ID
};

export const DENIED: z.input<typeof ConnectRefusal> = {
	error: 'access_denied',
	error_description: 'User denied access to application.',
	redirect: `${REDIRECT_URI}?error=access_denied&error_description=User%20denied%20access%20to%20application.&state=run-1`,
	requestId: REQUEST_ID
};

export const WRONG_FIELD: z.input<typeof ControlRefusal> = {
	error: 'invalid_request',
	error_description:
		'applications[0].redirectUris[0]: Write the whole address with its scheme, e.g. https://example.com/callback.',
	requestId: REQUEST_ID,
	problems: [
		{
			path: 'applications[0].redirectUris[0]',
			message: 'Write the whole address with its scheme, e.g. https://example.com/callback.'
		}
	]
};

export const ADVANCE: z.input<typeof ClockRequest> = { advance: '2h' };

export const FREEZE: z.input<typeof ClockRequest> = { freeze: true };

export const RESET: z.input<typeof ClockRequest> = { reset: true };

export const CLOCK: z.input<typeof ClockAnswer> = {
	now: '2026-11-23T16:02:00.000Z',
	offsetMs: 7_200_000,
	frozen: false,
	fired: [
		{
			at: '2026-11-23T15:12:40.000Z',
			clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07',
			event: 'access-token-ends',
			sessionId: '5c1f0a3e-7d28-4b96-9e04-2f6b8d1c7a35'
		},
		{
			at: '2026-11-23T15:31:07.000Z',
			vehicleId: '3d9b6c1e-8a47-4f52-b0d3-7c5e2a9f4d18',
			event: 'charge-ends'
		}
	],
	firedCount: 2,
	ended: {
		sessions: 0,
		codes: 0,
		accessTokens: 1,
		refreshTokens: 0,
		machineTokens: 0,
		connections: 0
	}
};

export const WRONG_TIME: z.input<typeof ControlRefusal> = {
	error: 'invalid_request',
	error_description: 'advance: Write a time from now on, such as 90s, 10m, 2h or 60d.',
	requestId: REQUEST_ID,
	problems: [{ path: 'advance', message: 'Write a time from now on, such as 90s, 10m, 2h or 60d.' }]
};
