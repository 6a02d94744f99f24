import { building, dev } from '$app/environment';
import { followOrigin } from '#lib/server/applications/built-in-redirect-uris.ts';
import { readClock } from '#lib/server/connect/rehearsal.ts';
import { compressPages } from '#lib/server/hooks/compress.ts';
import type { Context } from '#lib/server/context.ts';
import type { Engine } from '#lib/server/engine.ts';
import { openKey } from '#lib/server/db/open-key.ts';
import { openStorage } from '#lib/server/db/open-storage.ts';
import { readLastApplication } from '#lib/server/applications/last-application.ts';
import { createDemoOnce } from '#lib/server/applications/demo.ts';
import { endStreams } from '#lib/server/http/event-stream.ts';
import { LAST_APPLICATION } from '#lib/server/http/last-application.ts';
import { STOPPING } from '#lib/server/http/stopping.ts';
import { readEnvelope, type Envelope } from '#lib/server/http/envelope.ts';
import { followFormerId } from '#lib/server/hooks/follow-former-id.ts';
import { inOrder } from '#lib/server/hooks/in-order.ts';
import { isConnectPage, refusalOf } from '#lib/server/http/guard.ts';
import { scheduleJobs } from '#lib/server/hooks/schedule-jobs.ts';
import { SECURITY_HEADERS, setSecurityHeaders } from '#lib/server/http/headers.ts';
import { logFault } from '#lib/server/log-fault.ts';
import { setLogLevel } from '#lib/server/log.ts';
import { cacheLongPage, cacheShownPages } from '#lib/server/hooks/page-cache.ts';
import { portalOff } from '#lib/server/hooks/portal-off.ts';
import {
	FAILED,
	noPageAt,
	refusalInDialect,
	unavailable,
	unlessOpened
} from '#lib/server/programs/dialect.ts';
import type { ProgramsListener } from '#lib/server/programs/listener.ts';
import { isForPrograms, pathnameOf } from '#lib/server/programs/place.ts';
import { answerRefusal } from '#lib/server/http/refusal-answer.ts';
import { rememberApplication } from '#lib/server/hooks/remember-application.ts';
import { requestContext } from '#lib/server/http/request-context.ts';
import type { SecretKey } from '#lib/server/secret-key.ts';
import { readSettings, type Settings } from '#lib/server/settings.ts';
import { SECONDS_TO_RETRY } from '#lib/server/storage-error.ts';
import { barColor, themeOf } from '#lib/server/http/theme.ts';
import { untilDone } from '#lib/server/until-done.ts';
import { throttleWrites } from '#lib/server/hooks/throttle-writes.ts';
import { wayOn } from '#lib/server/hooks/way-on.ts';
import { waitForStorage } from '#lib/server/hooks/wait-for-storage.ts';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import type { EventEmitter } from 'node:events';

let settings: Settings;
let engine: Engine;
let key: SecretKey;

const open = untilDone(async () => {
	settings = readSettings(process.env);
	setLogLevel(settings);
	engine = await openStorage(settings);
	try {
		key = await openKey(engine, settings);
		const context = requestContext(engine, settings, key);
		await furnish(context, settings);
		await followOrigin(context, settings.origin);
	} catch (error) {
		await engine.close();
		throw error;
	}
	const now = () => requestContext(engine, settings, key);
	const stopJobs = scheduleJobs(now);
	const close = async () => {
		await stopJobs();
		await stopRecording();
		await engine.close();
	};
	const events: EventEmitter = process;
	events.on(STOPPING, endStreams);
	events.on('sveltekit:shutdown', (_signal, waits: Promise<void>[]) => waits.push(close()));
});

/** The applications of a first start, or those that a file wants there at every start. */
async function furnish(context: Context, { seedFile, origin }: Settings): Promise<void> {
	if (seedFile === null) return createDemoOnce(context, origin);
	const { seedFromFile } = await import('#lib/server/programs/control/seed-file.ts');
	await seedFromFile(context, seedFile);
}

/**
 * What fails here ends the start of the built server. In development it would fail every request from
 * then on, so that each opens the storage itself until that is there.
 */
export const init: ServerInit = async () => {
	if (building || dev) return;
	await open();
	// Who asks first is told where it failed.
	loadListener().catch(() => {});
};

let listener: ProgramsListener | null = null;

