import type { Context } from '#lib/server/context.ts';
import { text } from '#lib/server/http/fields.ts';
import { pageOfDeliveries } from '#lib/server/webhooks/deliveries/list.ts';
import { sendTest } from '#lib/server/webhooks/send-test.ts';
import { verifyWebhook } from '#lib/server/webhooks/verify-webhook.ts';
import { findWebhook } from '#lib/server/webhooks/webhooks.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { describeGone } from '../../../words.ts';
import { applicationForm } from '../application-form.ts';
import type { Answer } from './answer.ts';
import * as words from './words.en.ts';

const refuse = ({ message }: { readonly message: string }): Answer => ({ error: message });
const Which = z.object({ webhook: text });

/** What asks something of the receiver itself. */
export const proveActions = {
	verify: applicationForm(
		Which,
		async ({ webhook: id }, { context, clientId }) => {
			const webhook = await findWebhook(context, clientId, id);
			if (!webhook) return fail<Answer>(400, { error: words.noSuchWebhook });
			const proved = await verifyWebhook(context, webhook);
			if (proved.ok) return { done: words.verified } satisfies Answer;
			if (proved.kind === 'gone') return fail<Answer>(400, { error: describeGone(proved) });
			const { fault, status } = proved.data;
			const reason = fault === 'status' ? words.answeredWith(status ?? 0) : words.REASONS[fault];
			const delivery = await newestVerify(context, id);
			return fail<Answer>(400, {
				error: words.notVerifiedBecause(reason),
				...(delivery !== null && { delivery })
			});
		},
		refuse
	),
	test: applicationForm(
		Which,
		async ({ webhook: id }, { context, clientId }) => {
			const sent = await sendTest(context, { clientId, id });
			if (sent.ok) return { done: words.testSent } satisfies Answer;
			const error =
				sent.kind === 'gone' ? describeGone(sent) : words.REPLAY_REFUSALS['not-running'];
			return fail<Answer>(400, { error });
		},
		refuse
	)
};

/** Event id of what a receiver was asked last. */
async function newestVerify(context: Context, webhookId: string): Promise<string | null> {
	const every = { state: null, vehicleId: null, edge: null };
	const page = await pageOfDeliveries(context, webhookId, { ...every, type: 'VERIFY' });
	return page.deliveries[0]?.eventId ?? null;
}
