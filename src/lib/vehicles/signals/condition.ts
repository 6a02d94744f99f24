import { z } from 'zod';
import type { Instant } from '../instant/instant.ts';
import { tiresAt } from '../instant/slow.ts';
import { Flag, FOUR, grid, isoTime, rounded, seatOf } from './shapes.ts';
import { signal } from './signal.ts';

const Tires = grid({ tirePressure: z.number().min(0) }).extend({ unit: z.literal('bar') });

const Records = z.strictObject({
	values: z.array(
		z.strictObject({
			id: z.string(),
			cost: z.strictObject({ amount: z.number().min(0), currency: z.string().length(3) }),
			time: z.iso.datetime(),
			tasks: z.array(z.strictObject({ id: z.string(), description: z.string() })),
			details: z.array(z.strictObject({ id: z.string(), description: z.string() })),
			odometer: z.number().min(0)
		})
	)
});

const KPA_PER_BAR = 100;

/** Whether a vehicle can be reached, its tires, its visits to the workshop. */
export const CONDITION_SIGNALS = {
	'connectivitystatus-isasleep': signal({
		schema: Flag,
		parts: ['power'],
		read: ({ state }) => ({ value: state.power.asleep })
	}),
	'connectivitystatus-isonline': signal({
		schema: Flag,
		parts: ['online'],
		read: ({ state }) => ({ value: state.online.value })
	}),
	'surveillance-isenabled': signal({
		schema: Flag,
		parts: ['lock', 'power'],
		read: ({ state }) => ({ value: state.lock.locked && !state.power.asleep })
	}),
	'service-isinservice': signal({
		schema: Flag,
		parts: [],
		read: () => ({ value: false })
	}),
	'service-records': signal({
		schema: Records,
		parts: ['service'],
		read: ({ state, profile }) => ({
			values: state.service.visits.map(({ at, km, task }) => ({
				id: `SVC-${Math.floor(at / 1000)}`,
				cost: { amount: 150, currency: profile.region === 'EU' ? 'EUR' : 'USD' },
				time: isoTime(at),
				tasks: [{ id: '1', description: task }],
				details: [],
				odometer: km
			}))
		})
	}),
	'wheel-tires': signal({
		schema: Tires,
		parts: ['tires', 'power'],
		moves: 'slow',
		read: (instant) => ({
			values: tiresAt(instant).map((kPa, index) => ({
				...seatOf(index),
				tirePressure: pressure(instant, kPa)
			})),
			...FOUR,
			unit: 'bar'
		})
	})
};

/** Real answers call kilopascals bar; a profile can tell the truth. */
function pressure({ profile }: Instant, kPa: number): number {
	return profile.habits?.pressureInBar ? rounded(kPa / KPA_PER_BAR, 2) : rounded(kPa);
}
