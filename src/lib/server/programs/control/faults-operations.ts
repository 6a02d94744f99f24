import { EXAMPLE_CLIENT_ID } from '#lib/access/client-id.ts';
import { z } from 'zod';
import type { ControlRefusal } from './answer-schemas.ts';
import type { FaultsAnswer, FaultsRemoved, FaultsRequest } from './faults-request.ts';
import { CANNOT_BE_READ, type Operation } from './operation.ts';

const ASLEEP: z.input<typeof FaultsRequest> = {
	rules: [
		{ fault: 'VEHICLE_STATE:ASLEEP', path: '/v3/vehicles/*/signals', times: 2 },
		{ fault: 'LATENCY', amount: 2000, clientId: EXAMPLE_CLIENT_ID }
	]
};

const KEPT: z.input<typeof FaultsAnswer> = {
	rules: [
		{
			id: '0c9d2f6a-51b7-4e83-9a40-6f1d3b8e7c25',
			clientId: null,
			vehicleId: null,
			path: '/v3/vehicles/*/signals',
			fault: 'VEHICLE_STATE:ASLEEP',
			amount: null,
			times: 2,
			used: 1,
			on: true
		}
	],
	faults: [
		{ name: 'LATENCY', amount: { unit: 'milliseconds', usual: 3000, most: 100_000 } },
		{ name: 'DROP', amount: null }
	]
};

const REMOVED: z.input<typeof FaultsRemoved> = { removed: 1 };

const MESSAGE = '“VEHICLE_STATE:ASLEP” is no fault; did you mean “VEHICLE_STATE:ASLEEP”?';

const UNKNOWN: z.input<typeof ControlRefusal> = {
	error: 'invalid_request',
	error_description: `rules[0].fault: ${MESSAGE}`,
	requestId: '1f9d7c52-3b64-4a0e-8c27-5e9a0d4b6f38',
	problems: [{ path: 'rules[0].fault', message: MESSAGE }]
};

const SCOPE = {
	name: 'clientId',
	in: 'query',
	required: false,
	description: 'Of the rules of one application alone',
	schema: z.uuid()
} as const;

const refusal = (name: string, examples: Record<string, unknown>) => ({
	description: name,
	schemas: ['ControlRefusal'] as const,
	examples
});
const WRONG_SCOPE = refusal('The client id cannot be used.', {});

/** What goes wrong on purpose. */
export const FAULTS_OPERATIONS: readonly Operation[] = [
	{
		path: '/sandbox/api/faults',
		method: 'get',
		id: 'listFaults',
		summary: 'The rules by which calls go wrong, and how often each did',
		description: 'With the names of all that can go wrong.',
		parameters: [SCOPE],
		request: null,
		answer: {
			description: 'In their order.',
			schemas: ['FaultsAnswer'],
			examples: { one: KEPT }
		},
		refusal: WRONG_SCOPE
	},
	{
		path: '/sandbox/api/faults',
		method: 'put',
		id: 'replaceFaults',
		summary: 'Puts rules in the place of those there are',
		description:
			'All of them or none. Each is for the first so many calls that it fits, and counts anew. One call alone goes wrong by the header x-valetkey-fault with the name of a fault.',
		parameters: [SCOPE],
		request: {
			description: 'What is to go wrong, where and how often',
			schemas: ['FaultsRequest'],
			examples: { asleep: ASLEEP, none: { rules: [] } }
		},
		answer: {
			description: 'They are there.',
			schemas: ['FaultsAnswer'],
			examples: { one: KEPT }
		},
		refusal: refusal(`${CANNOT_BE_READ} Nothing was changed.`, { unknown: UNKNOWN })
	},
	{
		path: '/sandbox/api/faults',
		method: 'delete',
		id: 'removeFaults',
		summary: 'Takes the rules away',
		description: 'Nothing goes wrong from then on, but by the header.',
		parameters: [SCOPE],
		request: null,
		answer: {
			description: 'So many there were.',
			schemas: ['FaultsRemoved'],
			examples: { one: REMOVED }
		},
		refusal: WRONG_SCOPE
	}
];
