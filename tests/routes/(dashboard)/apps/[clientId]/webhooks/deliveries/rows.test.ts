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
	attempts: [],
	tries: 0
} as const;
const SENT = { at: AT + 9000, machineAt: 1, status: 200, error: null, fault: null, duration: 3 };

const clock = (delivery: Parameters<typeof shownDelivery>[0]) =>
	shownDelivery(delivery, (id) => id).at.clock;

it('has a mark for each planned attempt, and counts replays apart', () => {
	const sent = (status: number, machineAt: number) => ({
		...{ ...SENT, status, machineAt },
		error: status === 200 ? null : 'status'
	});
	const shown = (
		attempts: (typeof DELIVERY)['attempts'] | ReturnType<typeof sent>[],
		tries: number
	) => {
		const { marks, replays } = shownDelivery({ ...DELIVERY, attempts, tries }, (id) => id);
		return [marks.join(' '), replays];
	};
	expect(shown([], 0)).toEqual(['none none none none', 0]);
	expect(shown([sent(500, 1), sent(200, 2)], 2)).toEqual(['failed taken none none', 0]);
	expect(shown([sent(500, 1), sent(200, 1)], 1)).toEqual(['taken none none none', 0]);
	expect(shown([sent(200, 1), sent(500, 2), sent(200, 3)], 6)).toEqual(['taken none none none', 2]);
});

it('stands under the time at which it was sent first, since the log has that order', () => {
	expect(clock(DELIVERY)).toBe('14:00:00');
	expect(clock({ ...DELIVERY, state: 'delivered', attempts: [SENT] })).toBe('14:00:09');
});
