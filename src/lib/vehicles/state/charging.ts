import { z } from 'zod';
import { Point } from '../places.ts';

/** What a station gives where nothing else is said. */
export const STATION_KW = { AC: 11, DC: 150 };

const Time = z.number().int();
const Percent = z.number().min(0).max(100);
const amount = z.number().min(0);

/** A stretch of charging under unchanged conditions: its curve follows from where it starts. */
export const ChargeSession = z
	.strictObject({
		/** When the cable began to give, and what was in the battery then. */
		beganAt: Time,
		beganKWh: amount,
		/** From when on the curve holds, and what was in the battery then. */
		startedAt: Time,
		kWh: amount,
		kind: z.enum(['AC', 'DC']),
		kw: z.number().positive(),
		limitKWh: amount,
		/** When the limit is reached. */
		endsAt: Time
	})
	.readonly();

export const PastCharge = z
	.strictObject({ session: ChargeSession, endedAt: Time, kWh: amount, at: Point })
	.readonly();

/** An hour of the day at the vehicle's place. */
export const HourOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const ChargeWindow = z
	.strictObject({ startTime: HourOfDay, stopTime: HourOfDay })
	.readonly();

export const WEEKDAYS = [
	'monday',
	'tuesday',
	'wednesday',
	'thursday',
	'friday',
	'saturday',
	'sunday'
] as const;

/** When a vehicle is to charge at a place; a timer holds wherever it is. */
export const SchedulePlan = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('daily'), location: Point, window: ChargeWindow }),
	z.strictObject({
		kind: z.literal('weekly'),
		location: Point,
		days: z.partialRecord(z.enum(WEEKDAYS), ChargeWindow).readonly()
	}),
	z.strictObject({
		kind: z.literal('workweek'),
		location: Point,
		weekdays: z.array(ChargeWindow).readonly(),
		weekends: z.array(ChargeWindow).readonly(),
		/** Percent up to which it charges there. */
		limit: Percent.optional()
	}),
	z.strictObject({
		kind: z.literal('timer'),
		type: z.enum(['START_TIME', 'DEPARTURE_TIME']),
		time: HourOfDay
	})
]);

export const ChargeSchedule = z
	.strictObject({ id: z.string().min(1).max(80), plan: SchedulePlan })
	.readonly();

export type ChargeSession = z.infer<typeof ChargeSession>;
export type ChargeWindow = z.infer<typeof ChargeWindow>;
export type SchedulePlan = z.infer<typeof SchedulePlan>;
