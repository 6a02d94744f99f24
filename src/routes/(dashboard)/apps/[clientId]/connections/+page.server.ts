import { UNUSED_DAYS, unusedGrants } from '#lib/connect/unused-grants.ts';
import { pageOfConnections } from '#lib/server/connect/connection-list/page.ts';
import {
	compareWith,
	getConnection,
	type ComparedConnection
} from '#lib/server/connect/connections.ts';
import { disconnect } from '#lib/server/connect/disconnect.ts';
import { readClock } from '#lib/server/connect/rehearsal.ts';
import { lastUsesOf } from '#lib/server/fleet/calls/last-uses.ts';
import { text } from '#lib/server/http/fields.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { applicationForm } from '../application-form.ts';
import type { Actions, PageServerLoad } from './$types.js';
import { askAgainPath, signInAgainPath } from './ask-again.ts';
import { readView } from './view.ts';
import * as words from './words.en.ts';

export const load: PageServerLoad = async ({ params: { clientId }, url, parent, locals }) => {
	const { published } = await parent();
	const asked = published?.access ?? null;
	const view = readView(url.searchParams);
	const [list, open] = await Promise.all([
		pageOfConnections(locals.context, clientId, { ...view, asked }),
		view.connection === null ? null : getConnection(locals.context, clientId, view.connection)
	]);
	const withLink = (connection: ComparedConnection) => ({
		...connection,
		askAgain: asked && askAgainPath(clientId, connection),
		signInAgain: connection.signInNeeded ? signInAgainPath(clientId, connection) : null
	});
	const { context } = locals;
	const lastUses = open === null ? new Map<string, number>() : await lastUsesOf(context, open.id);
	const { now } = await readClock(context);
	return {
		title: words.connections,
		list: { ...list, connections: list.connections.map(withLink) },
		view: { ...view, page: list.page },
		open: open && {
			...withLink(compareWith(open, asked)),
			/** By permission, milliseconds since 1970; what was never used is missing. */
			lastUses: Object.fromEntries(lastUses),
			unused: unusedGrants(open, lastUses, now),
			unusedDays: UNUSED_DAYS
		}
	};
};

/** What a form of this page is answered with. */
interface Answer {
	/** What was done, in words. */
	readonly done?: string;
	/** Why nothing was done. */
	readonly error?: string;
}

export const actions: Actions = {
	disconnect: applicationForm(
		z.object({ connection: text }),
		async ({ connection: id }, { context, clientId, application }) => {
			const connection = await getConnection(context, clientId, id);
			if (!connection || !(await disconnect(context, clientId, id))) {
				const error = words.endedElsewhere;
				return fail<Answer>(400, { error });
			}
			const { vehicle, account } = connection;
			const answer: Answer = {
				done: words.disconnected(vehicle.name, account.username, application.name)
			};
			return answer;
		},
		({ message }): Answer => ({ error: message })
	)
};
