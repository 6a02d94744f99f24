import type { CatalogItem } from '#lib/access/catalog/schema.ts';
import { REFUSALS, type Refusal } from '../events/refusal.ts';
import { isPlatformErrorName, type PlatformErrorName } from './platform-errors.ts';

/** The platform's error for what a vehicle does not do; what it names none for is a matter of what was sent. */
export function orderError(
	refusal: Refusal,
	apiVersion: CatalogItem['apiVersion']
): PlatformErrorName {
	// The vehicle refuses for a reason that the platform has no name for; which it would be is not published.
	if (refusal === 'TOO_MANY_SCHEDULES') return 'VEHICLE_STATE:UNKNOWN';
	const name = `${REFUSALS[refusal]}:${refusal}`;
	if (isPlatformErrorName(name)) return name;
	if (apiVersion === 'v2') return 'VALIDATION';
	if (refusal === 'NO_SUCH_SCHEDULE') return 'RESOURCE_NOT_FOUND:SCHEDULE_NOT_FOUND';
	throw new TypeError(`No command is refused with ${refusal}.`);
}
