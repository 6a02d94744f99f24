import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { listSessions, sessionInsights } from '#lib/server/connect/insights.ts';
import type { PageServerLoad } from './$types.js';
import { parseView } from './view.ts';

export const load: PageServerLoad = async ({ params: { clientId }, url, parent, locals }) => {
	await parent();
	const { problem, ...view } = parseView(url.searchParams);
	const [insights, list] = await Promise.all([
		sessionInsights(locals.context, clientId),
		listSessions(locals.context, clientId, {
			page: view.page,
			end: view.end || undefined,
			user: view.withoutUser ? null : view.user || undefined
		})
	]);
	return {
		title: 'Sessions',
		subtitle: 'What became of the Connect links that were opened in the sandbox.',
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
