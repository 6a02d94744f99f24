import { makeManagementToken } from '#lib/server/applications/management-token.ts';
import type { Context } from '#lib/server/context.ts';
import { Deliveries } from '#lib/server/webhooks/deliver.ts';
import { NO_FAULTS, type FindDeliveryFault } from '#lib/server/webhooks/delivery-fault.ts';
import { createSender } from '#lib/server/webhooks/send.ts';
import { beforeEach } from 'vitest';
import { useReceiver, type Receiver } from './receiver.ts';
import { START, type TestStorage } from './storage.ts';
import { storedWebhook } from './webhooks.ts';

/** Milliseconds for an answer: more than a busy machine takes for one that comes. */
const LATE = 60_000;

/** What of a delivery tests look at. */
interface Told {
	readonly eventId: string;
	readonly data: { readonly n: number };
	readonly meta: { readonly deliveryId: string; readonly deliveredAt: number };
}

/** A receiver with a webhook that sends to it, for each test of the file. */
export interface TestDeliveries {
	/** By the machine; a test moves it on. */
	time: number;
	readonly webhookId: string;
	readonly clientId: string;
	/** Of the application. */
	readonly token: string;
	readonly receiver: Receiver;
	now(): Context;
	/** A server that sends. */
	create(findFault?: FindDeliveryFault): Deliveries;
	/** Sends all that is due now. */
	deliver(findFault?: FindDeliveryFault): Promise<void>;
	/** What was received. */
	bodies(): readonly Told[];
	/** Has the receiver answer so from now on. */
	answer(status: number): void;
}

export function useDeliveries(storage: TestStorage): TestDeliveries {
	const receiver = useReceiver();
	const set = { time: START, webhookId: '', clientId: '', token: '' };
	const now = () => storage.at(set.time);
	const create = (findFault: FindDeliveryFault = NO_FAULTS) =>
		new Deliveries({ now, sender: createSender({ named: [], within: LATE }), findFault });
	beforeEach(async () => {
		set.time = START;
		const { id, clientId } = await storedWebhook(now(), { callbackUri: receiver.uri });
		const made = await makeManagementToken(now(), clientId);
		if (!made.ok) throw new TypeError('No token was made.');
		Object.assign(set, { webhookId: id, clientId, token: made.token });
	});
	return Object.assign(set, {
		receiver,
		now,
		create,
		async deliver(findFault?: FindDeliveryFault) {
			const deliveries = create(findFault);
			deliveries.wake();
			await deliveries.idle();
			await deliveries.stop();
		},
		bodies: () => receiver.received.map(({ body }): Told => JSON.parse(body.toString())),
		answer(status: number) {
			receiver.answer = (_received, response) => response.writeHead(status).end('so it is');
		}
	});
}
