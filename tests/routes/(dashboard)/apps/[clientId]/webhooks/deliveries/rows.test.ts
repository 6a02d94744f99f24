import { expect, it } from 'vitest';
import { shownDelivery } from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/webhooks/deliveries/rows.ts';

const AT = Date.UTC(2027, 0, 2, 14, 0, 0);
const DELIVERY = {
	id: 1,
	eventId: 'event',
	type: 'VEHICLE_STATE',
	isTest: false,
	vehicleId: null,
	state: 'waiting',
	happenedAt: AT,
	dueAt: AT,
	told: { kind: 'first-delivery' },
	attempts: []
} as const;
const SENT = { at: AT + 9000, status: 200, error: null, fault: null, duration: 3 };

const clock = (delivery: Parameters<typeof shownDelivery>[0]) =>
	shownDelivery(delivery, (id) => id).at.clock;

it('stands under the time at which it was sent first, since the log has that order', () => {
	expect(clock(DELIVERY)).toBe('14:00:00');
	expect(clock({ ...DELIVERY, state: 'delivered', attempts: [SENT] })).toBe('14:00:09');
});
