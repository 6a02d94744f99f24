import type { z } from 'zod';
import type { DescribedOperation } from '../openapi/document.ts';
import { path } from '../openapi/vehicle-parts.ts';
import { REFUSALS } from '../v3/operation-parts.ts';
import { ErrorAnswer } from '../v3/schemas/error.ts';
import { ApplicationAnswer, ApplicationsAnswer } from '../v3/schemas/application.ts';

/** Bodies of what manages connections and applications, by their names in the description. */
export const MANAGEMENT_SCHEMAS = {
	ApplicationAnswer,
	ApplicationsAnswer,
	ErrorAnswer
} satisfies Record<string, z.ZodType>;

/** All that is served of it. */
export const MANAGEMENT_OPERATIONS: readonly DescribedOperation<keyof typeof MANAGEMENT_SCHEMAS>[] =
	[
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
			}
		},
		{
			path: '/v3/applications/{applicationId}',
			method: 'get',
			id: 'getApplication',
			tag: 'Applications',
			summary: 'One application',
			parameters: [path('applicationId', 'Its client id')],
			answers: { 200: { description: 'It.', schemas: ['ApplicationAnswer'] }, ...REFUSALS }
		}
	];
