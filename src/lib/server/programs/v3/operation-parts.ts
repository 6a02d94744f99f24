import { z } from 'zod';
import type {
	DescribedAnswer,
	DescribedOperation,
	DescribedParameter
} from '../openapi/document.ts';
import { OF_ANY_VEHICLE, refusals, refused } from '../openapi/vehicle-parts.ts';
import type { V3SchemaName } from './schemas/schemas.ts';

export type Operation = DescribedOperation<V3SchemaName>;
type Answers = Operation['answers'];

export const USER: DescribedParameter = {
	name: 'sc-user-id',
	in: 'header',
	required: false,
	description:
		'The owner, as user_id of the redirect said. A token of the application needs it, one of a user does not.',
	schema: z.uuid()
};

/** The parameters that a query may have, as its schema describes them. */
export function queryParameters(schema: {
	readonly shape: Readonly<Record<string, z.ZodType>>;
}): DescribedParameter[] {
	return Object.entries(schema.shape).map(([name, part]) => ({
		name,
		in: 'query',
		required: false,
		description: part.description ?? 'Which page',
		schema: part
	}));
}

/** What each address may refuse. */
export const REFUSALS: Answers = refusals({
	401: 'The token is missing, unknown, revoked or out of time.',
	403: 'The owner did not grant what this needs, or the token is not for this.',
	404: 'There is no such thing for who asks; whether there is for others is not told.'
});

/** What addresses of a vehicle may refuse as well. */
export const OF_A_VEHICLE: Answers = { ...REFUSALS, ...OF_ANY_VEHICLE };

export const NOTHING: DescribedAnswer<V3SchemaName> = { description: 'Done.', schemas: [] };

/** The same in both dialects: that of the application says which. */
export const told = (
	description: string,
	...schemas: readonly V3SchemaName[]
): DescribedAnswer<V3SchemaName> => ({ description, schemas });

export const READ_HEADERS = {
	'sc-fetched-at': 'When the platform fetched it',
	'sc-data-age': 'When the vehicle said so, where it is one signal',
	'sc-unit-system': 'metric or imperial'
};

/** What addresses may refuse that take a body. */
export const TOO_LARGE = refused('The body is larger than 64 kB.');
export const NO_JSON = refused('The body is no JSON by its content-type, or it is encoded.');
