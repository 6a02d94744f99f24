import { quote } from '#lib/access/characters.ts';
import { UUID } from '#lib/access/client-id.ts';
import { queryOf } from '../call.ts';
import { endpoint, Refused } from '../endpoint.ts';
import { plainJson } from '../plain-json.ts';
import { v2Refusal } from './answers.ts';
import { limitBearer, readBearer, type Bearer } from './bearer.ts';
import { pageOf } from './paging.ts';

/** `GET /v2.0/vehicles/{id}/permissions`: what a token may do with one vehicle. */
export const permissions = endpoint<Bearer, Bearer['vehicles'][number]>({
	who: readBearer,
	limit: limitBearer,
	permission: ({ envelope, params }, { vehicles }) => {
		const { vehicleId = '' } = params;
		if (!UUID.test(vehicleId)) {
			const message = `${quote(vehicleId)} is no vehicle id; send a UUID.`;
			const detail = [{ field: 'vehicleId', message }];
			return new Refused(v2Refusal(envelope.id, 'VALIDATION', { detail }));
		}
		// The same answer for a vehicle of somebody else and for none at all.
		const vehicle = vehicles.find(({ id }) => id === vehicleId.toLowerCase());
		return vehicle ?? new Refused(v2Refusal(envelope.id, 'PERMISSION'));
	},
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
