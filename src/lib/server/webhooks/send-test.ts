import { testError, testState } from '#lib/webhooks/payloads/test-events.ts';
import type { Context } from '../context.ts';
import { gone, refuse, type Outcome } from '../outcome.ts';
import { newEventId, queueEvent } from './outbox.ts';
import { wakeWebhooks } from '../wake-webhooks.ts';
import { findWebhook, type Webhook } from './webhooks.ts';

export type NotRunning = { readonly code: 'unverified' } | { readonly code: 'disabled' };

/** An event that was asked for. */
export interface AskedEvent {
	readonly eventId: string;
	readonly type: 'VEHICLE_STATE' | 'VEHICLE_ERROR';
}

/** Sends a sample of each kind to a webhook, of a vehicle that nobody has. */
export async function sendTest(
	context: Context,
	{ clientId, id }: Pick<Webhook, 'clientId' | 'id'>
): Promise<Outcome<{ events: readonly AskedEvent[] }, NotRunning>> {
	const outcome = await context.write(async (transaction) => {
		const webhook = await findWebhook(transaction, clientId, id);
		if (!webhook) return gone('webhook');
		if (webhook.verifiedAt === null) return refuse({ code: 'unverified' });
		if (webhook.disabledAt !== null) return refuse({ code: 'disabled' });
		const { now } = transaction;
		const facts = () => ({ eventId: newEventId(), webhook, sequence: now });
		const { triggers, signals } = webhook;
		const state = testState(facts(), { triggers, signals, at: now });
		const error = testError(facts(), { signals });
		const event = { webhookId: id, vehicleId: null, isTest: true, happenedAt: now };
		for (const body of [state, error]) await queueEvent(transaction, { ...event, body });
		const events = [
			{ eventId: state.eventId, type: 'VEHICLE_STATE' },
			{ eventId: error.eventId, type: 'VEHICLE_ERROR' }
		] as const;
		return { ok: true as const, events };
	});
	if (outcome.ok) wakeWebhooks(context);
	return outcome;
}
