import type { Gone, Refused, Stale } from '#lib/server/outcome.ts';
import type { TokenRefusal } from '#lib/server/applications/management-token.ts';
import { editionOf } from '#lib/server/webhooks/seen-webhook.ts';
import type { Webhook, WebhookRefusal } from '#lib/server/webhooks/webhooks.ts';
import { describeGone, describeName } from '../../../../words.ts';
import * as words from './words.en.ts';

/** Why a webhook was not kept, and the field that it is about. */
export function describeWebhook(
	outcome: Gone | Refused<WebhookRefusal | TokenRefusal> | Stale<Webhook>
): {
	readonly error: string;
	readonly field?: string;
	readonly edition?: string;
} {
	if (outcome.kind === 'gone') return { error: describeGone(outcome) };
	if (outcome.kind === 'stale') {
		return { error: words.changedMeanwhile, edition: editionOf(outcome.now) };
	}
	const { field } = outcome;
	switch (outcome.code) {
		case 'uri-unfit':
			return { error: words.URI_FAULTS[outcome.data.fault], field };
		case 'nothing-chosen':
			return { error: words.NOTHING_CHOSEN[outcome.field], field };
		case 'unknown-signal':
			return { error: words.unknownSignal(outcome.data.signal, outcome.data.near), field };
		case 'token-taken':
			return { error: words.tokenTaken };
		case 'too-many-webhooks':
			return { error: words.tooMany(outcome.data.limit), field };
		default:
			return { error: describeName(outcome, words.nameMissing), field };
	}
}
