import {
	makeManagementToken,
	findManagementToken
} from '#lib/server/applications/management-token.ts';
import { pageOfDeliveries } from '#lib/server/webhooks/deliveries/list.ts';
import { findDelivery, type OpenedDelivery } from '#lib/server/webhooks/deliveries/open.ts';
import { recentEvents } from '#lib/server/webhooks/deliveries/recent.ts';
import { sendTest } from '#lib/server/webhooks/send-test.ts';
import { verifyWebhook } from '#lib/server/webhooks/verify-webhook.ts';
import { findAnyWebhook, type Webhook } from '#lib/server/webhooks/webhooks.ts';
import { hintsOf } from '#lib/webhooks/hints.ts';
import smartcar from 'smartcar';
import { describe, expect, it } from 'vitest';
import { shownOpened } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/webhooks/deliveries/opened.ts';
import { signatureOf } from '../../../../../../src/routes/(dashboard)/apps/[clientId]/webhooks/deliveries/signature/signature.ts';
import { putDelivery } from '../../../../../support/deliveries.ts';
import { useDeliveries } from '../../../../../support/hooked.ts';
import { done } from '../../../../../support/outcome.ts';
import { REHEARSED_START, useStorage } from '../../../../../support/storage.ts';

const storage = useStorage();
const told = useDeliveries(storage);

async function webhook(): Promise<Webhook> {
	const found = await findAnyWebhook(told.now(), told.webhookId);
	if (!found) throw new TypeError('No webhook');
	return found;
}

async function hints() {
	const { callbackUri } = await webhook();
	const events = await recentEvents(told.now(), told.webhookId);
	const facts = { events, callbackUri, redirectUris: [], silentTriggers: [] };
	return hintsOf(facts).map(({ code, status }) => ({ code, status }));
}

async function sendSamples(): Promise<void> {
	done(await sendTest(told.now(), { clientId: told.clientId, id: told.webhookId }));
	await told.deliver();
}

async function newest(): Promise<OpenedDelivery> {
	const every = { state: null, type: null, vehicleId: null, edge: null };
	const { deliveries } = await pageOfDeliveries(told.now(), told.webhookId, every);
	const found = await findDelivery(told.now(), told.webhookId, deliveries[0]?.eventId ?? '');
	if (!found) throw new TypeError('No delivery');
	return found;
}

/** What the calculator says of a signature that somebody computed. */
async function judge(delivery: OpenedDelivery, pasted: string) {
	const key = await findManagementToken(told.now(), told.clientId);
	return signatureOf(delivery, delivery.attempts.length - 1, { key, pasted })?.judgement;
}

