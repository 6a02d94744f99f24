import { z } from 'zod';
import { Delays } from './platform/fetching.ts';
import { VehicleState } from './state/schema.ts';
import { Step } from './trail/schema.ts';

/**
 * How commands are answered: by what they do to the vehicle, or by the table of the platform's
 * simulator of 2025, which left the vehicle as it was.
 */
const BEHAVIOURS = ['vehicle', 'simulator-2025'] as const;

/** A vehicle, and what the platform has yet to learn of it. */
export const Vehicle = z
	.strictObject({
		state: VehicleState,
		/** States before that a read may still see, the oldest first. */
		earlier: z.array(VehicleState).readonly(),
		behaviour: z.enum(BEHAVIOURS),
		delays: Delays,
		/** Fetches that somebody asked for. */
		asked: z.array(z.number().int()).readonly(),
		/** Where it was within the last day, for who looks at it. */
		trail: z.array(Step).readonly()
	})
	.readonly();

export type Vehicle = z.infer<typeof Vehicle>;
