import { listRequests } from '#lib/server/recorder/list-requests.ts';
import { readFilter } from '#lib/server/recorder/request-filter.ts';
import { json } from '@sveltejs/kit';
import { readView } from '../view.ts';
import type { RequestHandler } from './$types.js';

/** More than so many are told as that many. */
const MOST = 100;

/** How many requests came after one of them, of those that the page lists. */
export const GET: RequestHandler = async ({ params, url, locals }) => {
	const { filter } = readFilter(url.searchParams);
	const clientId = readView(url.searchParams).nobodys ? null : params.clientId;
	const found = await listRequests(locals.context, { clientId, filter, most: MOST });
	return json({ count: found.length });
};