describe('what users of the platform complained of', () => {
	it.each([
		'https://github.com/wbyoung/smartcar/issues/39',
		'https://github.com/wbyoung/smartcar/issues/103'
	])('%s: a receiver refuses the car of a test event, and hears that it is a sample', async () => {
		told.answer(404);
		await sendSamples();
		expect(await newest()).toMatchObject({ isTest: true, attempts: [{ status: 404 }] });
		expect(await hints()).toEqual([{ code: 'test-refused', status: 404 }]);
	});

	it.each([
		'https://github.com/wbyoung/smartcar/issues/84',
		'https://github.com/wbyoung/smartcar/pull/96'
	])('%s: 202 is as good an answer to a test event as 200', async () => {
		told.answer(202);
		await sendSamples();
		expect(await newest()).toMatchObject({ state: 'delivered', attempts: [{ status: 202 }] });
		expect(await hints()).toEqual([]);
	});

	it('https://github.com/wbyoung/smartcar/issues/103: a test event is signed with the real key', async () => {
		await sendSamples();
		const { receiver, token } = told;
		expect(receiver.received).toHaveLength(2);
		for (const { headers, body } of receiver.received) {
			const signature = String(headers['sc-signature']);
			const read: object = JSON.parse(body.toString());
			expect(smartcar.verifyPayload(token, signature, read)).toBe(true);
		}
	});

	it('https://github.com/wbyoung/smartcar/issues/39: VERIFY has no signature, which a receiver that asks for one is told', async () => {
		told.receiver.answer = ({ headers }, response) => {
			response.writeHead(headers['sc-signature'] === undefined ? 401 : 200).end();
		};
		expect(await verifyWebhook(told.now(), await webhook())).toMatchObject({
			data: { fault: 'status', status: 401 }
		});
		expect(await hints()).toEqual([{ code: 'verify-checked', status: 401 }]);
	});

	it('https://github.com/wbyoung/smartcar/issues/81: a receiver has the key before the one that counts', async () => {
		const former = told.token;
		done(await makeManagementToken(told.now(), told.clientId));
		told.receiver.answer = ({ body }, response) => {
			const { data }: { data: { challenge: string } } = JSON.parse(body.toString());
			const challenge = smartcar.hashChallenge(former, data.challenge);
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(JSON.stringify({ challenge }));
		};
		expect(await verifyWebhook(told.now(), await webhook())).toMatchObject({
			data: { fault: 'former-token' }
		});
		const verify = await newest();
		// Without a word from anybody the calculator looks at what was answered.
		expect(await judge(verify, '')).toEqual({ kind: 'cause', cause: { code: 'former-key' } });
		told.answer(200);
		await sendSamples();
		const state = await newest();
		const computed = smartcar.hashChallenge(former, state.attempts[0]?.body ?? '');
		expect(await judge(state, computed)).toEqual({ kind: 'cause', cause: { code: 'former-key' } });
	});

	it('https://github.com/wbyoung/smartcar/issues/81: a receiver hashes JSON that it wrote again', async () => {
		await sendSamples();
		const delivery = await newest();
		const [sent] = delivery.attempts;
		const again = JSON.stringify(JSON.parse(sent?.body ?? ''), null, 2);
		const computed = smartcar.hashChallenge(told.token, again);
		expect(await judge(delivery, computed)).toEqual({
			kind: 'cause',
			cause: { code: 'reserialised', style: 'indented-2' }
		});
		expect(await judge(delivery, sent?.headers['sc-signature'] ?? '')).toEqual({ kind: 'match' });
	});

	it('https://github.com/wbyoung/smartcar/issues/66: nobody takes a sample for their own car', async () => {
		await sendSamples();
		for (const { body } of told.receiver.received) {
			expect(JSON.parse(body.toString())).toMatchObject({
				data: { vehicle: { mode: 'test' } },
				meta: { mode: 'TEST' }
			});
		}
		const { shown } = shownOpened(await newest(), null, () => 'My own car');
		expect(shown).toMatchObject({ isTest: true, vehicle: null });
	});

	it('https://github.com/wbyoung/smartcar/issues/82: an hour was lost before the event, and not by its receiver', async () => {
		const HOUR = 60 * 60 * 1000;
		const code = 'odometer-traveleddistance';
		const meta = { oemUpdatedAt: REHEARSED_START - HOUR, retrievedAt: REHEARSED_START - 2000 };
		const signal = { code, name: 'TraveledDistance', group: 'Odometer' };
		const { eventId } = await putDelivery(
			told.now(),
			told.webhookId,
			{
				state: 'delivered',
				body: JSON.stringify({
					data: { signals: [{ ...signal, meta }] },
					triggers: [{ type: 'SIGNAL_UPDATED', signal }]
				})
			},
			[{ at: REHEARSED_START + 1000 }]
		);
		const delivery = await findDelivery(told.now(), told.webhookId, eventId);
		if (!delivery) throw new TypeError('No delivery');
		const { way } = shownOpened(delivery, null, String).shown;
		expect(way.map(({ what, later }) => [what, later])).toEqual([
			['the car said it', ''],
			['the platform fetched it', '59 minutes later'],
			['written down', '2 seconds later'],
			['your receiver took it', '1 second later']
		]);
	});
});
