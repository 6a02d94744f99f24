import { SANDBOX_START } from '#lib/access/connect-url/sandbox-link.ts';
import { startSample } from '#lib/server/connect/sample/start.ts';
import { redirect } from '@sveltejs/kit';
import { ensureSampleBrowser } from '../sample-cookie.ts';
import type { RequestHandler } from './$types.js';

/** Opens a Connect link on this server, as the sample client would. */
export const GET: RequestHandler = async (event) => {
	const { origin } = event.locals.context.settings;
	const { search } = event.url;
	// Under another name of this machine the cookie would not be there when the owner comes back.
	if (event.request.headers.get('host') !== new URL(origin).host) {
		redirect(302, `${origin}${SANDBOX_START}${search}`);
	}
	// Who only asks for the head of the answer begins nothing.
	const browser = event.request.method === 'HEAD' ? null : ensureSampleBrowser(event);
	redirect(302, await startSample(event.locals.context, search, origin, browser));
};
