import { sign } from '#lib/server/webhooks/sign.ts';
import smartcar from 'smartcar';
import { describe, expect, it } from 'vitest';

describe('sign', () => {
	it('is what the SDK of the platform makes of a challenge', () => {
		expect(sign('nsQsLU7wY9WKt2IU', 'a token')).toBe(
			smartcar.hashChallenge('a token', 'nsQsLU7wY9WKt2IU')
		);
	});

	it('is what the SDK takes for a payload', () => {
		const body = { eventId: 'é', data: { value: 1.5 }, triggers: [] };
		const bytes = Buffer.from(JSON.stringify(body));
		expect(smartcar.verifyPayload('a token', sign(bytes, 'a token'), body)).toBe(true);
		expect(smartcar.verifyPayload('another', sign(bytes, 'a token'), body)).toBe(false);
	});
});
