import type { Context } from '#lib/server/context.ts';
import { findFleetVehicle } from '#lib/server/fleet/fleet-page.ts';
import { text } from '#lib/server/http/fields.ts';
import { subscribe, unsubscribe } from '#lib/server/webhooks/subscriptions.ts';
import { wakeWebhooks } from '#lib/server/wake-webhooks.ts';
import { findWebhook } from '#lib/server/webhooks/webhooks.ts';
import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { describeGone } from '../../../../../words.ts';
import { applicationForm, type ApplicationForm } from '../../../application-form.ts';
import * as words from './words.en.ts';

/** What a form of this part is answered with. */
interface Answer {
	readonly form: 'told';
	readonly done?: string;
	readonly error?: string;
}

const Params = z.object({ vehicleId: z.string() });
const Which = z.object({ webhook: text });
const form = 'told';
const refuse = ({ message }: { readonly message: string }): Answer => ({ form, error: message });

async function wantedBy(webhookId: string, { context, clientId, event }: ApplicationForm) {
	const { vehicleId } = Params.parse(event.params);
	const found = await findFleetVehicle(context, clientId, vehicleId);
	const connectionId = found?.reach?.connectionId ?? '';
	return { clientId, webhookId, connectionId, name: await nameOf(context, clientId, webhookId) };
}

async function nameOf(context: Context, clientId: string, webhookId: string): Promise<string> {
	return (await findWebhook(context, clientId, webhookId))?.name ?? words.webhooks;
}

export const toldActions = {
	subscribe: applicationForm(
		Which,
		async ({ webhook }, about) => {
			const { name, ...wanted } = await wantedBy(webhook, about);
			const begun = await subscribe(about.context, wanted);
			if (!begun.ok) {
				const error = begun.kind === 'gone' ? describeGone(begun) : words.already;
				return fail<Answer>(400, { form, error });
			}
			wakeWebhooks(about.context);
			return { form, done: words.isSubscribed(name) } satisfies Answer;
		},
		refuse
	),
	unsubscribe: applicationForm(
		Which,
		async ({ webhook }, about) => {
			const { name, clientId, ...wanted } = await wantedBy(webhook, about);
			const ended = await unsubscribe(about.context, clientId, wanted);
			if (!ended.ok) return fail<Answer>(400, { form, error: describeGone(ended) });
			return { form, done: words.isNoLonger(name) } satisfies Answer;
		},
		refuse
	)
};
