import { startSample } from '#lib/server/connect/sample-client.ts';
import { redirect } from '@sveltejs/kit';
import { rememberRun } from '../sample-cookie.ts';
import type { RequestHandler } from './$types.js';

/** Opens a Connect link on this server, as the sample client would. */
export const GET: RequestHandler = async (event) => {
	const { location, run } = await startSample(event.url.search, event.locals.settings.origin);
	if (run) rememberRun(event, run);
	redirect(302, location);
};
