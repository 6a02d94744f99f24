import { dev } from '$app/environment';
import type { Handle } from '@sveltejs/kit';
import type { Context } from '../context.ts';
import { themeOf } from '../http/theme.ts';
import { KeptPages } from './kept-pages.ts';

const MINUTE = 60_000;

const pages = new KeptPages(64);

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
	return pages.answer(key, [], () => resolve(event));
};

async function revisionOrNull({ storage }: Context): Promise<string | null> {
	try {
		return await storage.revision();
	} catch {
		return null;
	}
}
