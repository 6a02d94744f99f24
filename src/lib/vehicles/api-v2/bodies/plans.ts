import { z } from 'zod';
import type { SignalBody } from '../../signals/signal.ts';
import { DAY } from '../../spans.ts';
import { reading, type About, type Days, type V2Reading } from '../reading.ts';
import { isRecord, numberOr, recordsIn, shareOf, textOr, type Told } from '../told.ts';

const Window = z.strictObject({ start: z.string(), end: z.string() });

/** When a vehicle is to charge, and what it has charged. */
export const PLAN_READINGS: Readonly<Record<string, V2Reading>> = {
	'v2-charge-schedule': reading({
		schema: z.strictObject({
			chargeSchedules: z.array(Window.extend({ days: z.array(z.string()) }))
		}),
		needs: ['charge-chargetimers'],
		body: (told) => ({
			chargeSchedules: told
				.records('charge-chargetimers')
				.flatMap((timer) => recordsIn(timer.schedules))
				.map((schedule) => ({ ...windowOf(schedule), days: daysOf(schedule) }))
		})
	}),
	'v2-charge-schedule-by-location': reading({
		schema: z.strictObject({
			chargingLocations: z.array(
				z.strictObject({
					chargeLimit: z.number().min(0).max(1).nullable(),
					location: z.strictObject({ latitude: z.number(), longitude: z.number() }),
					chargingSchedules: z.strictObject({
						weekday: z.array(Window),
						weekend: z.array(Window)
					})
				})
			)
		}),
		needs: ['charge-chargetimers'],
		also: ['charge-chargelimits'],
		body: (told) => {
			const limits = told.records('charge-chargelimits');
			return {
				chargingLocations: told.records('charge-chargetimers').flatMap((timer) => {
					const location = placeOf(timer);
					if (!location) return [];
					const limit = limits.find((one) => isSamePlace(placeOf(one), location));
					return [
						{
							chargeLimit: limit ? shareOf(numberOr(0, limit.limit)) : null,
							location,
							chargingSchedules: {
								weekday: windowsOn('MONDAY', timer),
								weekend: windowsOn('SUNDAY', timer)
							}
						}
					];
				})
			};
		}
	}),
	'v2-charge-records': reading({
		schema: z.strictObject({
			records: z.array(
				z.strictObject({
					chargeStart: z.iso.datetime(),
					chargeEnd: z.iso.datetime(),
					location: z.string().nullable(),
					energy: z.number().min(0),
					isPublic: z.boolean().nullable(),
					startPercentRemaining: z.number().min(0).max(1),
					endPercentRemaining: z.number().min(0).max(1),
					chargingType: z.string().nullable()
				})
			)
		}),
		needs: ['charge-chargerecords'],
		body: (told, about) => ({
			records: recordsOf(told, about).map((one) => ({
				chargeStart: textOr('', one.startTime),
				chargeEnd: textOr('', one.endTime),
				location: addressOf(one),
				energy: numberOr(0, one.energyAdded),
				isPublic: typeof one.isPublicCharger === 'boolean' ? one.isPublicCharger : null,
				startPercentRemaining: shareOf(numberOr(0, one.startStateOfCharge)),
				endPercentRemaining: shareOf(numberOr(0, one.endStateOfCharge)),
				chargingType: textOr(null, one.connectorType)
			}))
		})
	}),
	'v2-charge-records-billing': reading({
		schema: z.strictObject({
			records: z.array(
				z.strictObject({
					chargeStart: z.iso.datetime(),
					chargeEnd: z.iso.datetime(),
					energyConsumed: z.number().min(0),
					cost: z.strictObject({
						currency: z.string(),
						energy: z.string(),
						other: z.string()
					}),
					location: z.string().nullable(),
					recordId: z.string()
				})
			),
			hasMoreData: z.boolean()
		}),
		needs: ['charge-chargerecords'],
		body: (told, about) => ({
			records: recordsOf(told, about)
				.filter(({ isPublicCharger }) => isPublicCharger === true)
				.map((one) => ({
					chargeStart: textOr('', one.startTime),
					chargeEnd: textOr('', one.endTime),
					energyConsumed: numberOr(0, one.energyAdded),
					cost: costOf(one),
					location: addressOf(one),
					recordId: textOr('', one.id)
				})),
			hasMoreData: false
		})
	})
};

/** Those of a list that fall into the days that were asked for. */
export function within(
	records: readonly SignalBody[],
	field: string,
	{ from, until }: Days
): readonly SignalBody[] {
	return records.filter((record) => {
		const at = Date.parse(textOr('', record[field]));
		return at >= (from ?? -Infinity) && at <= (until ?? Infinity);
	});
}

/** Charging is told for so long where nothing is said. */
const USUAL_SPAN = 30 * DAY;

function recordsOf(told: Told, { days, now }: Pick<About, 'days' | 'now'>): readonly SignalBody[] {
	const since = { ...days, from: days.from ?? now - USUAL_SPAN };
	return within(told.records('charge-chargerecords'), 'startTime', since);
}

/** Hours and minutes, as API v2 writes a time of day. */
function windowOf({ start, end }: SignalBody): z.infer<typeof Window> {
	return { start: textOr('', start).slice(0, 5), end: textOr('', end).slice(0, 5) };
}

function windowsOn(day: string, timer: SignalBody): z.infer<typeof Window>[] {
	return recordsIn(timer.schedules)
		.filter((schedule) => daysOf(schedule).includes(day))
		.map(windowOf);
}

function daysOf({ days }: SignalBody): string[] {
	return Array.isArray(days) ? days.filter((day) => typeof day === 'string') : [];
}

type Place = { readonly latitude: number; readonly longitude: number };

function placeOf({ condition }: SignalBody): Place | null {
	if (!isRecord(condition)) return null;
	const { latitude, longitude } = condition;
	if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
	return { latitude, longitude };
}

function isSamePlace(one: Place | null, other: Place): boolean {
	return one?.latitude === other.latitude && one.longitude === other.longitude;
}

function addressOf({ location }: SignalBody): string | null {
	return isRecord(location) ? textOr(null, location.address) : null;
}

function costOf({ cost }: SignalBody) {
	const { currency, energyAmount, otherAmount } = isRecord(cost) ? cost : {};
	return {
		currency: textOr('USD', currency),
		energy: String(numberOr(0, energyAmount)),
		other: String(numberOr(0, otherAmount))
	};
}
