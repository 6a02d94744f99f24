import { z } from 'zod';
import type {
	DescribedAnswer,
	DescribedOperation,
	DescribedParameter
} from '../openapi/document.ts';
import type { V3SchemaName } from './schemas/schemas.ts';

export type Operation = DescribedOperation<V3SchemaName>;
type Answers = Operation['answers'];

const UuidText = z.uuid();

export const path = (name: string, description: string): DescribedParameter => ({
	name,
	in: 'path',
	required: true,
	description,
	schema: UuidText
});

export const VEHICLE = path('vehicleId', 'The vehicle, as the application knows it');

export const USER: DescribedParameter = {
	name: 'sc-user-id',
	in: 'header',
	required: false,
	description:
		'The owner, as user_id of the redirect said. A token of the application needs it, one of a user does not.',
	schema: UuidText
};

export const UNITS: DescribedParameter = {
	name: 'sc-unit-system',
	in: 'header',
	required: false,
	description: 'Units of the values',
	schema: z.enum(['metric', 'imperial']).default('metric')
};

const refused = (description: string): DescribedAnswer<V3SchemaName> => ({
	description,
	schemas: ['ErrorAnswer']
});

/** What each address may refuse. */
export const REFUSALS: Answers = {
	400: refused(
		'Something that was sent cannot be used, or the account at the brand needs its owner.'
	),
	401: refused('The token is missing, unknown, revoked or out of time.'),
	403: {
		...refused('The owner did not grant what this needs, or the token is not for this.'),
		headers: {
			'www-authenticate': 'What is missing, as scope',
			'x-accepted-permissions': 'What would do',
			link: 'The page of the dashboard on which it is asked for'
		}
	},
	404: refused('There is no such thing for who asks; whether there is for others is not told.'),
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
