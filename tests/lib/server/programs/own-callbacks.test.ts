import { testError, testState } from '#lib/webhooks/payloads/test-events.ts';
import { verify } from '#lib/webhooks/payloads/verify.ts';
import { ROUTES } from '#lib/server/programs/addresses.ts';
import { askFromWithin } from '#lib/server/programs/within.ts';
import { countAll } from '#lib/server/programs/control/wipe-all.ts';
import { expect, it } from 'vitest';
import { v2Client } from '../../../support/api-v2.ts';
import { useStorage } from '../../../support/storage.ts';

const storage = useStorage();

const webhook = { id: crypto.randomUUID(), name: 'Home', clientId: crypto.randomUUID() };
const facts = { eventId: crypto.randomUUID(), webhook, sequence: 1 };
const codes = ['odometer-traveleddistance', 'charge-ischarging'] as const;
const EVENTS = {
	VERIFY: verify(facts, 'challenge'),
	VEHICLE_STATE: testState(facts, { triggers: codes, signals: codes, at: 1 }),
	VEHICLE_ERROR: testError(facts, { signals: codes })
};

const posted = ROUTES.filter(({ methods }) => methods.includes('POST')).map(({ route }) => route);

it.each(Object.entries(EVENTS))('does nothing for %s that is sent to itself', async (_, event) => {
	const { settings } = storage.context;
	const context = { ...storage.context, settings: { ...settings, rateLimits: false } };
	const { vehicleId } = await v2Client(context, 'TESLA', ['control_charge']);
	const before = await countAll(context);
	expect(posted).toContain('/sandbox/api/wipe');
	for (const route of posted) {
		for (const query of ['', '?demo=true&enabled=true&clientId=1']) {
			const path = route.replaceAll(/\[\w+\]/g, vehicleId) + query;
			const headers = { 'content-type': 'application/json', 'user-agent': 'Smartcar/4.0' };
			const init = { method: 'POST', headers, body: JSON.stringify(event) };
			const { status } = await askFromWithin(context, '127.0.0.1', path, init);
			expect(status, path).toBeGreaterThanOrEqual(400);
		}
	}
	expect(await countAll(context)).toEqual(before);
});
