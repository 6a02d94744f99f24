import { z } from 'zod';
import { WEEKDAYS, type ChargeWindow, type SchedulePlan } from '../state/charging.ts';
import type { Point } from '../places.ts';
import type { VehicleState } from '../state/schema.ts';

const Clock = z.string().regex(/^\d\d:\d\d:\d\d$/);
const Day = z.enum(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']);

const Timer = z.strictObject({
	type: z.enum(['GLOBAL', 'LOCATION', 'CONNECTOR', 'CHARGING_TYPE']),
	condition: z
		.strictObject({
			name: z.string(),
			address: z.string(),
			latitude: z.number(),
			longitude: z.number()
		})
		.nullable(),
	schedules: z.array(z.strictObject({ start: Clock, end: Clock, days: z.array(Day) })),
	departureTimers: z.array(z.strictObject({ time: Clock, days: z.array(Day) })),
	isOEMOptimizationEnabled: z.boolean(),
	/** These two belong to schedules of a place alone. */
	scheduleType: z.enum(['DAILY', 'WEEKLY', 'WORKWEEK']).optional(),
	scheduleId: z.string().optional()
});

export const ChargeTimers = z.strictObject({ values: z.array(Timer) });

type Day = z.infer<typeof Day>;
type Timer = z.infer<typeof Timer>;

const SCHEDULE_TYPES = { daily: 'DAILY', weekly: 'WEEKLY', workweek: 'WORKWEEK' } as const;
const WEEKDAY_NAMES = Day.options.slice(0, 5);
const WEEKEND_NAMES = Day.options.slice(5);
const UNTIL_FULL = '23:59:00';

/** A charge schedule as the platform reads it back. */
export function timersOf({ id, plan }: VehicleState['schedules'][number]): Timer {
	const isOEMOptimizationEnabled = false;
	if (plan.kind === 'timer') {
		return { type: 'GLOBAL', condition: null, ...timesOf(plan), isOEMOptimizationEnabled };
	}
	return {
		type: 'LOCATION',
		condition: conditionOf(plan.location),
		schedules: windowsOf(plan),
		departureTimers: [],
		isOEMOptimizationEnabled,
		scheduleType: SCHEDULE_TYPES[plan.kind],
		scheduleId: id
	};
}

/** The place that a schedule or a limit holds at. */
export function conditionOf(location: Point) {
	return { name: 'Charging place', address: '1 Example Street', ...location };
}

type PlanOf<Kind extends SchedulePlan['kind']> = Extract<SchedulePlan, { kind: Kind }>;

function timesOf({ type, time }: PlanOf<'timer'>): Pick<Timer, 'schedules' | 'departureTimers'> {
	const days = [...Day.options];
	return type === 'START_TIME'
		? { schedules: [{ start: seconds(time), end: UNTIL_FULL, days }], departureTimers: [] }
		: { schedules: [], departureTimers: [{ time: seconds(time), days }] };
}

function windowsOf(plan: PlanOf<'daily' | 'weekly' | 'workweek'>): Timer['schedules'] {
	switch (plan.kind) {
		case 'daily':
			return [windowOn(plan.window, Day.options)];
		case 'weekly':
			return WEEKDAYS.flatMap((day, index) => {
				const window = plan.days[day];
				return window ? [windowOn(window, Day.options.slice(index, index + 1))] : [];
			});
		case 'workweek':
			return [
				...plan.weekdays.map((window) => windowOn(window, WEEKDAY_NAMES)),
				...plan.weekends.map((window) => windowOn(window, WEEKEND_NAMES))
			];
	}
}

function windowOn({ startTime, stopTime }: ChargeWindow, days: readonly Day[]) {
	return { start: seconds(startTime), end: seconds(stopTime), days: [...days] };
}

function seconds(time: string): string {
	return `${time}:00`;
}
