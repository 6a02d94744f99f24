import { z } from 'zod';
import type {
	DescribedAnswer,
	DescribedOperation,
	DescribedParameter
} from '../../openapi/document.ts';
import { OF_ANY_VEHICLE, refusals, refused } from '../../openapi/vehicle-parts.ts';

export type Operation = DescribedOperation<string>;
type Answers = Operation['answers'];

export const query = (
	name: string,
	description: string,
	schema: z.ZodType,
	required = false
): DescribedParameter => ({ name, in: 'query', required, description, schema });

export const PAGE: readonly DescribedParameter[] = [
	query('limit', 'Most that are listed', z.int().min(1).max(50).optional()),
	query('offset', 'How many are passed over', z.int().min(0).default(0))
];

export const told = (description: string, schema: string): DescribedAnswer<string> => ({
	description,
	schemas: [schema]
});

/** What each address may refuse. */
export const REFUSALS: Answers = refusals({
	401: 'The credentials are missing, unknown, revoked or out of time.',
	403: 'The owner did not grant what this needs, or the token does not reach the vehicle.',
	404: 'There is nothing at this address.'
});

/** What addresses of a vehicle may refuse as well. */
export const OF_A_VEHICLE: Answers = { ...REFUSALS, ...OF_ANY_VEHICLE };

/** What addresses may refuse that take a body. */
export const OF_A_BODY: Answers = {
	413: refused('The body is larger than 64 kB.'),
	415: refused('The body is encoded.')
};

export const READ_HEADERS = {
	'sc-data-age': 'When the vehicle said so: its oldest part',
	'sc-fetched-at': 'When the platform fetched it',
	'sc-unit-system': 'metric or imperial'
};
