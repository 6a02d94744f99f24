import { z } from 'zod';
import { Point } from '../places.ts';
import { ChargeWindow, HourOfDay, WEEKDAYS } from '../state/charging.ts';
import { command, type Command } from './command.ts';

const Windows = z.array(ChargeWindow).max(4).default([]);

const Daily = z.strictObject({ location: Point, startTime: HourOfDay, stopTime: HourOfDay });
const Weekly = z.strictObject({
	location: Point,
	days: z.partialRecord(z.enum(WEEKDAYS), ChargeWindow)
});
const Workweek = z.strictObject({
	location: Point,
	weekdays: ChargeWindow.optional(),
	weekends: ChargeWindow.optional()
});
/** The windows of a place; their fields are written as those of API v3, since nothing tells them. */
const AtPlace = z.strictObject({
	latitude: Point.unwrap().shape.latitude,
	longitude: Point.unwrap().shape.longitude,
	chargingLocation: z.strictObject({
		chargeLimit: z.number().min(0).max(1).optional(),
		chargingWindows: z.strictObject({ weekday: Windows, weekend: Windows }).prefault({})
	})
});

/** Commands that tell a vehicle when to charge. */
export const SCHEDULE_COMMANDS: Readonly<Record<string, Command>> = {
	'charge-schedule-daily': command(
		'daily-schedule',
		Daily,
		({ location, startTime, stopTime }, id) => ({
			event: 'add-schedule',
			id,
			plan: { kind: 'daily', location, window: { startTime, stopTime } }
		})
	),
	'charge-schedule-weekly': command('weekly-schedule', Weekly, ({ location, days }, id) => ({
		event: 'add-schedule',
		id,
		plan: { kind: 'weekly', location, days }
	})),
	'charge-schedule-workweek': command(
		'workweek-schedule',
		Workweek,
		({ location, weekdays, weekends }, id) => ({
			event: 'add-schedule',
			id,
			plan: {
				kind: 'workweek',
				location,
				weekdays: weekdays ? [weekdays] : [],
				weekends: weekends ? [weekends] : []
			}
		})
	),
	'charge-schedule-delete': command(
		'daily-schedule',
		z.strictObject({ scheduleId: z.string().min(1).max(80) }),
		({ scheduleId }) => ({ event: 'remove-schedule', id: scheduleId })
	),
	'charge-schedule-by-location-v2': command(
		'place-schedule',
		AtPlace,
		({ latitude, longitude, chargingLocation: { chargeLimit, chargingWindows } }) => ({
			event: 'add-schedule',
			id: `${latitude},${longitude}`,
			plan: {
				kind: 'workweek',
				location: { latitude, longitude },
				weekdays: chargingWindows.weekday,
				weekends: chargingWindows.weekend,
				...(chargeLimit === undefined ? {} : { limit: Math.round(chargeLimit * 100) })
			}
		})
	)
};
