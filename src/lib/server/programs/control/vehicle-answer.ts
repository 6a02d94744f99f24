import { ROUTINES } from '#lib/vehicles/state/schema.ts';
import { z } from 'zod';

export const Login = z
	.strictObject({ make: z.string(), username: z.string() })
	.describe('What to sign in with to connect it; any password does');

const vehicle = {
	id: z.string(),
	vin: z.string(),
	make: z.string(),
	model: z.string(),
	year: z.int(),
	powertrain: z.enum(['BEV', 'PHEV', 'HEV', 'ICE']).nullable(),
	profile: z.string().describe('What it can do and how it behaves'),
	fault: z.string().nullable().describe('TYPE:CODE with which every call for it fails'),
	login: Login,
	now: z.iso.datetime().describe('By the rehearsal, when all this was so'),
	routine: z.enum(ROUTINES),
	asleep: z.boolean(),
	online: z.boolean(),
	driving: z.boolean(),
	pluggedIn: z.boolean(),
	charging: z.boolean(),
	locked: z.boolean()
};

const Signals = z
	.array(z.strictObject({ code: z.string(), body: z.looseObject({}) }))
	.describe('What the vehicle itself says; the platform learns it later');

/** A vehicle without its signals, as it was added or as a list has it. */
export const VehicleAnswer = z.strictObject(vehicle);

/** One vehicle with all that it tells. */
export const VehicleDetail = z.strictObject({ ...vehicle, signals: Signals });

export const VehiclesAnswer = z.strictObject({
	vehicles: z.array(VehicleAnswer),
	next: z.string().nullable().describe('To be sent as after for those that follow; null at the end')
});

/** A vehicle that was deleted. */
export const DeletedAnswer = z.strictObject({ id: z.string(), deleted: z.literal(true) });

/** What an event led to. */
export const EventAnswer = z.strictObject({
	at: z.iso.datetime().describe('When it happened, by the rehearsal'),
	changed: Signals.describe('Signals that the vehicle tells otherwise than before')
});
