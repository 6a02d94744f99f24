import {
	findManagementToken,
	makeManagementToken
} from '#lib/server/applications/management-token.ts';
import { addRule } from '#lib/server/faults/rules.ts';
import { listTold } from '#lib/server/webhooks/deliveries/told.ts';
import { verifyWebhook } from '#lib/server/webhooks/verify-webhook.ts';
import { changeWebhook, createWebhook, findWebhook } from '#lib/server/webhooks/webhooks.ts';
import { Delivery } from '#lib/webhooks/payloads/schemas.ts';
import smartcar from 'smartcar';
import { describe, expect, it } from 'vitest';
import { newApplication } from '../../../support/connect.ts';
import { done } from '../../../support/outcome.ts';
import { useReceiver, type Received } from '../../../support/receiver.ts';
import { REHEARSED_START, useStorage } from '../../../support/storage.ts';
import { WANTED } from '../../../support/made-webhooks.ts';

const storage = useStorage();
const receiver = useReceiver();
const errors = useReceiver();

const challengeOf = ({ body }: Received): string => {
	const read = Delivery.parse(JSON.parse(body.toString()));
	return read.eventType === 'VERIFY' ? read.data.challenge : '';
};

/** A webhook whose receiver answers as said. */
async function webhookThat(answer: (token: string, challenge: string) => string, status = 200) {
	const { context } = storage;
	const clientId = await newApplication(context);
	const wanted = { ...WANTED, callbackUri: receiver.uri };
	const { webhook, managementToken } = done(await createWebhook(context, clientId, wanted));
	for (const one of [receiver, errors]) {
		one.answer = (received, response) => {
			response.writeHead(status, { 'content-type': 'application/json' });
			response.end(answer(managementToken, challengeOf(received)));
		};
	}
	return { context, clientId, webhook, managementToken };
}

const hashed = (token: string, challenge: string) =>
	JSON.stringify({ challenge: smartcar.hashChallenge(token, challenge) });

describe('verifyWebhook', () => {
	it('takes what the SDK of the platform answers, and asks without a signature', async () => {
		const { context, clientId, webhook } = await webhookThat(hashed);
		expect(await verifyWebhook(context, webhook)).toEqual({ ok: true });
		expect(await findWebhook(context, clientId, webhook.id)).toMatchObject({
			verifiedAt: REHEARSED_START
		});
		expect(receiver.received).toHaveLength(1);
		expect(receiver.received[0]?.headers['sc-signature']).toBeUndefined();
		const [told] = await listTold(context, webhook.id, { after: null, most: 9 });
		expect(told).toMatchObject({ type: 'VERIFY', state: 'delivered', dueAt: null });
		expect(told?.attempts).toMatchObject([{ status: 200, error: null }]);
	});

	it('signs where that is wanted', async () => {
		const { context, webhook, managementToken } = await webhookThat(hashed);
		await verifyWebhook(context, { ...webhook, signsVerify: true });
		const [received] = receiver.received;
		const signature = String(received?.headers['sc-signature']);
		const read = JSON.parse(String(received?.body)) as object;
		expect(smartcar.verifyPayload(managementToken, signature, read)).toBe(true);
	});

	it('asks at the address for errors as well', async () => {
		const { context, clientId, webhook } = await webhookThat(hashed);
		const wanted = { ...WANTED, callbackUri: receiver.uri, errorUri: errors.uri };
		const changed = done(await changeWebhook(context, webhook, wanted));
		errors.answer = (_, response) => response.writeHead(404).end('Not here');
		expect(await verifyWebhook(context, changed.webhook)).toMatchObject({
			code: 'not-verified',
			field: 'errorUri',
			data: { uri: errors.uri, fault: 'status', status: 404, answer: 'Not here' }
		});
		expect(await findWebhook(context, clientId, webhook.id)).toMatchObject({ verifiedAt: null });
	});

	it.each([
		['no JSON', () => 'hello', 'no-json'],
		['no challenge', () => '{"ok":true}', 'no-challenge'],
		['a number', () => '{"challenge":7}', 'no-challenge'],
		['the challenge itself', (_, it) => JSON.stringify({ challenge: it }), 'echoed'],
		['another key', (_, it) => hashed('another', it), 'wrong-challenge'],
		['nothing', () => '', 'no-json']
	] as const satisfies readonly (readonly [
		string,
		(token: string, challenge: string) => string,
		string
	])[])('refuses %s', async (_, answer, fault) => {
		const { context, webhook } = await webhookThat(answer);
		expect(await verifyWebhook(context, webhook)).toMatchObject({
			code: 'not-verified',
			field: 'callbackUri',
			data: { fault, status: 200, answer: expect.any(String) as string }
		});
		const [told] = await listTold(context, webhook.id, { after: null, most: 9 });
		expect(told).toMatchObject({ state: 'dropped', dueAt: null, attempts: [{ error: fault }] });
	});

	it('is missed as often as a rule says', async () => {
		const { context, clientId, webhook } = await webhookThat(hashed);
		const anywhere = { vehicleId: null, path: null, amount: null, isOn: true };
		done(
			await addRule(context, { ...anywhere, clientId, fault: 'WEBHOOK_MISSED_VERIFY', times: 1 })
		);
		expect(await verifyWebhook(context, webhook)).toMatchObject({
			data: { fault: 'missed', status: null }
		});
		expect(receiver.received).toEqual([]);
		expect(await verifyWebhook(context, webhook)).toEqual({ ok: true });
		const told = await listTold(context, webhook.id, { after: null, most: 9 });
		expect(told.map(({ attempts }) => attempts[0]?.fault)).toEqual([null, 'WEBHOOK_MISSED_VERIFY']);
	});

	it('knows the token that was replaced', async () => {
		const { context, clientId, webhook } = await webhookThat(hashed);
		await makeManagementToken(context, clientId);
		expect(await verifyWebhook(context, webhook)).toMatchObject({
			data: { fault: 'former-token' }
		});
	});

	it.each([
		['http://127.0.0.1:9/hook', 'refused-connection'],
		['http://10.0.0.1/hook', 'host-not-named'],
		['http://example.com/hook', 'host-not-named']
	])('says why %s was not asked: %s', async (callbackUri, fault) => {
		const { context } = storage;
		const clientId = await newApplication(context);
		const { webhook } = done(await createWebhook(context, clientId, { ...WANTED, callbackUri }));
		expect(await verifyWebhook(context, webhook)).toMatchObject({
			data: { fault, status: null, answer: '' }
		});
	});

	it.each([
		['', true],
		['{"ok":true}', true],
		[JSON.stringify({ challenge: 'a'.repeat(64) }), true],
		[JSON.stringify({ challenge: 'hello' }), false]
	])('of who cannot know the token yet takes %s: %s', async (answer, ok) => {
		const { context, webhook } = await webhookThat(() => answer);
		expect(await verifyWebhook(context, webhook, { isTokenKnown: false })).toMatchObject({ ok });
	});

	it('asks of them that they answer well', async () => {
		const { context, webhook } = await webhookThat(() => '', 302);
		expect(await verifyWebhook(context, webhook, { isTokenKnown: false })).toMatchObject({
			data: { fault: 'status', status: 302 }
		});
	});

	it('verifies nothing that was deleted meanwhile', async () => {
		const { context, webhook, managementToken } = await webhookThat(hashed);
		const gone = { ...webhook, id: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07' };
		expect(await verifyWebhook(context, gone)).toMatchObject({ kind: 'gone' });
		const found = await findManagementToken(context, webhook.clientId);
		expect(found?.token).toBe(managementToken);
	});
});
