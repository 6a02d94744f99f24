import { queryOf } from '../call.ts';
import { asCaller, endpoint, Refused } from '../endpoint.ts';
import { plainJson } from '../plain-json.ts';
import { limitBearer, readBearer, type Bearer } from './bearer.ts';
import { pageOf, VEHICLES_PER_PAGE } from './paging.ts';

/** `GET /v2.0/vehicles`: the ids of those that a token reaches. */
export const vehicles = endpoint<Bearer, Bearer>({
	who: readBearer,
	limit: limitBearer,
	permission: asCaller,
	answer: async ({ envelope, request }, bearer) => {
		const ids = bearer.vehicles.map(({ id }) => id);
		const page = pageOf(ids, queryOf(request), {
			usual: VEHICLES_PER_PAGE,
			requestId: envelope.id
		});
		if (page instanceof Refused) return page.answer;
		return plainJson({ vehicles: page.items, paging: page.paging }, envelope.id);
	}
});
