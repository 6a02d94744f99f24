import { readBearer } from '#lib/server/api/bearer.ts';
import { pageOf } from '#lib/server/api/paging.ts';
import { v2Answer, v2Error } from '#lib/server/api/v2-error.ts';
import type { RequestHandler } from './$types.js';

export const trailingSlash = 'ignore';

export const GET: RequestHandler = async ({ request, locals, url, params }) => {
	const grant = await readBearer(request, locals.settings);
	if (grant instanceof Response) return grant;
	// The same answer for a vehicle of somebody else and for none at all.
	const vehicle = grant.vehicles.find(({ id }) => id === params.vehicleId.toLowerCase());
	if (!vehicle) return v2Error('PERMISSION');
	const page = pageOf(vehicle.permissions, url.searchParams);
	return page instanceof Response
		? page
		: v2Answer({ permissions: page.items, paging: page.paging });
};
