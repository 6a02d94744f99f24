import type { OpenedDelivery } from '#lib/server/webhooks/deliveries/open.ts';
import { MOST_TRIES } from '#lib/webhooks/attempts.ts';
import { describe, expect, it } from 'vitest';
import {
	shownOpened,
	type Point
} from '../../../../../../../src/routes/(dashboard)/apps/[clientId]/webhooks/deliveries/opened.ts';

const AT = Date.UTC(2027, 0, 2, 14, 0, 0);

const sent = (status: number, machineAt: number): OpenedDelivery['attempts'][number] => ({
	...{ at: AT + machineAt * 1000, machineAt, status, duration: 3, fault: null },
	error: status < 300 ? null : 'status',
	...{ deliveryId: String(machineAt), uri: 'http://127.0.0.1:4000/', headers: {}, body: '{}' },
	...{ answerHeaders: {}, answerBody: '' }
});

function opened(facts: Partial<OpenedDelivery>) {
	const delivery: OpenedDelivery = {
		...{ id: 1, eventId: 'event', type: 'VEHICLE_STATE', isTest: false, vehicleId: null },
		...{ state: 'delivered', happenedAt: AT, dueAt: null, tries: 1, body: '{}' },
		told: { kind: 'first-delivery' },
		attempts: [],
		...facts
	};
	return shownOpened(delivery, null, (id) => id).shown;
}

const line = (points: readonly Point[]) =>
	points.map(({ plan, kind, said, note }) => `${plan} ${kind} ${said || note}`);

describe('the line of an opened delivery', () => {
	it('has the plan, whether it was needed or not', () => {
		const { points, replayed } = opened({ attempts: [sent(500, 0), sent(200, 25)], tries: 2 });
		expect(line(points)).toEqual([
			'0 failed 500',
			'25 taken 200',
			'75 open not needed',
			'175 open not needed'
		]);
		expect(replayed).toEqual({ points: [], before: 0 });
	});

	it('says when the next attempt is due', () => {
		const waiting = { state: 'waiting', dueAt: AT + 25_000 } as const;
		expect(line(opened({ ...waiting, attempts: [sent(500, 0)] }).points)).toEqual([
			'0 failed 500',
			'25 open due at 14:00:25',
			'75 open ',
			'175 open '
		]);
	});

	it('has what a fault sent twice at one place', () => {
		const { points } = opened({ attempts: [sent(200, 0), sent(200, 0)] });
		expect(line(points)).toEqual([
			'0 taken 200',
			'0 taken 200',
			'25 open not needed',
			'75 open not needed',
			'175 open not needed'
		]);
	});

	it('has replays apart, with the one that is on its way', () => {
		const attempts = [sent(200, 0), sent(500, 60), sent(200, 90)];
		const over = opened({ attempts, tries: MOST_TRIES + 2 });
		expect(line(over.points)[1]).toBe('25 open not needed');
		expect(line(over.replayed.points)).toEqual(['1 failed 500', '2 taken 200']);
		expect(over.replayed.points.map(({ number }) => number)).toEqual([2, 3]);
		const again = { state: 'waiting', dueAt: AT, tries: MOST_TRIES + 2 } as const;
		expect(line(opened({ ...again, attempts }).replayed.points).at(-1)).toBe(
			'3 open due at 14:00:00'
		);
		expect(line(opened({ ...again, attempts }).points)[1]).toBe('25 open not needed');
	});

	it('has the last replays of many', () => {
		const attempts = [sent(200, 0), ...Array.from({ length: 30 }, (_, n) => sent(200, n + 1))];
		const { replayed } = opened({ attempts, tries: MOST_TRIES + 30 });
		expect(replayed.before).toBe(18);
		expect(line(replayed.points)[0]).toBe('19 taken 200');
		expect(line(replayed.points).at(-1)).toBe('30 taken 200');
	});

	it('says that what was dropped before it was sent was not made', () => {
		const { points, note } = opened({ state: 'dropped', tries: 0 });
		expect(line(points)[0]).toBe('0 open not made');
		expect(note).toContain('Nobody was to be told of it any more');
	});
});

it('a challenge is not replayed, nor what is on its way', () => {
	expect(opened({}).mayReplay).toBe(true);
	expect(opened({ type: 'VERIFY' }).mayReplay).toBe(false);
	expect(opened({ state: 'waiting' }).mayReplay).toBe(false);
});
