import { building } from '$app/environment';
import { connectDatabase, disconnectDatabase, storageRevision } from '#lib/server/db/connection.ts';
import { createDemoOnce } from '#lib/server/demo.ts';
import { isCrossSite, isOwnHost } from '#lib/server/guard.ts';
import { setSecurityHeaders } from '#lib/server/headers.ts';
import { renderOnce } from '#lib/server/page-cache.ts';
import { readSettings, type Settings } from '#lib/server/settings.ts';
import { storageErrorOf } from '#lib/server/storage-error.ts';
import { themeOf } from '#lib/server/theme.ts';
import { text, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { randomUUID } from 'node:crypto';

let settings: Settings;

export const init: ServerInit = async () => {
	if (building) return;
	settings = readSettings(process.env);
	connectDatabase(settings.databaseFile);
	await createDemoOnce(settings.origin);
	process.on('sveltekit:shutdown', disconnectDatabase);
};

const identify: Handle = ({ event, resolve }) => {
	event.locals.requestId = randomUUID();
	event.locals.actor = { id: 'local', name: 'You' };
	return resolve(event);
};

const answer: Handle = async ({ event, resolve }) => {
	const theme = themeOf(event.cookies.get('theme'));
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%valetkey.theme%', theme)
	});
	setSecurityHeaders(response.headers, event.url.protocol === 'https:');
	// Kit knows no other status for an unexpected error than 500.
	return event.locals.storageFailed
		? new Response(response.body, { status: 503, headers: response.headers })
		: response;
};

const guard: Handle = ({ event, resolve }) => {
	const { headers, method } = event.request;
	if (!isOwnHost(headers.get('host'), settings.origin)) {
		return text(`This server answers at ${settings.origin} only.`, { status: 421 });
	}
	const [origin, fetchSite] = [headers.get('origin'), headers.get('sec-fetch-site')];
	if (isCrossSite({ method, origin, fetchSite, selfOrigin: event.url.origin })) {
		return text('Refused: this request did not come from a page of this server.', { status: 403 });
	}
	return resolve(event);
};

/** The one page that is long enough for its rendering to be felt. */
const cache: Handle = ({ event, resolve }) => {
	const { route, request, url, locals, cookies, isDataRequest } = event;
	const isLongPage = route.id === '/(dashboard)/apps/[clientId]/vehicle-access';
	if (!isLongPage || request.method !== 'GET' || isDataRequest) return resolve(event);
	const theme = themeOf(cookies.get('theme'));
	const day = new Date().toISOString().slice(0, 10);
	const key = [storageRevision(), locals.actor.id, theme, day, url.href].join(' ');
	return renderOnce(key, () => resolve(event));
};

export const handle: Handle = sequence(identify, answer, guard, cache);

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	const { requestId } = event.locals;
	if (status === 404) return { message: 'There is no page at this address.', requestId };
	const storage = storageErrorOf(error);
	event.locals.storageFailed = storage !== null;
	if (storage) return { message: storage.message, requestId, status: 503 };
	console.error(`${requestId} ${event.request.method} ${event.url.pathname}`, error);
	return { message, requestId };
};
