import { z } from 'zod';
import { homeOf } from '../homes.ts';
import { odometerAt, placeAt, speedOf } from '../instant/driving.ts';
import type { Instant } from '../instant/instant.ts';
import { isNear } from '../places.ts';
import { Flag, Km, KmPerHour, rounded } from './shapes.ts';
import { signal } from './signal.ts';

const DIRECTIONS = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'] as const;

const Location = z.strictObject({
	latitude: z.number().min(-90).max(90),
	longitude: z.number().min(-180).max(180),
	heading: z.number().min(0).max(360).optional(),
	direction: z.enum(DIRECTIONS).optional(),
	locationType: z.enum(['LAST_PARKED', 'CURRENT']).optional()
});

const DriveMode = z.strictObject({
	canonical: z.enum(['ECONOMY', 'NORMAL', 'SPORT', 'SNOW', 'TOW', 'OFF_ROAD']),
	oemDisplayName: z.string()
});

const Gear = z.strictObject({ value: z.enum(['PARK', 'DRIVE', 'REVERSE', 'NEUTRAL']) });

/** Where a vehicle is, how it moves, how far it came. */
export const MOTION_SIGNALS = {
	'location-preciselocation': signal({
		schema: Location,
		parts: ['place', 'drive'],
		moves: 'driving',
		read: locationOf
	}),
	'location-isathome': signal({
		schema: Flag,
		parts: ['place', 'drive'],
		moves: 'driving',
		read: (instant) => ({
			value: isNear(homeOf(instant.profile, instant.state.seed), placeAt(instant).at)
		})
	}),
	'motion-currentspeed': signal({
		schema: KmPerHour,
		parts: ['drive'],
		moves: 'driving',
		read: ({ state: { drive }, time }) => ({
			value: drive ? rounded(speedOf(drive, time)) : 0,
			unit: 'km/h'
		})
	}),
	'odometer-traveleddistance': signal({
		schema: Km,
		parts: ['odometer', 'drive'],
		moves: 'driving',
		read: (instant) => ({ value: rounded(odometerAt(instant), 1), unit: 'km' })
	}),
	'transmission-gearstate': signal({
		schema: Gear,
		parts: ['drive'],
		read: ({ state }) => ({ value: state.drive ? 'DRIVE' : 'PARK' })
	}),
	'transmission-drivemode': signal({
		schema: DriveMode,
		parts: [],
		read: () => ({ canonical: 'NORMAL', oemDisplayName: 'everyday' })
	})
};

function locationOf(instant: Instant): z.infer<typeof Location> {
	const { at, heading } = placeAt(instant);
	const all = {
		heading,
		direction: DIRECTIONS[Math.round(heading / 45) % DIRECTIONS.length],
		locationType: instant.state.drive ? ('CURRENT' as const) : ('LAST_PARKED' as const)
	};
	const told = instant.profile.habits?.location;
	if (!told) return { ...at, ...all };
	return {
		...at,
		...(told.includes('heading') ? { heading: all.heading } : {}),
		...(told.includes('direction') ? { direction: all.direction } : {}),
		...(told.includes('locationType') ? { locationType: all.locationType } : {})
	};
}
