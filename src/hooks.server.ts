import { dialectOf } from '#lib/access/program-address.ts';
import { building, dev } from '$app/environment';
import { followOrigin } from '#lib/server/applications/built-in-redirect-uris.ts';
import { compressPages } from '#lib/server/hooks/compress.ts';
import { RATE_LIMITS, secondsToWait } from '#lib/server/connect/throttle.ts';
import type { Engine } from '#lib/server/db/engine.ts';
import { openStorage } from '#lib/server/db/open-storage.ts';
import { createDemoOnce } from '#lib/server/applications/demo.ts';
import {
	FAILED,
	noPageAt,
	nothingAt,
	refusalInDialect,
	unavailable,
	unlessOpened,
	wrongMethod,
	type Refusal
} from '#lib/server/programs/dialect.ts';
import { readEnvelope, type Envelope } from '#lib/server/http/envelope.ts';
import { followFormerId } from '#lib/server/hooks/follow-former-id.ts';
import { isConnectPage, refusalOf } from '#lib/server/http/guard.ts';
import { setSecurityHeaders } from '#lib/server/http/headers.ts';
import { logFault } from '#lib/server/log-fault.ts';
import { setLogLevel } from '#lib/server/log.ts';
import { cacheLongPage } from '#lib/server/hooks/page-cache.ts';
import { answerRefusal } from '#lib/server/http/refusal-answer.ts';
import { requestContext } from '#lib/server/http/request-context.ts';
import { schedulePruning } from '#lib/server/pruning/schedule.ts';
import { readSettings, type Settings } from '#lib/server/settings.ts';
import { SECONDS_TO_RETRY } from '#lib/server/storage-error.ts';
import { themeOf } from '#lib/server/http/theme.ts';
import { throttleWrites } from '#lib/server/hooks/throttle-writes.ts';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import type { EventEmitter } from 'node:events';

let settings: Settings;
let engine: Engine;

export const init: ServerInit = async () => {
	if (building) return;
	settings = readSettings(process.env);
	setLogLevel(settings);
	engine = await openStorage(settings);
	const context = requestContext(engine, settings);
	await createDemoOnce(context, settings.origin);
	await followOrigin(context, settings.origin);
	const stopPruning = schedulePruning(() => requestContext(engine, settings));
	const close = async () => {
		await stopPruning();
		await engine.close();
	};
	const events: EventEmitter = process;
	events.on('sveltekit:shutdown', (_signal, waits: Promise<void>[]) => waits.push(close()));
	void offerTokenListener();
};

/**
 * Hands a listener to the server in server/serve.ts; see docs/decisions/009-token-endpoint.md. Loaded
 * beside the start and not as a part of it: until then the route answers.
 */
async function offerTokenListener(): Promise<void> {
	const { createTokenListener } = await import('#lib/server/connect/token/listener.ts');
	const events: EventEmitter = process;
	events.emit('valetkey:listener', createTokenListener(settings, engine));
}

/** Where the sample client was led last; in development the address is known at a request only. */
let followed: string | null = null;

const identify: Handle = async ({ event, resolve }) => {
	// In development Vite chooses the address.
	const own = dev ? { ...settings, ...namesOf(event.url) } : settings;
	const context = requestContext(engine, own);
	if (dev && followed !== own.origin) {
		followed = own.origin;
		await followOrigin(context, own.origin);
	}
	const envelope = event.platform?.req.envelope ?? envelopeInDevelopment(event, own);
	if (!event.isSubRequest) envelope.route = event.route.id ?? undefined;
	event.locals.requestId = envelope.id;
	event.locals.address = envelope.address;
	event.locals.origin = envelope.origin ?? own.origin;
	event.locals.isOwnName = envelope.origin !== null;
	event.locals.context = context;
	return resolve(event);
};

function namesOf({ origin, port }: URL) {
	return { origin, origins: [origin], port: Number(port) };
}

/** What server/serve.ts finds out of each request where it serves. */
function envelopeInDevelopment(event: RequestEvent, own: Settings): Envelope {
	return readEnvelope(Object.fromEntries(event.request.headers), event.getClientAddress(), own);
}

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
	const isUnavailable = event.locals.storageFault && response.status === 500;
	const status = isUnavailable ? 503 : response.status;
	if (status === 503) response.headers.set('retry-after', String(SECONDS_TO_RETRY));
	return isUnavailable
		? new Response(response.body, { status, headers: response.headers })
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
	const { request, url, locals } = event;
	const { method, headers } = request;
	const own = locals.isOwnName ? locals.origin : null;
	const refusal = refusalOf(
		{ method, pathname: url.pathname, headers, own },
		locals.context.settings.origins
	);
	// Where nothing is, that is the answer, whoever asks.
	const isMissing = event.route.id === null;
	const notOpened = refusal?.status === 421 ? null : unlessOpened(url.pathname, method);
	if (notOpened) return answerRefusal(event, notOpened);
	if (refusal && (refusal.status === 421 || !isMissing)) {
		return refuse(event, refusal) ?? answerRefusal(event, refusal);
	}
	return (isMissing && refuse(event, nothingAt(event.url.pathname))) || resolve(event);
};

/** How often one address may ask, for what the routes do not count themselves. */
const throttle: Handle = ({ event, resolve }) => {
	const dialect = dialectOf(event.url.pathname);
	if (dialect === null) return throttleWrites({ event, resolve });
	if (dialect === 'oauth' || event.isSubRequest) return resolve(event);
	const { address, context } = event.locals;
	const seconds = secondsToWait(context, 'apiAddress', address);
	if (seconds === 0) return resolve(event);
	const message = `At most ${RATE_LIMITS.apiAddress} requests a minute from one address; try again in ${seconds} s.`;
	const headers = { 'retry-after': String(seconds) };
	return refuse(event, { status: 429, message, headers }) ?? resolve(event);
};

export const handle: Handle = sequence(
	identify,
	compressPages,
	answer,
	speakDialect,
	guard,
	throttle,
	followFormerId,
	cacheLongPage
);

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	const { requestId } = event.locals;
	if (status === 404) return { message: noPageAt(event.url.pathname), requestId };
	const storage = status >= 500 ? logFault(error, requestId) : null;
	if (storage === null) return { message, requestId };
	event.locals.storageFault = storage.message;
	return { message: storage.message, requestId, status: 503 };
};
