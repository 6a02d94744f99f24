import type { JsonAnswer } from '#lib/connect/oauth-error.ts';
import type { UnitSystem } from '#lib/vehicles/api-v2/units.ts';
import { UNIT_HEADER } from './units.ts';

interface Told {
	readonly units?: UnitSystem;
	/** When the vehicle said so, and when the platform fetched it; milliseconds since 1970. */
	readonly dataAge?: number | null;
	readonly fetchedAt?: number | null;
}

/** A success beneath a vehicle, with the headers that say in which units and how old it is. */
export function vehicleAnswer(
	requestId: string,
	body: object,
	{ units, dataAge = null, fetchedAt = null }: Told
): JsonAnswer {
	return {
		status: 200,
		headers: {
			'content-type': 'application/json',
			'sc-request-id': requestId,
			...(units && { [UNIT_HEADER]: units }),
			...(dataAge !== null && { 'sc-data-age': new Date(dataAge).toISOString() }),
			...(fetchedAt !== null && { 'sc-fetched-at': new Date(fetchedAt).toISOString() })
		},
		body: JSON.stringify(body)
	};
}
