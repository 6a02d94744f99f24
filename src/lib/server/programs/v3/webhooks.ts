import { signalNames } from '#lib/webhooks/payloads/signal.ts';
import { findWebhook, listWebhooks, type Webhook } from '../../webhooks/webhooks.ts';
import { Refused } from '../endpoint.ts';
import { v3Answer } from './answers.ts';
import { applicationEndpoint, idOf, nothingCalled } from './application-endpoint.ts';
import { pagingOf } from './bodies/paging.ts';
import { appliedFilters, readListQuery, WebhooksQuery } from './list-query.ts';
import { originOf } from './reach.ts';
import { styleOf } from './style.ts';

/** `GET /v3/webhooks`: those of an application; none of the forms of 2025 is published. */
export const webhooks = applicationEndpoint(async (call, { clientId }) => {
	const query = readListQuery(call, WebhooksQuery);
	if (query instanceof Refused) return query.answer;
	const [size, number] = [query['page[size]'], query['page[number]']];
	const style = styleOf('2026', originOf(call));
	const all = await listWebhooks(call.context, clientId);
	const meant = all.filter(isMeantBy(query)).toReversed();
	const page = { number, size, total: meant.length };
	const shown = meant.slice((number - 1) * size, number * size);
	const data = shown.map((one) => webhookBody(style.base, one));
	const paging = pagingOf(style, '/webhooks', page, appliedFilters(query));
	return v3Answer(call.envelope.id, { data, ...paging });
});

/** `GET /v3/webhooks/{id}`. */
export const webhook = applicationEndpoint(async (call, { clientId }) => {
	const id = idOf(call, 'webhookId');
	if (id instanceof Refused) return id.answer;
	const found = await findWebhook(call.context, clientId, id);
	if (!found) return nothingCalled(call, 'WEBHOOK').answer;
	const { base } = styleOf('2026', originOf(call));
	return v3Answer(call.envelope.id, { data: webhookBody(base, found) });
});

function isMeantBy(query: Readonly<Record<string, unknown>>) {
	return ({ name, callbackUri, disabledAt, autoSubscribe }: Webhook): boolean =>
		has(name, query['filter[name]']) &&
		has(callbackUri, query['filter[callbackUri]']) &&
		is(disabledAt === null, query['filter[isEnabled]']) &&
		is(autoSubscribe, query['filter[autoSubscribe]']);
}

const has = (text: string, part: unknown) =>
	typeof part !== 'string' || text.toLowerCase().includes(part.toLowerCase());
const is = (fact: boolean, wanted: unknown) => wanted === undefined || fact === wanted;

/** Whether its receiver has proved itself the platform does not say here. */
function webhookBody(base: string, webhook: Webhook): object {
	const { id, name, callbackUri, errorUri, disabledAt, autoSubscribe, createdAt } = webhook;
	return {
		id,
		type: 'webhook',
		attributes: {
			name,
			callbackUri,
			errorCallbackUri: errorUri,
			isEnabled: disabledAt === null,
			autoSubscribe,
			triggers: webhook.triggers.map((code) => ({
				type: 'SIGNAL_UPDATED',
				signal: signalNames(code)
			})),
			signals: webhook.signals.map(signalNames)
		},
		meta: { createdAt: new Date(createdAt).toISOString() },
		links: { self: `${base}/webhooks/${id}` }
	};
}
