import type { Handle } from '@sveltejs/kit';
import { LAST_APPLICATION } from '../http/last-application.ts';

/** In seconds: one year. */
const KEPT = 31_536_000;

/**
 * Notes in the browser on whose pages it is. Outside of whatever keeps pages: one that sets a cookie
 * is not kept.
 */
export const rememberApplication: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { route, params, cookies, request, url } = event;
	const isPage = route.id?.startsWith('/(dashboard)/apps/[clientId]/') ?? false;
	const { clientId } = params;
	if (!isPage || clientId === undefined || request.method !== 'GET') return response;
	if (response.status !== 200 || cookies.get(LAST_APPLICATION) === clientId) return response;
	const cookie = cookies.serialize(LAST_APPLICATION, clientId, {
		path: '/',
		maxAge: KEPT,
		secure: url.protocol === 'https:'
	});
	response.headers.append('set-cookie', cookie);
	return response;
};
