import { listApplicationNames } from '#lib/server/applications/application-list.ts';
import { json } from '@sveltejs/kit';
import { readView } from '../applications/applications-view.ts';
import type { RequestHandler } from './$types.js';

/** Names for a menu, as one searches it. */
export const GET: RequestHandler = async ({ url, locals }) => {
	const { search } = readView(url.searchParams);
	return json(await listApplicationNames(locals.context, search));
};
