import { text } from '#lib/server/http/fields.ts';
import { subscribeAll } from '#lib/server/webhooks/subscribable.ts';
import { subscribe, unsubscribe } from '#lib/server/webhooks/subscriptions.ts';
import { wakeWebhooks } from '#lib/server/wake-webhooks.ts';
import { getConnection } from '#lib/server/connect/connections.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { describeGone } from '../../../words.ts';
import { applicationForm, type ApplicationForm } from '../application-form.ts';
import type { Answer } from './answer.ts';
import * as words from './words.en.ts';

const refuse = ({ message }: { readonly message: string }): Answer => ({ error: message });
const Which = z.object({ webhook: text, connection: text });

async function nameOf({ context, clientId }: ApplicationForm, connectionId: string) {
	const connection = await getConnection(context, clientId, connectionId);
	return connection?.vehicle.name ?? words.theCar;
}

export const subscriptionActions = {
	subscribe: applicationForm(
		Which,
		async ({ webhook: webhookId, connection: connectionId }, about) => {
			const { context, clientId } = about;
			const begun = await subscribe(context, { clientId, webhookId, connectionId });
			// One that is subscribed already is what was asked for.
			if (!begun.ok && begun.kind === 'gone') {
				return fail<Answer>(400, { error: describeGone(begun) });
			}
			wakeWebhooks(context);
			return { done: words.subscribed(await nameOf(about, connectionId)) } satisfies Answer;
		},
		refuse
	),
	subscribeAll: applicationForm(
		z.object({ webhook: text }),
		async ({ webhook: webhookId }, { context, clientId }) => {
			const begun = await subscribeAll(context, { clientId, webhookId });
			if (!begun.ok) return fail<Answer>(400, { error: describeGone(begun) });
			wakeWebhooks(context);
			return { done: words.subscribedAll(begun.begun) } satisfies Answer;
		},
		refuse
	),
	unsubscribe: applicationForm(
		Which,
		async ({ webhook: webhookId, connection: connectionId }, about) => {
			const { context, clientId } = about;
			const ended = await unsubscribe(context, clientId, { webhookId, connectionId });
			if (!ended.ok && ended.what !== 'subscription') {
				return fail<Answer>(400, { error: describeGone(ended) });
			}
			return { done: words.unsubscribed(await nameOf(about, connectionId)) } satisfies Answer;
		},
		refuse
	)
};
