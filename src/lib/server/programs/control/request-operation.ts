import { PERMISSION_NAMES } from '#lib/access/permission.ts';
import { z } from 'zod';
import type { Operation } from './operation.ts';
import { MOST_REQUESTS_LISTED, NOBODY } from './request-answer.ts';
import { REQUESTS, WRONG_PERMISSION } from './request-examples.ts';

const inQuery = { in: 'query', required: false } as const;

export const REQUEST_OPERATION: Operation = {
	path: '/sandbox/api/requests',
	method: 'get',
	id: 'listRequests',
	summary: 'What programs asked for tokens and data, and what they were answered',
	description:
		'The newest first, of the last 1,000 of each application and of those that named none. Secrets are masked. What this server answered so far is among them; what another one did is within a second.',
	parameters: [
		{
			...{ ...inQuery, name: 'clientId' },
			description: `Whose; ${NOBODY} for those that named nobody known, all by default`,
			schema: z.string()
		},
		{
			...{ ...inQuery, name: 'status' },
			description:
				'A status such as 403, or 4xx for all of a kind; 5xx has those without an answer',
			schema: z.string().regex(/^[1-5](\d\d|xx)$/)
		},
		{
			...{ ...inQuery, name: 'permission' },
			description: 'A permission that they needed',
			schema: z.enum(PERMISSION_NAMES)
		},
		{
			...{ ...inQuery, name: 'vehicle' },
			description:
				'The id of a vehicle, of GET /sandbox/api/vehicles or as the application knows it',
			schema: z.string()
		},
		{
			...{ ...inQuery, name: 'after' },
			description: 'The id of a request: those that came after it',
			schema: z.int().nonnegative()
		},
		{
			...{ ...inQuery, name: 'q' },
			description: 'A part of the path, or the id of the request in the log',
			schema: z.string()
		},
		{
			...{ ...inQuery, name: 'limit' },
			description: 'How many at the most',
			schema: z.int().min(1).max(MOST_REQUESTS_LISTED).default(100)
		}
	],
	request: null,
	answer: {
		description: 'Those that fit, each with both sides.',
		schemas: ['RequestsAnswer'],
		examples: { refused: REQUESTS }
	},
	refusal: {
		description: 'Something cannot be looked for; problems names the parameters.',
		schemas: ['ControlRefusal'],
		examples: { permission: WRONG_PERMISSION }
	}
};
