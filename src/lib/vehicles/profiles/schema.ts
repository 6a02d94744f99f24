import { z } from 'zod';
import { Point } from '../places.ts';

const text = z.string().trim().min(1).max(60);
const positive = z.number().positive();

/** What a vehicle may be told to do; each command of the catalog needs one of these. */
export const Ability = z.enum([
	'charge',
	'charge-limit',
	'charge-port',
	'lock',
	'navigate',
	'daily-schedule',
	'weekly-schedule',
	'workweek-schedule',
	'charge-timer',
	'place-schedule',
	'amperage',
	'rear-trunk',
	'front-trunk',
	'pin',
	'cabin',
	'defroster',
	'steering-heater'
]);

/** The traction battery and the ways to fill it. */
const Battery = z
	.strictObject({
		kWh: positive,
		kWhPer100Km: positive,
		connector: text,
		acKw: positive,
		/** Phases that it takes from alternating current. */
		phases: z.union([z.literal(1), z.literal(3)]),
		/** Most that it takes from direct current, and through what; absent where it takes none. */
		fast: z.strictObject({ kw: positive, connector: text }).readonly().optional()
	})
	.readonly();

const Tank = z.strictObject({ liters: positive, litersPer100Km: positive }).readonly();

/** Codes of one group, without its name, parted by spaces; or all that fit what drives the vehicle. */
const CodesOfGroup = z.string().regex(/^[a-z]+( [a-z]+)*$/);

/** Ways in which brands answer otherwise than the documents say. */
const Habits = z
	.strictObject({
		/** While it does not charge, its rates are 0 and no error. */
		zeroWhenNotCharging: z.literal(true),
		/** Its charge limits come as an empty list. */
		noChargeLimits: z.literal(true),
		/** The connector reads `invalid` while nothing is plugged in. */
		invalidConnector: z.literal(true),
		/** Fields that its location has. */
		location: z.array(z.enum(['heading', 'direction', 'locationType'])).readonly(),
		/** It cannot tell whether the front trunk is locked. */
		blindFrontTrunk: z.literal(true),
		/** It cannot tell whether the sunroof is open. */
		blindSunroof: z.literal(true),
		/** Its range has no type. */
		untypedRange: z.literal(true),
		/** Its tire pressures are what their unit says. */
		pressureInBar: z.literal(true)
	})
	.partial()
	.readonly();

/** A kind of vehicle: what it is, what it can do, and how it differs from the documents. */
export const Profile = z
	.strictObject({
		id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
		make: z.string().regex(/^[A-Z]+(_[A-Z]+)*$/),
		model: text,
		year: z.number().int().min(1996).max(2100),
		powertrain: z.enum(['BEV', 'PHEV', 'HEV', 'ICE']).nullable(),
		region: z.enum(['US', 'CA', 'EU']),
		home: z.strictObject({ place: Point, utcOffset: z.number().int().min(-12).max(14) }).readonly(),
		battery: Battery.optional(),
		tank: Tank.optional(),
		tireKPa: positive,
		/** It stands on the cable when it is first connected, and does not charge. */
		onCable: z.literal(true).optional(),
		trim: text,
		colors: z.array(text).min(1).readonly(),
		wheels: text,
		firmware: text,
		packages: z.array(text).readonly(),
		signals: z.record(z.string(), CodesOfGroup),
		abilities: z.array(Ability).readonly(),
		habits: Habits.optional()
	})
	.readonly()
	.refine(({ battery, tank }) => battery !== undefined || tank !== undefined, {
		error: 'neither a battery nor a tank'
	});

/** Ids of profiles by brand and model. */
export const StandIns = z
	.record(Profile.unwrap().shape.make, z.record(text, Profile.unwrap().shape.id).readonly())
	.readonly();

export type Ability = z.infer<typeof Ability>;
export type Profile = z.infer<typeof Profile>;
export type StandIns = z.infer<typeof StandIns>;
