import {
	changeSeenWebhook,
	createWebhookOnce,
	editionOf
} from '#lib/server/webhooks/seen-webhook.ts';
import { listWebhooks, type Webhook } from '#lib/server/webhooks/webhooks.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { newApplication } from '../../../support/connect.ts';
import { newWebhook, WANTED } from '../../../support/made-webhooks.ts';
import { done } from '../../../support/outcome.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();
let clientId: string;

beforeEach(async () => {
	clientId = await newApplication(storage.context);
});

describe('a webhook that somebody saw', () => {
	let webhook: Webhook;
	beforeEach(async () => {
		webhook = await newWebhook(storage.context, clientId);
	});
	const change = (wanted: Partial<typeof WANTED>, edition: string) =>
		changeSeenWebhook(storage.context, webhook, { ...WANTED, ...wanted, edition });

	it('is changed, and is another edition then', async () => {
		const edition = editionOf(webhook);
		const { webhook: changed } = done(await change({ name: 'Charging' }, edition));
		expect(changed.name).toBe('Charging');
		expect(editionOf(changed)).not.toBe(edition);
	});

	it('is left alone where somebody else changed it meanwhile', async () => {
		const edition = editionOf(webhook);
		const moved = { callbackUri: 'http://127.0.0.1:9/moved' };
		const { webhook: now } = done(await change(moved, edition));
		expect(await change({ name: 'Charging' }, edition)).toEqual({
			ok: false,
			kind: 'stale',
			now
		});
		// Whoever was told may still want it so.
		done(await change({ name: 'Charging' }, editionOf(now)));
	});

	it('is as good as changed where it is so already: a form may be sent twice', async () => {
		const edition = editionOf(webhook);
		done(await change({ name: ' Charging ' }, edition));
		done(await change({ name: ' Charging ' }, edition));
	});

	it('is the same edition whether it is on, proved or not', () => {
		const other: Webhook = { ...webhook, verifiedAt: null, disabledAt: 1 };
		expect(editionOf(other)).toBe(editionOf(webhook));
	});

	it.each<[string, Partial<Webhook>]>([
		['name', { name: 'Other' }],
		['callback URI', { callbackUri: 'http://127.0.0.1:9/other' }],
		['URI for errors', { errorUri: 'http://127.0.0.1:9/errors' }],
		['triggers', { triggers: ['odometer-traveleddistance'] }],
		['signals', { signals: ['odometer-traveleddistance'] }],
		['subscribing by itself', { autoSubscribe: true }],
		['signing VERIFY', { signsVerify: true }]
	])('is another edition by its %s', (_what, other) => {
		expect(editionOf({ ...webhook, ...other })).not.toBe(editionOf(webhook));
	});

	it('is refused before all else where what is wanted is wrong, or it is gone', async () => {
		expect(await change({ name: '' }, 'old')).toMatchObject({ code: 'name-missing' });
		const other = { clientId, id: 'none' };
		expect(
			await changeSeenWebhook(storage.context, other, { ...WANTED, edition: '' })
		).toMatchObject({ kind: 'gone', what: 'webhook' });
	});
});

describe('a webhook that is made by a form', () => {
	it('is made once, however often that is sent at a time', async () => {
		const make = () => createWebhookOnce(storage.context, clientId, WANTED);
		const made = (await Promise.all([make(), make(), make()])).map(done);
		expect(new Set(made.map(({ webhook }) => webhook.id)).size).toBe(1);
		expect(new Set(made.map(({ managementToken }) => managementToken)).size).toBe(1);
		expect(await listWebhooks(storage.context, clientId)).toHaveLength(1);
	});

	it('is another one as soon as anything about it is', async () => {
		done(await createWebhookOnce(storage.context, clientId, WANTED));
		done(await createWebhookOnce(storage.context, clientId, { ...WANTED, name: 'Other' }));
		expect(await listWebhooks(storage.context, clientId)).toHaveLength(2);
	});
});
