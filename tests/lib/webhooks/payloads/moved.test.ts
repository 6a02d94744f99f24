import { movedEvent } from '#lib/webhooks/payloads/moved.ts';
import { expect, it } from 'vitest';

it('moves the times of an event, and leaves what is fixed and all else', () => {
	const event = {
		eventId: 'a',
		data: {
			signals: [
				{ code: 'b', body: { value: 3000 }, meta: { oemUpdatedAt: 1000, retrievedAt: 2000 } },
				{ code: 'c', body: { value: 'd' }, meta: { oemUpdatedAt: 0, retrievedAt: 0 } },
				{ code: 'e', status: { value: 'ERROR' } }
			]
		},
		triggers: [{ type: 'FIRST_DELIVERY' }],
		meta: { signalCount: 3, sequence: 2000 }
	};
	const moved = {
		...event,
		data: {
			signals: [
				{ ...event.data.signals[0], meta: { oemUpdatedAt: 100, retrievedAt: 1100 } },
				...event.data.signals.slice(1)
			]
		},
		meta: { signalCount: 3, sequence: 1100 }
	};
	expect(movedEvent(JSON.stringify(event), 900)).toBe(JSON.stringify(moved));
});

it('leaves what is no event', () => {
	expect(movedEvent('{', 900)).toBe('{');
});
