import { VERSION, type EventBody, type EventFacts } from './event.ts';

/** `VERIFY`, without what each attempt adds: its receiver answers the challenge with its HMAC. */
export function verify({ eventId, webhook }: EventFacts, challenge: string): EventBody {
	return {
		eventId,
		eventType: 'VERIFY',
		data: { challenge },
		meta: { version: VERSION, webhookId: webhook.id, webhookName: webhook.name }
	};
}
