import { findMake } from '#lib/access/catalog/find-make.ts';
import { MAKES } from '#lib/access/catalog/makes.ts';
import { mostLost } from '#lib/connect/funnel.ts';
import { sessionInsights, type SessionInsights } from '#lib/server/connect/insights.ts';
import { listSessions } from '#lib/server/connect/session-list.ts';
import type { PageServerLoad } from './$types.js';
import { narrowing, NO_BRAND, parseView, type View } from './view.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params: { clientId }, url, parent, locals }) => {
	await parent();
	const { problem, ...view } = parseView(url.searchParams);
	const { byMake, ...insights } = await sessionInsights(locals.context, clientId);
	const list = await listSessions(locals.context, clientId, {
		...filterOf(view),
		page: view.page,
		key: view.key,
		count: countOf(insights, view)
	});
	return {
		title: words.sessions,
		subtitle: words.lead,
		view: { ...view, page: list.page },
		problem,
		insights: {
			...insights,
			mostLost: mostLost(insights.funnel),
			byBrand: byMake.map(({ make, steps }) => ({
				brand: make ?? NO_BRAND,
				name: make === null ? words.noBrandChosen : nameOf(make),
				steps
			}))
		},
		list: {
			...list,
			sessions: list.sessions.map((session) => ({
				...session,
				brand: session.make && nameOf(session.make)
			}))
		}
	};
};

function nameOf(make: string): string {
	return findMake(make, MAKES)?.name ?? make;
}

function filterOf(view: View): Parameters<typeof listSessions>[2] {
	return {
		page: view.page,
		end: view.end ?? undefined,
		user: view.withoutUser ? null : view.user || undefined,
		reached: view.reached ?? undefined,
		left: view.left ?? undefined,
		asked: view.asked ?? undefined,
		make: view.brand === NO_BRAND ? null : (view.brand ?? undefined),
		seen: view.seen ?? undefined,
		refused: view.refused ?? undefined
	};
}

/** What is counted already need not be counted again. */
function countOf(
	{ total, ends }: Pick<SessionInsights, 'total' | 'ends'>,
	view: View
): number | undefined {
	const narrowed = narrowing(view);
	if (narrowed.length === 0) return total;
	const { end } = view;
	if (narrowed.length > 1 || end === null) return undefined;
	return ends.find((counted) => counted.end === end)?.count ?? 0;
}
