import { readUsername } from '#lib/connect/username.ts';
import { MAX_USERNAME_LENGTH } from '#lib/server/connect/vehicle-accounts.ts';
import type { VehicleToAdd } from '#lib/server/fleet/add-vehicle.ts';
import { text } from '#lib/server/http/fields.ts';
import { PROFILES } from '#lib/vehicles/profiles/profiles.ts';
import { ROUTINES } from '#lib/vehicles/state/schema.ts';
import { z } from 'zod';
import * as words from './words.en.ts';

const VIN = /^[A-HJ-NPR-Z0-9]{17}$/i;

const optional = (schema: z.ZodString) =>
	text.pipe(schema).transform((written) => (written.trim() === '' ? undefined : written.trim()));

/** What both ways to add a vehicle send. */
export const NewVehicle = z.object({
	make: optional(z.string().max(60)),
	model: optional(z.string().max(60, words.modelLong)),
	year: text
		.refine((year) => /^\s*((19|20)\d\d|2100)?\s*$/.test(year), words.yearWrong)
		.transform((year) => (year.trim() === '' ? undefined : Number(year)))
		.refine((year) => year === undefined || year >= 1996, words.yearWrong),
	powertrain: z
		.enum(['usual', 'BEV', 'PHEV', 'HEV', 'ICE', 'unknown'], { error: words.powertrainWrong })
		.default('usual'),
	vin: optional(z.string().regex(/^$|/)).refine(
		(vin) => vin === undefined || VIN.test(vin),
		words.vinWrong
	),
	username: optional(
		z
			.string()
			.overwrite(readUsername)
			.max(MAX_USERNAME_LENGTH, words.accountLong(MAX_USERNAME_LENGTH))
	),
	routine: z.enum(ROUTINES, { error: words.routineWrong }).catch('none'),
	/** What is made up for it is made of this, so that it comes out as it was shown. */
	seed: z
		.string()
		.regex(/^[0-9a-f]{16}$/)
		.optional()
		.catch(undefined),
	by: z.enum(['model', 'vin']).catch('model')
});

/** A kind of vehicle that does not say what drives it. */
const UNKNOWN = PROFILES.find(({ powertrain }) => powertrain === null);

/** The fields of one way; those of the other may hold what was typed before. */
export function toAdd(input: z.output<typeof NewVehicle>): VehicleToAdd {
	const { make, model, year, powertrain, vin, username, seed } = input;
	if (input.by === 'vin') return { vin, username, seed };
	const common = { make, model, year, username, seed };
	if (powertrain === 'usual') return common;
	return powertrain === 'unknown' ? { ...common, profile: UNKNOWN?.id } : { ...common, powertrain };
}
