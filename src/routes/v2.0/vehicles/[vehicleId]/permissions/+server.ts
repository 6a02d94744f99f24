import { readBearer } from '#lib/server/programs/v2/bearer.ts';
import { pageOf } from '#lib/server/programs/v2/paging.ts';
import { v2Answer, v2Error } from '#lib/server/programs/v2/answers.ts';
import { UUID } from '#lib/access/client-id.ts';
import { quote } from '#lib/access/characters.ts';
import type { RequestHandler } from './$types.js';

export const trailingSlash = 'ignore';

export const GET: RequestHandler = async ({ request, locals, url, params }) => {
	const grant = await readBearer(locals.context, request, locals);
	if (grant instanceof Response) return grant;
	if (!UUID.test(params.vehicleId)) {
		const message = `${quote(params.vehicleId)} is no vehicle id; send a UUID.`;
		return v2Error(locals.requestId, 'VALIDATION', { detail: [{ field: 'vehicleId', message }] });
	}
	// The same answer for a vehicle of somebody else and for none at all.
	const vehicle = grant.vehicles.find(({ id }) => id === params.vehicleId.toLowerCase());
	if (!vehicle) return v2Error(locals.requestId, 'PERMISSION');
	// All of them, unless the query says less: SDKs read the whole grant from one page.
	const page = pageOf(vehicle.permissions, url.searchParams, {
		usual: vehicle.permissions.length,
		requestId: locals.requestId
	});
	return page instanceof Response
		? page
		: v2Answer(locals.requestId, { permissions: page.items, paging: page.paging });
};
