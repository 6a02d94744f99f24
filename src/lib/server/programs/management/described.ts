import type { z } from 'zod';
import type { DescribedOperation } from '../openapi/document.ts';
import { V2_OPERATIONS } from '../v2/described/operations.ts';
import { V2_SCHEMAS } from '../v2/described/schemas.ts';
import { path } from '../openapi/vehicle-parts.ts';
import { REFUSALS } from '../v3/operation-parts.ts';
import { ErrorAnswer } from '../v3/schemas/error.ts';
import { WEBHOOK_OPERATIONS, WEBHOOK_SCHEMAS } from './webhooks.ts';
import { ApplicationAnswer, ApplicationsAnswer } from '../v3/schemas/application.ts';

/** What API v2.0 has of it; its bodies get names of their own beside those of v3. */
const OF_V2 = V2_OPERATIONS.filter(({ tag }) => tag === 'Management').map((operation) => ({
	...operation,
	path: `/v2.0${operation.path}`,
	answers: Object.fromEntries(
		Object.entries(operation.answers).map(([status, answer]) => [
			status,
			{ ...answer, schemas: answer.schemas.map(nameOfV2) }
		])
	)
}));

function nameOfV2(name: string): string {
	return `V2.${name}`;
}

const NAMED = new Set(
	OF_V2.flatMap(({ answers }) => Object.values(answers).flatMap(({ schemas }) => schemas))
);

/** Bodies of what manages connections and applications, by their names in the description. */
export const MANAGEMENT_SCHEMAS: Readonly<Record<string, z.ZodType>> = {
	ApplicationAnswer,
	ApplicationsAnswer,
	...WEBHOOK_SCHEMAS,
	ErrorAnswer,
	...Object.fromEntries(
		Object.entries<z.ZodType>(V2_SCHEMAS)
			.map(([name, schema]) => [nameOfV2(name), schema] as const)
			.filter(([name]) => NAMED.has(name))
	)
};

/** All that is served of it. */
export const MANAGEMENT_OPERATIONS: readonly DescribedOperation<string>[] = [
	{
		path: '/v3/applications',
		method: 'get',
		id: 'listApplications',
		tag: 'Applications',
		summary: 'The application that the token is of',
		parameters: [],
		answers: {
			200: { description: 'It, in a list.', schemas: ['ApplicationsAnswer'] },
			...REFUSALS
		},
		security: ['applicationToken']
	},
	{
		path: '/v3/applications/{applicationId}',
		method: 'get',
		id: 'getApplication',
		tag: 'Applications',
		summary: 'One application',
		parameters: [path('applicationId', 'Its client id')],
		answers: { 200: { description: 'It.', schemas: ['ApplicationAnswer'] }, ...REFUSALS },
		security: ['applicationToken']
	},
	...WEBHOOK_OPERATIONS,
	...OF_V2
];
