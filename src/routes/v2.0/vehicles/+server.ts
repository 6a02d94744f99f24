import { readBearer } from '#lib/server/programs/v2/bearer.ts';
import { pageOf, VEHICLES_PER_PAGE } from '#lib/server/programs/v2/paging.ts';
import { v2Answer } from '#lib/server/programs/v2/answers.ts';
import type { RequestHandler } from './$types.js';

export const trailingSlash = 'ignore';

export const GET: RequestHandler = async ({ request, locals, url }) => {
	const grant = await readBearer(locals.context, request, locals);
	if (grant instanceof Response) return grant;
	const ids = grant.vehicles.map(({ id }) => id);
	const page = pageOf(ids, url.searchParams, {
		usual: VEHICLES_PER_PAGE,
		requestId: locals.requestId
	});
	return page instanceof Response
		? page
		: v2Answer(locals.requestId, { vehicles: page.items, paging: page.paging });
};
