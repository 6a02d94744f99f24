import { UNIT_SYSTEMS } from '#lib/vehicles/api-v2/units.ts';
import { z } from 'zod';
import type {
	DescribedAnswer,
	DescribedOperation,
	DescribedParameter
} from '../../openapi/document.ts';

export type Operation = DescribedOperation<string>;
type Answers = Operation['answers'];

export const path = (name: string, description: string, schema: z.ZodType = z.uuid()) =>
	({ name, in: 'path', required: true, description, schema }) as const;

export const query = (
	name: string,
	description: string,
	schema: z.ZodType,
	required = false
): DescribedParameter => ({ name, in: 'query', required, description, schema });

export const VEHICLE = path('vehicleId', 'The vehicle, as the application knows it');

export const UNITS: DescribedParameter = {
	name: 'sc-unit-system',
	in: 'header',
	required: false,
	description: 'Units of the values',
	schema: z.enum(UNIT_SYSTEMS).default('metric')
};

export const PAGE: readonly DescribedParameter[] = [
	query('limit', 'Most that are listed', z.int().min(1).max(50).optional()),
	query('offset', 'How many are passed over', z.int().min(0).default(0))
];

const refused = (description: string): DescribedAnswer<string> => ({
	description,
	schemas: ['ErrorAnswer']
});

export const told = (description: string, schema: string): DescribedAnswer<string> => ({
	description,
	schemas: [schema]
});

/** What each address may refuse. */
export const REFUSALS: Answers = {
	400: refused(
		'Something that was sent cannot be used, or the account at the brand needs its owner.'
	),
	401: refused('The credentials are missing, unknown, revoked or out of time.'),
	403: {
		...refused('The owner did not grant what this needs, or the token does not reach the vehicle.'),
		headers: {
			'www-authenticate': 'What is missing, as scope',
			'x-accepted-permissions': 'What would do',
			link: 'The page of the dashboard on which it is asked for'
		}
	},
	404: refused('There is nothing at this address.'),
	429: { ...refused('Too many requests.'), headers: { 'retry-after': 'Seconds to wait' } },
	500: refused('A fault of the server, or one that was asked for by a test login.'),
	503: { ...refused('The database cannot do its work now.'), headers: { 'retry-after': 'Seconds' } }
};

/** What addresses of a vehicle may refuse as well. */
export const OF_A_VEHICLE: Answers = {
	...REFUSALS,
	409: refused('The vehicle is not in a state for it, or a test login asked for that.'),
	430: refused('The plan does not allow more calls of this vehicle this month.'),
	501: refused('The vehicle cannot do or tell this.'),
	502: refused('The brand is at fault; only where a test login asked for it.')
};

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
