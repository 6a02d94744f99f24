import { building, dev } from '$app/environment';
import { connectDatabase, disconnectDatabase } from '#lib/server/db/connection.ts';
import { createDemoOnce } from '#lib/server/demo.ts';
import { isConnectPage, refusalOf } from '#lib/server/guard.ts';
import { setSecurityHeaders } from '#lib/server/headers.ts';
import { cacheLongPage } from '#lib/server/page-cache.ts';
import { readSettings, type Settings } from '#lib/server/settings.ts';
import { storageErrorOf } from '#lib/server/storage-error.ts';
import { themeOf } from '#lib/server/theme.ts';
import { text, type Handle, type HandleServerError, type ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';

let settings: Settings;

export const init: ServerInit = async () => {
	if (building) return;
	settings = readSettings(process.env);
	connectDatabase(settings.databaseFile);
	await createDemoOnce(settings.origin);
	process.on('sveltekit:shutdown', disconnectDatabase);
	void offerTokenListener();
};

/**
 * Hands a listener to the server in scripts/serve.ts; see docs/decisions/009-token-endpoint.md. Loaded
 * beside the start and not as a part of it: until then the route answers.
 */
async function offerTokenListener(): Promise<void> {
	const { createTokenListener } = await import('#lib/server/connect/token/listener.ts');
	const events: EventEmitter = process;
	const report = (fault: unknown) => console.error(`${randomUUID()} POST /oauth/token`, fault);
	events.emit('valetkey:listener', createTokenListener(settings, report));
}

const identify: Handle = ({ event, resolve }) => {
	event.locals.requestId = randomUUID();
	event.locals.actor = { id: 'local', name: 'You' };
	event.locals.settings = dev ? { ...settings, origin: event.url.origin } : settings;
	return resolve(event);
};

const answer: Handle = async ({ event, resolve }) => {
	const theme = themeOf(event.cookies.get('theme'));
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%valetkey.theme%', theme)
				.replace('%valetkey.lang%', event.locals.language ?? 'en')
	});
	setSecurityHeaders(response.headers, {
		secure: event.url.protocol === 'https:',
		connect: isConnectPage(event.url.pathname),
		formAction: event.locals.formAction
	});
	// Kit knows no other status for an unexpected error than 500.
	return event.locals.storageFailed
		? new Response(response.body, { status: 503, headers: response.headers })
		: response;
};

const guard: Handle = ({ event, resolve }) => {
	// The sample client asks from within; there is no header that a browser could have forged.
	if (event.isSubRequest) return resolve(event);
	// In development Vite chooses the port.
	const port = dev ? Number(event.url.port) : settings.port;
	const refusal = refusalOf(event.request, settings.origin, port);
	return refusal ? text(refusal.message, { status: refusal.status }) : resolve(event);
};

export const handle: Handle = sequence(identify, answer, guard, cacheLongPage);

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	const { requestId } = event.locals;
	if (status === 404) return { message: 'There is no page at this address.', requestId };
	const storage = storageErrorOf(error);
	event.locals.storageFailed = storage !== null;
	if (storage) return { message: storage.message, requestId, status: 503 };
	if (status >= 500)
		console.error(`${requestId} ${event.request.method} ${event.url.pathname}`, error);
	return { message, requestId };
};
