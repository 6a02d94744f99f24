import { makeManagementToken } from '#lib/server/applications/management-token.ts';
import {
	changeWebhook,
	findWebhook,
	noteVerified,
	type Webhook
} from '#lib/server/webhooks/webhooks.ts';
import smartcar from 'smartcar';
import { expect, it } from 'vitest';
import { useDeliveries } from '../../../support/hooked.ts';
import { WANTED } from '../../../support/made-webhooks.ts';
import { done } from '../../../support/outcome.ts';
import { useReceiver } from '../../../support/receiver.ts';
import { useStorage } from '../../../support/storage.ts';
import { queued, storedEvents } from '../../../support/webhooks.ts';

const storage = useStorage();
const hook = useDeliveries(storage);
const { receiver, now, create, answer } = hook;
const other = useReceiver();

/** Exchanges with one receiver at a time; what is behind them waits for its turn. */
const AT_ONCE = 16;
const ALL = 40;

/** What came after the first, by which the receiver showed how much it takes. */
const received = () => receiver.received.slice(ALL);

/** Has a receiver hold what it is sent while others wait for their turn, and something change meanwhile. */
async function whileInHand(change: () => Promise<unknown>): Promise<void> {
	for (let n = 0; n < ALL; n += 1) await queued(now(), hook.webhookId, { n });
	const deliveries = create();
	deliveries.wake();
	await deliveries.idle();
	const held: (() => void)[] = [];
	receiver.answer = (_received, response) => void held.push(() => response.end());
	for (let n = 0; n < ALL; n += 1) await queued(now(), hook.webhookId, { n });
	deliveries.wake();
	await expect.poll(() => held.length).toBe(AT_ONCE);
	await change();
	hook.time += 1000;
	answer(200);
	for (const release of held) release();
	await deliveries.idle();
	await deliveries.stop();
}

async function moveTo(callbackUri: string): Promise<Webhook> {
	const key = { clientId: hook.clientId, id: hook.webhookId };
	const { webhook } = done(await changeWebhook(now(), key, { ...WANTED, callbackUri }));
	return webhook;
}

it('waits for its turn no longer where the webhook was given another address, but for the proof', async () => {
	await whileInHand(() => moveTo(other.uri));
	expect(received()).toHaveLength(AT_ONCE);
	expect(other.received).toEqual([]);
	const waiting = (await storedEvents(now())).filter(({ state }) => state === 'waiting');
	expect(waiting).toHaveLength(ALL - AT_ONCE);
	expect(waiting.every(({ leasedUntil, tries }) => leasedUntil === null && tries === 0)).toBe(true);

	const webhook = await findWebhook(now(), hook.clientId, hook.webhookId);
	if (!webhook) throw new TypeError('No webhook');
	await noteVerified(now(), webhook);
	await hook.deliver();
	expect(received()).toHaveLength(AT_ONCE);
	expect(other.received).toHaveLength(ALL - AT_ONCE);
});

it('goes to the address that was proved meanwhile', async () => {
	await whileInHand(async () => noteVerified(now(), await moveTo(other.uri)));
	expect(received()).toHaveLength(AT_ONCE);
	expect(other.received).toHaveLength(ALL - AT_ONCE);
});

it('is signed with the key that was made meanwhile', async () => {
	let token = '';
	await whileInHand(async () => {
		({ token } = done(await makeManagementToken(now(), hook.clientId)));
	});
	expect(received()).toHaveLength(ALL);
	const bodies = hook.bodies().slice(ALL);
	const isSignedWith = (key: string) => (body: object, index: number) =>
		smartcar.verifyPayload(key, String(received()[index]?.headers['sc-signature']), body);
	expect(bodies.filter(isSignedWith(hook.token))).toHaveLength(AT_ONCE);
	expect(bodies.filter(isSignedWith(token))).toHaveLength(ALL - AT_ONCE);
});
