import { silentTriggers } from '#lib/server/fleet/silent-triggers.ts';
import { subscribe } from '#lib/server/webhooks/subscriptions.ts';
import { findAnyWebhook } from '#lib/server/webhooks/webhooks.ts';
import { expect, it } from 'vitest';
import { insertConnection } from '../../../support/connections.ts';
import { done } from '../../../support/outcome.ts';
import { useStorage } from '../../../support/storage.ts';
import { storedWebhook } from '../../../support/webhooks.ts';

const storage = useStorage();

it('names triggers that none of the subscribed vehicles has', async () => {
	const { context } = storage;
	const triggers = ['tractionbattery-stateofcharge', 'internalcombustionengine-fuellevel'];
	const { id: webhookId, clientId } = await storedWebhook(context, { triggers });
	const webhook = await findAnyWebhook(context, webhookId);
	if (!webhook) throw new TypeError('No webhook');
	await insertConnection(context, { id: 'a', clientId, make: 'TESLA', model: 'Model 3' });
	expect(await silentTriggers(context, webhook)).toEqual([]);
	done(await subscribe(context, { clientId, webhookId, connectionId: 'a' }));
	expect(await silentTriggers(context, webhook)).toEqual(['internalcombustionengine-fuellevel']);
});
