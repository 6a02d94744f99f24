import { dev } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { themeOf } from '../http/theme.ts';

const MINUTE = 60_000;

/** Rendered pages kept; the one unused for longest goes first. */
const MAX_PAGES = 64;

interface RenderedPage {
	/** Its bytes, cut at each nonce: to encode the text again would be most of the work. */
	readonly pieces: readonly Buffer[];
	readonly headers: Headers;
	/** Nonce of its scripts, replaced by a new one each time it is sent. */
	readonly nonce: string;
}

const pages = new Map<string, RenderedPage>();

/**
 * Renders a page once for everything it depends on, which the key has to name in full: address,
 * reader, minute, and the revision of the storage. Only whole HTML pages with a nonce are kept.
 */
export async function renderOnce(
	key: string,
	render: () => Response | Promise<Response>
): Promise<Response> {
	const known = pages.get(key);
	if (known) {
		pages.delete(key);
		pages.set(key, known);
		return send(known);
	}
	const response = await render();
	const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1];
	if (response.status !== 200 || nonce === undefined) return response;
	const html = await response.text();
	const pieces = html.split(nonce).map((piece) => Buffer.from(piece));
	pages.set(key, { pieces, headers: response.headers, nonce });
	for (const oldest of pages.keys()) {
		if (pages.size <= MAX_PAGES) break;
		pages.delete(oldest);
	}
	return new Response(html, { headers: response.headers });
}

/** Caches the one page that is long enough for its rendering to be felt. */
export const cacheLongPage: Handle = async ({ event, resolve }) => {
	const { route, request, url, locals, cookies, isDataRequest } = event;
	const isLongPage = route.id === '/(dashboard)/apps/[clientId]/vehicle-access';
	// While developing a page also depends on its source.
	if (dev || !isLongPage || request.method !== 'GET' || isDataRequest) return resolve(event);
	const theme = themeOf(cookies.get('theme'));
	// Ages are told by the day, the rehearsal's time by the minute.
	const minute = Math.floor(locals.context.machineNow / MINUTE);
	const revision = await revisionOrNull(locals.context);
	// The page itself says best why it cannot be read.
	if (revision === null) return resolve(event);
	const key = [revision, locals.context.actor.id, theme, minute, url.href].join(' ');
	return renderOnce(key, () => resolve(event));
};

async function revisionOrNull({ storage }: Context): Promise<string | null> {
	try {
		return await storage.revision();
	} catch {
		return null;
	}
}

function send({ pieces, headers, nonce }: RenderedPage): Response {
	const fresh = randomBytes(16).toString('base64');
	const sent = new Headers(headers);
	const policy = headers.get('content-security-policy') ?? '';
	sent.set('content-security-policy', policy.replaceAll(nonce, fresh));
	sent.delete('etag');
	const between = Buffer.from(fresh);
	const body = pieces.flatMap((piece, index) => (index === 0 ? [piece] : [between, piece]));
	return new Response(Buffer.concat(body), { headers: sent });
}
