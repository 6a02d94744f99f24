import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { sessionInsights, type SessionInsights } from '#lib/server/connect/insights.ts';
import { listSessions } from '#lib/server/connect/session-list.ts';
import type { PageServerLoad } from './$types.js';
import { parseView } from './view.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params: { clientId }, url, parent, locals }) => {
	await parent();
	const { problem, ...view } = parseView(url.searchParams);
	const insights = await sessionInsights(locals.context, clientId);
	const end = view.end || undefined;
	const user = view.withoutUser ? null : view.user || undefined;
	const list = await listSessions(locals.context, clientId, {
		page: view.page,
		key: view.key,
		end,
		user,
		count: user === undefined ? countOf(insights, end) : undefined
	});
	return {
		title: words.sessions,
		subtitle: words.lead,
		view: { ...view, page: list.page },
		problem,
		insights,
		list: {
			...list,
			sessions: list.sessions.map((session) => ({
				...session,
				make: session.make && (findMake(session.make, MAKES)?.name ?? session.make)
			}))
		}
	};
};

/** What is counted already need not be counted again. */
function countOf({ total, ends }: SessionInsights, end: string | undefined): number {
	return end === undefined ? total : (ends.find((counted) => counted.end === end)?.count ?? 0);
}
