import { z } from 'zod';
import { homeOf } from '../homes.ts';
import { chargeLimitOf } from '../instant/charge-windows.ts';
import { isNear } from '../places.ts';
import type { Instant } from '../instant/instant.ts';
import type { Profile } from '../profiles/schema.ts';
import type { VehicleState } from '../state/schema.ts';
import { ChargeTimers, conditionOf, timersOf } from './charge-timers.ts';
import { isoTime, rounded } from './shapes.ts';
import { signal } from './signal.ts';

const Place = z.strictObject({
	name: z.string(),
	address: z.string(),
	latitude: z.number(),
	longitude: z.number()
});

const LimitType = z.enum(['GLOBAL', 'LOCATION', 'CONNECTOR', 'CHARGING_TYPE']);

const ChargeLimits = z.strictObject({
	values: z.array(
		z.strictObject({
			type: LimitType,
			limit: z.number().min(0).max(100),
			condition: Place.optional()
		})
	),
	activeLimit: z.number().min(0).max(100),
	unit: z.literal('percent')
});

const ChargeRecords = z.strictObject({
	values: z.array(
		z.strictObject({
			id: z.string(),
			cost: z.strictObject({
				currency: z.string().length(3),
				energyAmount: z.number().min(0),
				otherAmount: z.number().min(0)
			}),
			startTime: z.iso.datetime(),
			endTime: z.iso.datetime(),
			location: Place,
			energyAdded: z.number().min(0),
			connectorType: z.string(),
			isPublicCharger: z.boolean(),
			startStateOfCharge: z.number().min(0).max(100),
			endStateOfCharge: z.number().min(0).max(100)
		})
	)
});

const CURRENCY: Readonly<Record<Profile['region'], string>> = { US: 'USD', CA: 'CAD', EU: 'EUR' };
const PRICE = { AC: 0.21, DC: 0.52 };

/** What was charged, up to where, and when it may be. */
export const CHARGE_PLAN_SIGNALS = {
	'charge-chargelimits': signal({
		schema: ChargeLimits,
		parts: ['chargeSettings', 'schedules', 'place'],
		read: ({ state, profile: { habits } }) => ({
			values: habits?.noChargeLimits ? [] : limitsOf(state),
			activeLimit: chargeLimitOf(state),
			unit: 'percent' as const
		})
	}),
	'charge-chargetimers': signal({
		schema: ChargeTimers,
		parts: ['schedules'],
		read: ({ state }) => ({ values: state.schedules.map(timersOf) })
	}),
	'charge-chargerecords': signal({
		schema: ChargeRecords,
		parts: ['charging'],
		read: (instant) => ({
			values: instant.state.charging.past.map((past) => recordOf(instant, past))
		})
	})
};

function limitsOf({ chargeSettings, schedules }: VehicleState) {
	const atPlaces = schedules.flatMap(({ plan }) =>
		plan.kind === 'workweek' && plan.limit !== undefined
			? [
					{
						type: 'LOCATION' as const,
						limit: plan.limit,
						condition: conditionOf(plan.location)
					}
				]
			: []
	);
	return [{ type: 'GLOBAL' as const, limit: chargeSettings.limit }, ...atPlaces];
}

type Past = Instant['state']['charging']['past'][number];

function recordOf({ state, profile }: Instant, { session, endedAt, kWh, at }: Past) {
	const home = isNear(homeOf(profile, state.seed), at);
	const added = Math.max(kWh - session.beganKWh, 0);
	const full = profile.battery?.kWh ?? 1;
	const fast = session.kind === 'DC' ? profile.battery?.fast?.connector : undefined;
	return {
		id: `CHG${Math.floor(session.beganAt / 1000)}`,
		cost: {
			currency: CURRENCY[profile.region],
			energyAmount: rounded(added * PRICE[session.kind], 2),
			otherAmount: 0
		},
		startTime: isoTime(session.beganAt),
		endTime: isoTime(endedAt),
		location: {
			name: home ? 'Home Charger' : 'Public Charger',
			address: home ? '1 Example Street' : '2 Example Road',
			...at
		},
		energyAdded: rounded(added, 2),
		connectorType: fast ?? profile.battery?.connector ?? 'invalid',
		isPublicCharger: !home,
		startStateOfCharge: rounded((session.beganKWh / full) * 100),
		endStateOfCharge: rounded((kWh / full) * 100)
	};
}
