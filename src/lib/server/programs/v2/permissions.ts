import { queryOf } from '../call.ts';
import { endpoint, Refused } from '../endpoint.ts';
import { plainJson } from '../plain-json.ts';
import { limitBearer, readBearer, type Bearer } from './bearer.ts';
import { pageOf } from './paging.ts';
import { vehicleOf, type Reached } from './vehicle-of.ts';

/** `GET /v2.0/vehicles/{id}/permissions`: what a token may do with one vehicle. */
export const permissions = endpoint<Bearer, Reached>({
	who: readBearer,
	limit: limitBearer,
	permission: vehicleOf,
	answer: async ({ envelope, request }, vehicle) => {
		// All of them, unless the query says less: SDKs read the whole grant from one page.
		const page = pageOf(vehicle.permissions, queryOf(request), {
			usual: vehicle.permissions.length,
			requestId: envelope.id
		});
		if (page instanceof Refused) return page.answer;
		return plainJson({ permissions: page.items, paging: page.paging }, envelope.id);
	}
});
