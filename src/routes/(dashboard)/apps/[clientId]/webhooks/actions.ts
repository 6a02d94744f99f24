import { resolve } from '$app/paths';
import {
	findManagementToken,
	replaceManagementToken
} from '#lib/server/applications/management-token.ts';
import { text, wholeNumber } from '#lib/server/http/fields.ts';
import type { Gone, Refused } from '#lib/server/outcome.ts';
import { replayEvent, type ReplayRefusal } from '#lib/server/webhooks/deliveries/replay.ts';
import { wakeWebhooks } from '#lib/server/wake-webhooks.ts';
import { deleteWebhook, disableWebhook, enableWebhook } from '#lib/server/webhooks/webhooks.ts';
import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { describeGone } from '../../../words.ts';
import { applicationForm } from '../application-form.ts';
import type { Answer } from './answer.ts';
import { makeAction } from './make-action.ts';
import { proveActions } from './prove-actions.ts';
import { subscriptionActions } from './subscription-actions.ts';
import * as words from './words.en.ts';

const refuse = ({ message }: { readonly message: string }): Answer => ({ error: message });
const Which = z.object({ webhook: text });

function describeReplay(refused: Gone | Refused<ReplayRefusal>): string {
	if (refused.kind === 'gone') return describeGone(refused);
	return refused.code === 'too-often'
		? words.tooOften(refused.data.limit)
		: words.REPLAY_REFUSALS[refused.code];
}

export const actions = {
	...makeAction,
	...proveActions,
	...subscriptionActions,
	enable: applicationForm(
		Which,
		async ({ webhook: id }, { context, clientId }) => {
			const enabled = await enableWebhook(context, { clientId, id });
			if (!enabled.ok) return fail<Answer>(400, { error: describeGone(enabled) });
			wakeWebhooks(context);
			return { done: words.enabled } satisfies Answer;
		},
		refuse
	),
	disable: applicationForm(
		Which,
		async ({ webhook: id }, { context, clientId }) => {
			const off = await disableWebhook(context, { clientId, id });
			if (!off.ok) return fail<Answer>(400, { error: describeGone(off) });
			return { done: words.disabled } satisfies Answer;
		},
		refuse
	),
	delete: applicationForm(
		Which,
		async ({ webhook: id }, { context, clientId }) => {
			// One that is gone already is what was asked for.
			await deleteWebhook(context, { clientId, id });
			redirect(
				303,
				`${resolve('/(dashboard)/apps/[clientId]/webhooks', { clientId })}?done=deleted`
			);
		},
		refuse
	),
	replay: applicationForm(
		z.object({ webhook: text, delivery: text }),
		async ({ webhook: webhookId, delivery: eventId }, { context, clientId }) => {
			const begun = await replayEvent(context, { clientId, webhookId, eventId });
			if (!begun.ok) {
				return fail<Answer>(400, { error: describeReplay(begun) });
			}
			wakeWebhooks(context);
			return { done: words.replayed } satisfies Answer;
		},
		refuse
	),
	showKey: applicationForm(
		Which,
		async (_, { context, clientId }): Promise<Answer> => {
			const key = await findManagementToken(context, clientId);
			return key ? { key: key.token } : {};
		},
		refuse
	),
	rotateKey: applicationForm(
		z.object({ webhook: text, seen: wholeNumber }),
		async ({ webhook, seen }, { context, clientId }) => {
			const made = await replaceManagementToken(context, clientId, seen);
			if (!made.ok) return fail<Answer>(400, { error: describeGone(made) });
			// To a page that can be loaded again: this one would replace the key once more.
			const query = new URLSearchParams({ webhook, done: 'rotated' });
			redirect(303, `${resolve('/(dashboard)/apps/[clientId]/webhooks', { clientId })}?${query}`);
		},
		refuse
	)
};
