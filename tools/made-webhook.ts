import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const SIGNALS = ['tractionbattery-stateofcharge', 'odometer-traveleddistance'];

/**
 * Makes a webhook of an application of a running server, with something in the log of its deliveries.
 *
 * @param page address of the application's page of webhooks
 */
export async function makeWebhook(page: string): Promise<void> {
	const { origin, pathname } = new URL(page);
	const [, , clientId] = pathname.split('/');
	// Who cannot know a key that is made now has but to answer.
	const receiver = createServer((request, response) => {
		request.resume();
		response.end();
	});
	await once(receiver.listen(0, '127.0.0.1'), 'listening');
	const { port } = receiver.address() as AddressInfo;
	try {
		const response = await fetch(`${origin}/sandbox/api/webhooks`, {
			method: 'POST',
			headers: { 'content-type': 'application/json', origin },
			body: JSON.stringify({
				clientId,
				callbackUri: `http://127.0.0.1:${port}/`,
				triggers: SIGNALS,
				signals: SIGNALS
			})
		});
		if (!response.ok) throw new Error(`No webhook was made: ${await response.text()}`);
	} finally {
		receiver.close();
	}
}
