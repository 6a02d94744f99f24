import { UUID } from '#lib/access/client-id.ts';
import { getApplicationName } from '#lib/server/applications/applications.ts';
import { LAST_APPLICATION } from '#lib/server/http/last-application.ts';
import type { RequestEvent } from '@sveltejs/kit';

/**
 * The application whose pages this browser was on last: pages that belong to none keep it on top.
 * Null on the pages of one, which are kept for every browser.
 */
export async function readLastApplication({
	params,
	cookies,
	locals
}: Pick<RequestEvent, 'cookies' | 'locals'> & { readonly params: { readonly clientId?: string } }) {
	const clientId = cookies.get(LAST_APPLICATION);
	if (params.clientId !== undefined || clientId === undefined || !UUID.test(clientId)) return null;
	const name = await getApplicationName(locals.context, clientId);
	return name === null ? null : { clientId, name };
}
