import { EXAMPLE_CLIENT_ID } from '#lib/access/client-id.ts';
import type { z } from 'zod';
import type { ControlRefusal } from './answer-schemas.ts';
import type { RequestsAnswer } from './request-answer.ts';

const REQUEST_ID = '5d0e7f1c-3b64-4a0e-8c27-5e9a0d4b91ab';
const PATH = '/v3/vehicles/9c1d4e02-77aa-4b0e-9a51-6f0e2c1db7a1/commands/charge/start';

export const REQUESTS: z.input<typeof RequestsAnswer> = {
	requests: [
		{
			id: 431,
			clientId: EXAMPLE_CLIENT_ID,
			at: '2027-01-03T14:01:58.120Z',
			durationMs: 3.2,
			requestId: REQUEST_ID,
			method: 'POST',
			path: PATH,
			route: '/v3/vehicles/[vehicleId]/commands/charge/start',
			status: 403,
			error: 'PERMISSION:UNKNOWN',
			vehicleId: '3d9b6c1e-8a47-4f52-b0d3-7c5e2a9f4d18',
			connectionId: '7b0e2c5a-8e91-4f07-9d8b-6e2a4c1a0b7d',
			items: ['charge-start'],
			permissions: ['control_charge'],
			missing: ['control_charge'],
			vehicle: {
				asleep: false,
				online: true,
				driving: false,
				pluggedIn: true,
				charging: true,
				locked: true,
				charge: 77.9
			},
			fault: null,
			request: {
				headers: {
					authorization: 'Bearer c41e···· (36 characters)',
					'sc-user-id': '0b7e6c19-4f52-4b0d-b0d3-5a8e91002f3d',
					'x-idempotency-key': 'f81d4fae'
				},
				body: null,
				cut: 24
			},
			answer: {
				headers: { 'content-type': 'application/json', 'sc-request-id': REQUEST_ID },
				body: '{"errors":[{"status":"403","type":"PERMISSION","code":"UNKNOWN"}]}',
				cut: 0
			},
			unread: { headers: ['x-idempotency-key'], fields: [''] }
		}
	]
};

export const WRONG_PERMISSION: z.input<typeof ControlRefusal> = {
	error: 'invalid_request',
	error_description: 'permission: “read_batery” is no permission; write read_battery.',
	requestId: REQUEST_ID,
	problems: [{ path: 'permission', message: '“read_batery” is no permission; write read_battery.' }]
};
