import { findManagementToken } from '#lib/server/applications/management-token.ts';
import { readClock } from '#lib/server/connect/rehearsal.ts';
import { listWebhooks } from '#lib/server/webhooks/webhooks.ts';
import type { PageServerLoad } from './$types.js';
import { defaultCodes } from './form/signals.ts';
import { formatRehearsal } from '../../../../rehearsal-time.ts';
import { readView } from './view.ts';
import { webhookPage } from './webhook-page.ts';
import * as words from './words.en.ts';

export { actions } from './actions.ts';

export const load: PageServerLoad = async ({
	params: { clientId },
	url,
	parent,
	locals,
	depends
}) => {
	depends('valetkey:webhook');
	const { published, draft } = await parent();
	const { context } = locals;
	const view = readView(url.searchParams);
	const all = await listWebhooks(context, clientId);
	const { now } = await readClock(context);
	const webhook = all.find(({ id }) => id === view.webhook) ?? all[0] ?? null;
	const page = {
		title: words.webhooks,
		now: formatRehearsal(now),
		today: formatRehearsal(now).date,
		done: doneOf(url.searchParams),
		all: all.map(({ id, name, verifiedAt, disabledAt }) => ({
			id,
			name,
			state: stateOf({ verifiedAt, disabledAt })
		}))
	};
	if (!webhook) {
		const proposed = defaultCodes(published?.selection ?? draft.selection);
		return { ...page, webhook: null, view: { ...view, webhook: null }, proposed };
	}
	const key = await findManagementToken(context, clientId);
	const wasFound = view.webhook === null || view.webhook === webhook.id;
	return {
		...page,
		wasFound,
		...(await webhookPage(context, { clientId, webhook, key, now, view }))
	};
};

function stateOf(webhook: {
	readonly verifiedAt: number | null;
	readonly disabledAt: number | null;
}): string {
	if (webhook.disabledAt !== null) return words.off;
	return webhook.verifiedAt === null ? words.notVerified : words.on;
}

/** What was done on the way here; forms that shall not be sent again lead to the page anew. */
function doneOf(search: URLSearchParams): string | null {
	const done = search.get('done');
	if (done === 'made') return words.made;
	if (done === 'proved') return words.verified;
	if (done === 'saved') return words.saved;
	if (done === 'deleted') return words.deleted;
	return done === 'rotated' ? words.rotated : null;
}
