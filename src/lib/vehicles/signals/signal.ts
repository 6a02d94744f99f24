import type { z } from 'zod';
import type { Instant } from '../instant/instant.ts';
import type { Part } from '../state/schema.ts';

type Json =
	| string
	| number
	| boolean
	| null
	| readonly Json[]
	| { readonly [field: string]: Json | undefined };

/** What a signal says, in the shape and the metric units of the documents. */
export type SignalBody = Readonly<Record<string, Json | undefined>>;

/**
 * When a signal changes although nothing happens to the vehicle: on the way, while it charges,
 * whenever the battery gives or takes, or slowly all the time.
 */
type Movement = 'driving' | 'charging' | 'energy' | 'slow';

export interface Signal {
	readonly schema: z.ZodType;
	/** What of the state it is read from. */
	readonly parts: readonly Part[];
	readonly moves?: Movement;
	/** Told of the vehicle for good: such a signal has no time of its own. */
	readonly fixed?: true;
	/** There is nothing to tell while the vehicle does not charge. */
	readonly onlyCharging?: true;
	read(instant: Instant): SignalBody;
}

/** A signal whose body is what its schema says. */
export function signal<Body extends SignalBody>(
	definition: Omit<Signal, 'schema' | 'read'> & {
		readonly schema: z.ZodType<Body>;
		readonly read: (instant: Instant) => Body;
	}
): Signal {
	return definition;
}