/** Loaded beside the start and not as a part of it, which it would make longer. */
const loadListener = untilDone(async (): Promise<ProgramsListener> => {
	const [{ createProgramsListener }, { beginRecording }] = await Promise.all([
		import('#lib/server/programs/listener.ts'),
		import('#lib/server/programs/record/begin.ts'),
		open()
	]);
	const recording = beginRecording(() => requestContext(engine, settings, key));
	stopRecording = recording.stop;
	return (listener = createProgramsListener(
		({ headers }) =>
			requestContext(engine, dev ? namedBy(`http://${headers.host}`) : settings, key),
		recording.stages
	));
});

let stopRecording: () => Promise<void> = async () => {};

/** Asked before the framework, by server/serve.ts and in development by vite.config.ts. */
export const programs: ProgramsListener = (message, response) => {
	if (listener) return listener(message, response);
	if (!isForPrograms(message.url ?? '')) return false;
	loadListener().then(
		(answer) => answer(message, response),
		(error: unknown) => {
			const storage = logFault(error, '');
			const refusal = storage ? unavailable(storage) : FAILED;
			const answer = refusalInDialect(pathnameOf(message.url ?? '') ?? '', refusal, '');
			response.writeHead(refusal.status, { ...SECURITY_HEADERS, ...answer?.headers });
			response.end(answer?.body);
		}
	);
	return true;
};

/** In development Vite chooses the address. */
function namedBy(address: string): Settings {
	const url = URL.parse(address);
	if (!url) return settings;
	return { ...settings, origin: url.origin, origins: [url.origin], port: Number(url.port) };
}

/** Where the sample client was led last; in development the address is known at a request only. */
let followed: string | null = null;

const identify: Handle = async ({ event, resolve }) => {
	const own = dev ? namedBy(event.url.origin) : settings;
	const context = requestContext(engine, own, key);
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

/** What server/serve.ts finds out of each request where it serves. */
function envelopeInDevelopment(event: RequestEvent, own: Settings): Envelope {
	return readEnvelope(Object.fromEntries(event.request.headers), event.getClientAddress(), own);
}

const answer: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	setSecurityHeaders(response.headers, {
		// In development no request passes the door.
		common: dev,
		secure: event.url.protocol === 'https:',
		connect: isConnectPage(event.url.pathname),
		formAction: event.locals.formAction
	});
	// Kit knows no other status for an unexpected error than 500.
	const mayPass = event.locals.isUnavailable && response.status === 500;
	const status = mayPass ? 503 : response.status;
	if (status === 503) response.headers.set('retry-after', String(SECONDS_TO_RETRY));
	return mayPass ? new Response(response.body, { status, headers: response.headers }) : response;
};

const guard: Handle = ({ event, resolve }) => {
	// Asked from within; there is no header that a browser could have forged.
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
	if (refusal && (refusal.status === 421 || !isMissing)) return answerRefusal(event, refusal);
	return resolve(event);
};

const fillTemplate: Handle = ({ event, resolve }) => {
	const theme = themeOf(event.cookies.get('theme'));
	return resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%valetkey.theme%', theme)
				.replace('%valetkey.on-light%', barColor(theme, 'light'))
				.replace('%valetkey.on-dark%', barColor(theme, 'dark'))
				.replace('%valetkey.lang%', event.locals.language ?? 'en')
	});
};

export const handle: Handle = inOrder(
	[
		...(dev ? [waitForStorage(open)] : []),
		identify,
		compressPages,
		answer,
		guard,
		throttleWrites,
		portalOff,
		rememberApplication,
		// What is kept was rendered under this very id.
		cacheLongPage(dev),
		cacheShownPages(dev),
		followFormerId
	],
	fillTemplate
);

export const handleError: HandleServerError = async ({ error, event, status, message }) => {
	const { requestId, context } = event.locals;
	const storage = status >= 500 ? logFault(error, requestId) : null;
	if (storage) {
		event.locals.isUnavailable = storage.status === 503;
		return { message: storage.message, requestId, status: storage.status };
	}
	// No layout of the dashboard has been loaded for this page. What is wrong says more than the time.
	const known = <T>(read: (context: Context) => Promise<T>) =>
		Promise.resolve(context)
			.then(read)
			.catch(() => null);
	const clock = await known(readClock);
	const last = await known((context) =>
		readLastApplication(context, event.cookies.get(LAST_APPLICATION))
	);
	const about = { requestId, ...(clock && { clock }), ...(last && { last }) };
	if (status !== 404) return { message, ...about };
	const { pathname } = event.url;
	const way = wayOn(pathname);
	return { message: noPageAt(pathname), ...(way && { way }), ...about };
};
