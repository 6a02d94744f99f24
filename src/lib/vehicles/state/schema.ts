import { z } from 'zod';
import { Point } from '../places.ts';
import { ChargeSchedule, ChargeSession, PastCharge } from './charging.ts';
import { OPENINGS } from './openings.ts';

const Time = z.number().int();
const Percent = z.number().min(0).max(100);
const amount = z.number().min(0);

/** A drive from its start to where it ends by itself; where the vehicle is follows from the time. */
const Drive = z
	.strictObject({
		startedAt: Time,
		endsAt: Time,
		from: Point,
		to: Point,
		/** How far the way leaves the straight line, as a share of its length. */
		bow: z.number(),
		/** Length of the whole way. */
		routeKm: z.number().positive(),
		/** Length that is driven; less where battery or tank are empty before. */
		km: z.number().positive(),
		/** Kilometres from the start that the battery drives. */
		electricKm: amount,
		kWhPerKm: amount,
		litersPerKm: amount
	})
	.readonly();

export const ROUTINES = ['none', 'commuter', 'delivery', 'weekend', 'parked'] as const;

/**
 * What a vehicle consists of. Numbers that change by themselves (charge, distance, pressure) stand
 * here as they were when something last happened to them; what they are now follows from the time.
 */
const parts = {
	power: z.strictObject({ asleep: z.boolean() }).readonly(),
	online: z.strictObject({ value: z.boolean() }).readonly(),
	drive: Drive.nullable(),
	place: z.strictObject({ at: Point, heading: z.number().min(0).lt(360) }).readonly(),
	odometer: z.strictObject({ km: amount }).readonly(),
	plug: z.strictObject({ in: z.enum(['AC', 'DC']).nullable(), stationKw: amount }).readonly(),
	charging: z
		.strictObject({
			session: ChargeSession.nullable(),
			/** The newest first. */
			past: z.array(PastCharge).readonly()
		})
		.readonly(),
	chargeSettings: z
		.strictObject({ limit: Percent, amperes: z.number().positive().nullable() })
		.readonly(),
	schedules: z.array(ChargeSchedule).readonly(),
	battery: z.strictObject({ kWh: amount }).readonly(),
	/** Times that the battery was charged to the brim. */
	fullCharges: z.strictObject({ count: amount }).readonly(),
	tank: z.strictObject({ liters: amount }).readonly(),
	lock: z.strictObject({ locked: z.boolean() }).readonly(),
	open: z.array(z.enum(OPENINGS)).readonly(),
	climate: z
		.strictObject({
			cabin: z.boolean(),
			target: z.number(),
			frontDefroster: z.boolean(),
			rearDefroster: z.boolean(),
			steeringHeater: z.boolean(),
			/** When what warms a parked vehicle goes off by itself. */
			until: Time.nullable()
		})
		.readonly(),
	/** The air inside, when the climate last changed. */
	cabin: z.strictObject({ celsius: z.number(), at: Time }).readonly(),
	tires: z.strictObject({ kPa: z.array(amount).length(4).readonly(), at: Time }).readonly(),
	lowVoltage: z.strictObject({ percent: Percent, at: Time }).readonly(),
	troubles: z.array(z.strictObject({ code: z.string(), at: Time }).readonly()).readonly(),
	service: z
		.strictObject({
			visits: z
				.array(z.strictObject({ at: Time, km: amount, task: z.string() }).readonly())
				.readonly(),
			/** Odometer at the last one. */
			km: amount
		})
		.readonly(),
	destination: Point.nullable(),
	pin: z.strictObject({ required: z.boolean() }).readonly()
};

export const PARTS = Object.keys(parts) as readonly Part[];

/** A value that somebody set by hand; it stays until the vehicle itself changes what it tells. */
const Edit = z.strictObject({ body: z.record(z.string(), z.json()), at: Time }).readonly();

export const VehicleState = z
	.strictObject({
		profile: z.string(),
		vin: z.string(),
		seed: z.number().int(),
		routine: z.enum(ROUTINES),
		bornAt: Time,
		/** Up to when it has lived. */
		time: Time,
		/** When something last happened; between that and `time` all follows from the time alone. */
		happenedAt: Time,
		...parts,
		/** When each part last changed. */
		since: z.record(z.string(), Time).readonly(),
		edits: z.record(z.string(), Edit).readonly()
	})
	.readonly();

export type Part = keyof typeof parts;
export type VehicleState = z.infer<typeof VehicleState>;
export type Drive = z.infer<typeof Drive>;
export type Routine = (typeof ROUTINES)[number];
