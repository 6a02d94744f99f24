import type { Handle, RequestEvent } from '@sveltejs/kit';
import type { Context } from '../context.ts';
import { shownBy } from '../http/shown.ts';
import { themeOf } from '../http/theme.ts';
import { KeptPages } from './kept-pages.ts';

const MINUTE = 60_000;

const mayBeKept = ({ request, isDataRequest }: RequestEvent) =>
	request.method === 'GET' && !isDataRequest;

/** While developing a page also depends on its source. */
const unless = (isDeveloping: boolean, cache: Handle): Handle =>
	isDeveloping ? ({ event, resolve }) => resolve(event) : cache;

const longPages = new KeptPages(64);

/** Caches the one page that is long enough for its rendering to be felt. */
export const cacheLongPage = (isDeveloping: boolean) => unless(isDeveloping, keepLongPage);

const keepLongPage: Handle = async ({ event, resolve }) => {
	const { route, url, locals, cookies } = event;
	const isLongPage = route.id === '/(dashboard)/apps/[clientId]/vehicle-access';
	if (!isLongPage || !mayBeKept(event)) return resolve(event);
	const theme = themeOf(cookies.get('theme'));
	// Ages are told by the day, the rehearsal's time by the minute.
	const minute = Math.floor(locals.context.machineNow / MINUTE);
	const revision = await revisionOrNull(locals.context);
	// The page itself says best why it cannot be read.
	if (revision === null) return resolve(event);
	const key = [revision, locals.context.actor.id, theme, minute, url.href].join(' ');
	return longPages.answer(key, [], () => resolve(event));
};

async function revisionOrNull({ storage }: Context): Promise<string | null> {
	try {
		return await storage.revision();
	} catch {
		return null;
	}
}

const shownPages = new KeptPages(256);

/** Caches pages by what they show. What that is, is found out for each request, and who may see it. */
export const cacheShownPages = (isDeveloping: boolean) => unless(isDeveloping, keepShownPages);

const keepShownPages: Handle = async ({ event, resolve }) => {
	const { route, url, locals, cookies } = event;
	if (!mayBeKept(event) || url.search !== '') return resolve(event);
	const shown = await shownBy(event);
	if (shown === null) return resolve(event);
	const around = [route.id, themeOf(cookies.get('theme')), locals.language];
	const key = JSON.stringify([...around, shown.what]);
	return shownPages.answer(key, shown.changing, () => resolve(event));
};
