import { sessionInsights } from '#lib/server/connect/insights.ts';
import type { SessionFilter } from '#lib/server/connect/session-filter.ts';
import { listSessions } from '#lib/server/connect/session-list.ts';
import type { Context } from '#lib/server/context.ts';
import { LIFETIMES } from '#lib/connect/lifetimes.ts';
import { recordSessions } from './connect-sessions.ts';
import { REHEARSED_START } from './storage.ts';

/** A list of each kind that the page of sessions leads to. */
const LISTS: readonly SessionFilter[] = [
	{},
	{ end: 'granted' },
	{ end: 'abandoned' },
	{ end: 'brand_unsupported' },
	{ reached: 'consent' },
	{ reached: 'exchanged', asked: 7 },
	{ left: 'opened', make: null },
	{ left: 'granted', make: 'FORD' },
	{ left: 'consent', asked: 'link', end: 'access_denied' }
];

/** Of the counts four, and of each list its count, its order and its rows. */
export const STATEMENTS = 4 + 3 * LISTS.length;

/** Writes sessions of which each list has some. */
export async function recordForLists(context: Context, clientId: string): Promise<void> {
	const screens = 'preamble brand login grant';
	await recordSessions(
		context,
		clientId,
		{ screens, outcome: 'granted', make: 'FORD' },
		{ screens, outcome: 'granted', responseType: 'none', version: 7 },
		{ screens, outcome: 'access_denied' },
		{ screens: 'preamble', touchedAt: REHEARSED_START - LIFETIMES.session },
		{ screens: 'preamble unsupported', outcome: 'vehicle_incompatible' }
	);
}

/** Asks for all that the page of sessions can show of an application. */
export async function askForSessions(context: Context, clientId: string): Promise<void> {
	await sessionInsights(context, clientId);
	for (const filter of LISTS) await listSessions(context, clientId, { page: 1, ...filter });
}
