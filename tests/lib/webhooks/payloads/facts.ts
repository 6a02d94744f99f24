import { Delivery } from '#lib/webhooks/payloads/schemas.ts';
import { bodyOfAttempt } from '#lib/webhooks/payloads/attempt.ts';
import type { EventBody, Subject, VehicleEventFacts } from '#lib/webhooks/payloads/event.ts';

export const FACTS: VehicleEventFacts = {
	eventId: 'bead0000-0000-4000-8000-000000000001',
	webhook: {
		id: 'cfa90000-0000-4000-8000-000000000002',
		name: 'Home',
		clientId: '8229df9f-91a0-4ff0-a1ae-a1f38ee24d07'
	},
	sequence: 1_780_222_662_000
};

export const SUBJECT: Subject = {
	user: { id: '0b7e0000-0000-4000-8000-000000000003', externalId: 'customer-17' },
	vehicle: {
		id: '9c1d0000-0000-4000-8000-000000000004',
		make: 'VOLKSWAGEN',
		model: 'ID.7',
		year: 2025,
		mode: 'live',
		powertrain: 'BEV'
	}
};

export const ATTEMPT = {
	deliveryId: '54e20000-0000-4000-8000-000000000005',
	deliveredAt: 1_780_222_662_654
};

/** What a receiver reads of an event; held against the schema. */
export function received(event: EventBody): unknown {
	const text = JSON.stringify(event);
	const body: unknown = JSON.parse(bodyOfAttempt(text, event.eventType, ATTEMPT));
	Delivery.parse(body);
	return body;
}
