import { findManagementToken } from '#lib/server/applications/management-token.ts';
import type { WantedWebhook } from '#lib/server/webhooks/check-wanted.ts';
import {
	changeWebhook,
	createWebhook,
	deleteWebhook,
	disableWebhook,
	enableWebhook,
	findAnyWebhook,
	findWebhook,
	listWebhooks,
	MAX_WEBHOOKS,
	noteVerified
} from '#lib/server/webhooks/webhooks.ts';
import { describe, expect, it } from 'vitest';
import { newApplication } from '../../../support/connect.ts';
import { done } from '../../../support/outcome.ts';
import { REHEARSED_START, useStorage } from '../../../support/storage.ts';
import { newWebhook, WANTED } from '../../../support/made-webhooks.ts';

const storage = useStorage();
const NOBODY = '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07';

const REFUSED: readonly (readonly [Partial<WantedWebhook>, object])[] = [
	[{ name: ' ' }, { code: 'name-missing', field: 'name' }],
	[{ callbackUri: '' }, { code: 'uri-unfit', field: 'callbackUri', data: { fault: 'empty' } }],
	[
		{ callbackUri: 'ftp://127.0.0.1/' },
		{ code: 'uri-unfit', field: 'callbackUri', data: { fault: 'scheme' } }
	],
	[
		{ errorUri: 'http://me:secret@127.0.0.1/' },
		{ code: 'uri-unfit', field: 'errorUri', data: { fault: 'credentials' } }
	],
	[{ triggers: [] }, { code: 'nothing-chosen', field: 'triggers' }],
	[{ signals: [] }, { code: 'nothing-chosen', field: 'signals' }],
	[
		{ signals: ['odometer-traveleddistance', 'odometer-traveldistance'] },
		{
			code: 'unknown-signal',
			field: 'signals',
			data: { index: 1, signal: 'odometer-traveldistance', near: 'odometer-traveleddistance' }
		}
	],
	[
		{ triggers: ['toString'] },
		{
			code: 'unknown-signal',
			field: 'triggers',
			data: { index: 0, signal: 'toString', near: null }
		}
	]
];

describe('webhooks', () => {
	it('are kept as they are wanted, with a management token', async () => {
		const { context } = storage;
		const clientId = await newApplication(context);
		const triggers = ['closure-islocked', 'closure-islocked'];
		const { webhook } = done(
			await createWebhook(context, clientId, { ...WANTED, errorUri: ' ', triggers })
		);
		expect(webhook).toMatchObject({
			clientId,
			name: 'Home',
			callbackUri: 'http://127.0.0.1:9/hook',
			errorUri: null,
			triggers: ['closure-islocked'],
			signals: WANTED.signals,
			autoSubscribe: false,
			signsVerify: false,
			createdAt: REHEARSED_START,
			verifiedAt: null,
			disabledAt: null
		});
		expect(await listWebhooks(context, clientId)).toEqual([webhook]);
		expect(await findWebhook(context, NOBODY, webhook.id)).toBeNull();
		expect(await findAnyWebhook(context, webhook.id)).toEqual(webhook);
		expect((await findManagementToken(context, clientId))?.token).toMatch(/^[\w-]{43}$/);
	});

	it('take the management token that is there', async () => {
		const { context } = storage;
		const clientId = await newApplication(context);
		await newWebhook(context, clientId);
		const first = await findManagementToken(context, clientId);
		await newWebhook(context, clientId);
		expect(await findManagementToken(context, clientId)).toEqual(first);
	});

	it.each(REFUSED)('are refused as %o', async (wanted, refusal) => {
		const { context } = storage;
		const clientId = await newApplication(context);
		expect(await createWebhook(context, clientId, { ...WANTED, ...wanted })).toEqual({
			ok: false,
			kind: 'refused',
			...refusal
		});
		expect(await listWebhooks(context, clientId)).toEqual([]);
	});

	it('are made for nobody, and not without end', async () => {
		const { context } = storage;
		expect(await createWebhook(context, NOBODY, WANTED)).toMatchObject({ what: 'application' });
		const clientId = await newApplication(context);
		for (let made = 0; made < MAX_WEBHOOKS; made += 1) {
			done(await createWebhook(context, clientId, WANTED));
		}
		expect(await createWebhook(context, clientId, WANTED)).toMatchObject({
			code: 'too-many-webhooks',
			data: { limit: MAX_WEBHOOKS }
		});
	});

	it.each([
		['another callback', { callbackUri: 'http://127.0.0.1:9/other' }, null],
		['another one for errors', { errorUri: 'http://127.0.0.1:9/errors' }, null],
		['another name and other signals', { name: 'Work', signals: WANTED.triggers }, REHEARSED_START]
	])('have to prove themselves again with %s: %o', async (_, change, verifiedAt) => {
		const { context } = storage;
		const clientId = await newApplication(context);
		const { id } = await newWebhook(context, clientId);
		const { webhook } = done(
			await changeWebhook(context, { clientId, id }, { ...WANTED, ...change })
		);
		expect(webhook).toMatchObject({ ...change, verifiedAt });
	});

	it('are proved only where they still lead', async () => {
		const { context } = storage;
		const clientId = await newApplication(context);
		const { webhook } = done(await createWebhook(context, clientId, WANTED));
		const moved = { ...WANTED, callbackUri: 'http://127.0.0.1:9/other' };
		await changeWebhook(context, { clientId, id: webhook.id }, moved);
		expect(await noteVerified(context, webhook)).toBe(false);
		expect(await findWebhook(context, clientId, webhook.id)).toMatchObject({ verifiedAt: null });
	});

	it('are switched off and on, and deleted once', async () => {
		const { context } = storage;
		const clientId = await newApplication(context);
		const { id } = await newWebhook(context, clientId);
		const key = { clientId, id };
		done(await disableWebhook(context, key));
		expect(await findWebhook(context, clientId, id)).toMatchObject({
			disabledAt: REHEARSED_START
		});
		done(await enableWebhook(context, key));
		expect(await findWebhook(context, clientId, id)).toMatchObject({ disabledAt: null });
		done(await deleteWebhook(context, key));
		for (const act of [deleteWebhook, disableWebhook, enableWebhook]) {
			expect(await act(context, key)).toMatchObject({ kind: 'gone', what: 'webhook' });
		}
	});
});
