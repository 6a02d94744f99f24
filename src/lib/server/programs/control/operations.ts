import * as examples from './examples.ts';
import { FAULTS_OPERATIONS } from './faults-operations.ts';
import { CANNOT_BE_READ, type DescribedBody, type Operation } from './operation.ts';
import { RECORDING_OPERATIONS } from './recording-operations.ts';
import { REQUEST_OPERATION } from './request-operation.ts';
import { VEHICLE_OPERATIONS } from './vehicle-operations.ts';
import { WEBHOOK_OPERATIONS } from './webhook-operations.ts';
import { WIPE_OPERATION } from './wipe-operation.ts';

const CLOCK: DescribedBody = {
	description: 'The time from now on.',
	schemas: ['ClockAnswer'],
	examples: { twoHours: examples.CLOCK }
};

/** All that scripts can ask for. */
export const OPERATIONS: readonly Operation[] = [
	{
		path: '/sandbox/api/seed',
		method: 'post',
		id: 'seed',
		summary: 'Makes applications and vehicles as they are wanted, all of them or none',
		description:
			'The same again changes nothing. What the seed does not name stays: other applications, redirect URIs, secrets, versions, vehicles, and a draft that somebody edited since the last seed.',
		request: {
			description: 'Applications as they shall be, and vehicles that shall be there',
			schemas: ['SeedRequest'],
			examples: { published: examples.SEED, vehicles: examples.SEED_VEHICLES }
		},
		answer: {
			description: 'All of them are as wanted; a draft that was kept is told.',
			schemas: ['SeedAnswer'],
			examples: { created: examples.SEEDED, vehicles: examples.SEEDED_VEHICLES }
		},
		refusal: {
			description: `${CANNOT_BE_READ} Nothing was changed.`,
			schemas: ['ControlRefusal'],
			examples: { field: examples.WRONG_FIELD }
		}
	},
	{
		path: '/sandbox/api/authorize',
		method: 'post',
		id: 'authorize',
		summary: 'Takes an owner through Connect, from the link to the code',
		description:
			'Opens the Connect link, signs in, and allows every vehicle of the account and all that is asked for, but what is refused. It is judged as in a browser, and leaves the same behind: a session, an account, connections.',
		request: {
			description: 'The link, who signs in, and what they refuse',
			schemas: ['AuthorizeRequest'],
			examples: { everything: examples.CONSENT, partial: examples.PARTIAL_CONSENT }
		},
		answer: {
			description: 'The owner allowed; the code waits for its exchange.',
			schemas: ['AuthorizeAnswer'],
			examples: { allowed: examples.CONSENTED }
		},
		refusal: {
			description: `Connect ends with an error, which the redirect carries. Or: ${CANNOT_BE_READ}`,
			schemas: ['ConnectRefusal', 'ControlRefusal'],
			examples: { denied: examples.DENIED }
		}
	},
	{
		path: '/sandbox/api/clock',
		method: 'get',
		id: 'readClock',
		summary: 'What time it is in the rehearsal',
		description:
			'The time by which codes, tokens and sessions end, on every server of the database.',
		request: null,
		answer: CLOCK,
		refusal: null
	},
	{
		path: '/sandbox/api/clock',
		method: 'post',
		id: 'setClock',
		summary:
			'Moves the time of the rehearsal on, lets it stand, or goes back to that of the machine',
		description:
			'Moving it on tells what happened to vehicles meanwhile. It never goes back otherwise: to reset it ends every session, code and token that was given out, and vehicles are from then on what they were.',
		request: {
			description: 'How far to move it on, whether it shall stand still, or that it shall be reset',
			schemas: ['ClockRequest'],
			examples: { twoHours: examples.ADVANCE, freeze: examples.FREEZE, reset: examples.RESET }
		},
		answer: CLOCK,
		refusal: {
			description: CANNOT_BE_READ,
			schemas: ['ControlRefusal'],
			examples: { field: examples.WRONG_TIME }
		}
	},
	...FAULTS_OPERATIONS,
	REQUEST_OPERATION,
	...VEHICLE_OPERATIONS,
	...WEBHOOK_OPERATIONS,
	...RECORDING_OPERATIONS,
	WIPE_OPERATION
];
