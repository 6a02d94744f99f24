import { z } from 'zod';
import { Point } from '../places.ts';
import { SchedulePlan } from '../state/charging.ts';
import { OPENINGS } from '../state/openings.ts';
import { ROUTINES } from '../state/schema.ts';

/** Least and most that a charge limit may be. */
export const CHARGE_LIMIT = { least: 50, most: 100 };
const CABIN_CELSIUS = { least: 15, most: 30 };

const plain = <const Name extends string>(name: Name) => z.strictObject({ event: z.literal(name) });

const Opening = z.enum(OPENINGS);

/** What can happen to a vehicle from outside. What happens by itself follows from its state. */
export const VehicleEvent = z.discriminatedUnion('event', [
	z.strictObject({
		event: z.literal('drive'),
		to: Point.optional(),
		km: z.number().min(0.5).max(1500).optional(),
		minutes: z.number().min(1).max(1440).optional()
	}),
	plain('park'),
	z.strictObject({
		event: z.literal('plug-in'),
		kind: z.enum(['AC', 'DC']).optional(),
		/** What the station gives. */
		kw: z.number().min(1).max(400).optional()
	}),
	plain('unplug'),
	plain('start-charge'),
	plain('stop-charge'),
	z.strictObject({
		event: z.literal('set-charge-limit'),
		percent: z.number().int().min(CHARGE_LIMIT.least).max(CHARGE_LIMIT.most)
	}),
	z.strictObject({
		event: z.literal('set-amperage'),
		amperes: z.number().min(1).max(80)
	}),
	z.strictObject({
		event: z.literal('add-schedule'),
		id: z.string().min(1).max(80),
		plan: SchedulePlan
	}),
	z.strictObject({ event: z.literal('remove-schedule'), id: z.string().min(1).max(80) }),
	plain('lock'),
	plain('unlock'),
	z.strictObject({ event: z.literal('open'), what: Opening }),
	z.strictObject({ event: z.literal('close'), what: Opening }),
	z.strictObject({
		event: z.literal('set-climate'),
		cabin: z.boolean().optional(),
		target: z.number().min(CABIN_CELSIUS.least).max(CABIN_CELSIUS.most).optional(),
		frontDefroster: z.boolean().optional(),
		rearDefroster: z.boolean().optional(),
		steeringHeater: z.boolean().optional()
	}),
	z.strictObject({ event: z.literal('set-destination'), to: Point }),
	z.strictObject({ event: z.literal('set-pin'), required: z.boolean() }),
	plain('wake'),
	plain('sleep'),
	plain('go-online'),
	plain('go-offline'),
	plain('refuel'),
	plain('service'),
	z.strictObject({ event: z.literal('trouble'), code: z.string().regex(/^[PBCU][0-9A-F]{4}$/) }),
	z.strictObject({ event: z.literal('routine'), routine: z.enum(ROUTINES) }),
	z.strictObject({
		event: z.literal('set'),
		/** Bodies of signals by their codes. */
		signals: z.record(z.string(), z.record(z.string(), z.json()))
	})
]);

export type VehicleEvent = z.infer<typeof VehicleEvent>;
export type EventOf<Name extends VehicleEvent['event']> = Extract<VehicleEvent, { event: Name }>;
