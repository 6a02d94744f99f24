import { dialectOf } from '#lib/access/program-address.ts';
import { building, dev } from '$app/environment';
import { followOrigin } from '#lib/server/built-in-redirect-uris.ts';
import { connectDatabase, disconnectDatabase } from '#lib/server/db/connection.ts';
import { createDemoOnce } from '#lib/server/demo.ts';
import {
	FAILED,
	nothingAt,
	refusalInDialect,
	unavailable,
	wrongMethod,
	type Refusal
} from '#lib/server/dialect.ts';
import { isConnectPage, refusalOf } from '#lib/server/guard.ts';
import { setSecurityHeaders } from '#lib/server/headers.ts';
import { cacheLongPage } from '#lib/server/page-cache.ts';
import { readSettings, type Settings } from '#lib/server/settings.ts';
import { storageErrorOf } from '#lib/server/storage-error.ts';
import { themeOf } from '#lib/server/theme.ts';
import {
	text,
	type Handle,
	type HandleServerError,
	type RequestEvent,
	type ServerInit
} from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { randomUUID } from 'node:crypto';
import type { EventEmitter } from 'node:events';

let settings: Settings;

export const init: ServerInit = async () => {
	if (building) return;
	settings = readSettings(process.env);
	connectDatabase(settings.databaseFile);
	await createDemoOnce(settings.origin);
	await followOrigin(settings.origin);
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
	const report = (fault: unknown, requestId: string) =>
		console.error(`${requestId} POST /oauth/token`, fault);
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
	return event.locals.storageFault && response.status === 500
		? new Response(response.body, { status: 503, headers: response.headers })
		: response;
};

/** Addresses for programs answer in their own words, and every answer names its request. */
const speakDialect: Handle = async ({ event, resolve }) => {
	const { pathname } = event.url;
	if (dialectOf(pathname) === null) return resolve(event);
	const response = await resolve(event);
	const { requestId } = event.locals;
	if (response.headers.has('sc-request-id')) return response;
	if (response.status < 400) {
		response.headers.set('sc-request-id', requestId);
		return response;
	}
	return refuse(event, faultOf(event, response)) ?? response;
};

/** What the framework, which knows no dialect, answered with. */
function faultOf({ request, locals }: RequestEvent, response: Response): Refusal {
	const allow = response.headers.get('allow');
	if (response.status === 405 && allow !== null) return wrongMethod(request.method, allow);
	if (locals.storageFault) return unavailable(locals.storageFault);
	return response.status >= 500
		? FAILED
		: { status: response.status, message: 'The request cannot be read.' };
}

function refuse({ url, locals }: RequestEvent, refusal: Refusal): Response | null {
	const answer = refusalInDialect(url.pathname, refusal, locals.requestId);
	return answer && new Response(answer.body, answer);
}

const guard: Handle = ({ event, resolve }) => {
	// The sample client asks from within; there is no header that a browser could have forged.
	if (event.isSubRequest) return resolve(event);
	// In development Vite chooses the port.
	const port = dev ? Number(event.url.port) : settings.port;
	const refusal = refusalOf(event.request, settings.origin, port);
	// Where nothing is, that is the answer, whoever asks.
	const isMissing = event.route.id === null;
	if (refusal && (refusal.status === 421 || !isMissing)) {
		return refuse(event, refusal) ?? text(refusal.message, { status: refusal.status });
	}
	return (isMissing && refuse(event, nothingAt(event.url.pathname))) || resolve(event);
};

export const handle: Handle = sequence(identify, answer, speakDialect, guard, cacheLongPage);

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	const { requestId } = event.locals;
	if (status === 404) return { message: 'There is no page at this address.', requestId };
	const storage = storageErrorOf(error);
	if (storage) event.locals.storageFault = storage.message;
	if (storage) return { message: storage.message, requestId, status: 503 };
	if (status >= 500)
		console.error(`${requestId} ${event.request.method} ${event.url.pathname}`, error);
	return { message, requestId };
};
