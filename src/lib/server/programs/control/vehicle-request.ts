import { VIN_LENGTH } from '#lib/access/connect-url/vin.ts';
import { readUsername } from '#lib/connect/username.ts';
import { VehicleEvent } from '#lib/vehicles/events/event.ts';
import { ROUTINES } from '#lib/vehicles/state/schema.ts';
import { z } from 'zod';
import { MAX_USERNAME_LENGTH } from '../../connect/vehicle-accounts.ts';
import { ACCOUNT_EVENTS } from './account-event.ts';

const text = (what: string, most: number, read = (written: string) => written.trim()) => {
	const error = `Write ${what}, up to ${most} characters, or leave it out`;
	return z.string({ error }).overwrite(read).min(1, error).max(most, error);
};
const Username = text('a user name', MAX_USERNAME_LENGTH, readUsername);
const WRITE_YEAR = 'Write a model year from 1996 to 2100, or leave it out';
const WRITE_VIN = `Write a VIN of ${VIN_LENGTH} letters and digits, or leave it out`;
const WRITE_POWERTRAIN = 'Write BEV, PHEV, HEV or ICE, or leave it out';
const WRITE_ROUTINE = `Write one of ${ROUTINES.join(', ')}, or leave it out`;

/** What `POST /sandbox/api/vehicles` takes, and a seed for each vehicle. */
export const VehicleRequest = z.strictObject({
	make: text('a brand by key or name', 60).optional().describe('Brand by key or name'),
	model: text('a model', 60).optional(),
	year: z.int({ error: WRITE_YEAR }).min(1996, WRITE_YEAR).max(2100, WRITE_YEAR).optional(),
	vin: z
		.string({ error: WRITE_VIN })
		.regex(/^[a-z0-9]{17}$/i, WRITE_VIN)
		.optional()
		.describe('Tells brand and year, where they are left out; made up if it is left out itself'),
	powertrain: z.enum(['BEV', 'PHEV', 'HEV', 'ICE'], { error: WRITE_POWERTRAIN }).optional(),
	profile: text('the id of a profile', 60)
		.optional()
		.describe('What it can do and how it behaves, e.g. kia-ev6 or simulated-bev'),
	username: Username.optional().describe(
		'Of the account at its brand that the vehicle comes to; a new one by default'
	),
	routine: z
		.enum(ROUTINES, { error: WRITE_ROUTINE })
		.optional()
		.describe('What is done with it each day; nothing by default')
});

export const VEHICLE_FORM = { schema: VehicleRequest, keys: Object.keys(VehicleRequest.shape) };

/** Of one that a seed wants: without a user name it could not be known again. */
export const SeedVehicle = VehicleRequest.extend({
	username: Username.describe(
		'Of the account at its brand; with VIN or place it tells the vehicle from others'
	)
});

const WRITE_EVENT = 'Write what happens, such as plug-in, drive or lock';
const WRITE_SET =
	'Write bodies of signals by their codes, e.g. {"tractionbattery-stateofcharge":{"value":42,"unit":"percent"}}';
const WRITE_ONE = 'Write either event, e.g. {"event":"plug-in"}, or set with bodies of signals';

const NAMES = VehicleEvent.options
	.map(({ shape }) => shape.event.value)
	.filter((name) => name !== 'set');

/** All that some event is told beside its name. */
const details: Record<string, z.ZodType> = {};
for (const { shape } of VehicleEvent.options) {
	for (const [name, schema] of Object.entries(shape)) {
		if (name !== 'event' && name !== 'signals') details[name] = z.optional(schema);
	}
}

/** What `POST /sandbox/api/vehicles/{id}/events` takes. */
export const EventRequest = z
	.strictObject({
		event: z.enum([...NAMES, ...ACCOUNT_EVENTS], { error: WRITE_EVENT }).optional(),
		set: z
			.record(z.string(), z.looseObject({}), { error: WRITE_SET })
			.optional()
			.describe('Bodies of signals by their codes, which the vehicle tells from now on'),
		...details
	})
	.refine(({ event, set }) => (event === undefined) !== (set === undefined), WRITE_ONE);

export const EVENT_FORM = { schema: EventRequest, keys: Object.keys(EventRequest.shape) };
