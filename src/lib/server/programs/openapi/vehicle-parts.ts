import { UNIT_SYSTEMS } from '#lib/vehicles/api-v2/units.ts';
import { z } from 'zod';
import type { DescribedAnswer, DescribedParameter } from './document.ts';

/** What the APIs of vehicles have in common, whatever their version. */
type Refusals = Readonly<Record<number, DescribedAnswer<'ErrorAnswer'>>>;

export const path = (
	name: string,
	description: string,
	schema: z.ZodType = z.uuid()
): DescribedParameter => ({ name, in: 'path', required: true, description, schema });

export const VEHICLE = path('vehicleId', 'The vehicle, as the application knows it');

export const UNITS: DescribedParameter = {
	name: 'sc-unit-system',
	in: 'header',
	required: false,
	description: 'Units of the values',
	schema: z.enum(UNIT_SYSTEMS).default('metric')
};

export const refused = (description: string): DescribedAnswer<'ErrorAnswer'> => ({
	description,
	schemas: ['ErrorAnswer']
});

/**
 * What each address may refuse.
 *
 * @param own what differs from version to version
 */
export const refusals = (own: {
	readonly 401: string;
	readonly 403: string;
	readonly 404: string;
}) =>
	({
		400: refused(
			'Something that was sent cannot be used, or the account at the brand needs its owner.'
		),
		401: refused(own[401]),
		403: {
			...refused(own[403]),
			headers: {
				'www-authenticate': 'What is missing, as scope',
				'x-accepted-permissions': 'What would do',
				link: 'The page of the dashboard on which it is asked for'
			}
		},
		404: refused(own[404]),
		421: refused('The server is not known by the name that it was asked under.'),
		429: { ...refused('Too many requests.'), headers: { 'retry-after': 'Seconds to wait' } },
		500: refused('A fault of the server, or one that was asked for.'),
		503: {
			...refused('The database cannot do its work now.'),
			headers: { 'retry-after': 'Seconds' }
		}
	}) satisfies Refusals;

/** What addresses of a vehicle may refuse as well. */
export const OF_ANY_VEHICLE = {
	409: refused('The vehicle is not in a state for it, or that was asked for.'),
	430: refused('The plan does not allow more calls of this vehicle this month.'),
	501: refused('The vehicle cannot do or tell this.'),
	502: refused('The brand is at fault; only where a fault or a test login asked for it.')
} satisfies Refusals;
