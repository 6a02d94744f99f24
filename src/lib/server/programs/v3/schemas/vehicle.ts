import { CONNECT_MODES } from '#lib/connect/session-data.ts';
import { z } from 'zod';

export const Uuid = z.uuid();
export const Link = z.url();
/** Without its origin, and without `/v3`. */
export const Path = z.string().startsWith('/');

/** What a vehicle is, as a connection tells it too. */
export const VehicleAttributes = z.strictObject({
	make: z.string().describe('Key of the brand, e.g. TESLA'),
	model: z.string(),
	year: z.int(),
	mode: z.enum(CONNECT_MODES),
	powertrainType: z
		.enum(['BEV', 'PHEV', 'HEV', 'ICE'])
		.nullable()
		.describe('Null where it is not known')
});

export const Vehicle = z.strictObject({
	id: Uuid,
	type: z.literal('vehicle'),
	attributes: VehicleAttributes,
	links: z.strictObject({ self: Link })
});

export const VehicleAnswer = z.strictObject({ data: Vehicle });

/** A vehicle as it was in 2025; the published one has an id that is no UUID. */
export const VehicleOf2025 = z.strictObject({
	id: z.string().length(36),
	type: z.literal('vehicle'),
	attributes: z.strictObject({
		make: z.string(),
		model: z.string(),
		year: z.string().regex(/^\d{4}$/)
	}),
	links: z.strictObject({ self: Path })
});
