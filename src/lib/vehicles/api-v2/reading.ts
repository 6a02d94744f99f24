import type { z } from 'zod';
import type { SignalCode } from '../signals/signals.ts';
import type { Told } from './told.ts';
import type { Units } from './units.ts';

export interface Days {
	readonly from: number | null;
	readonly until: number | null;
}

/** What a body needs to know beside what the vehicle told. */
export interface About {
	/** As the application knows the vehicle. */
	readonly id: string;
	readonly make: string;
	readonly model: string;
	readonly year: number;
	/** User name of the account at the brand; null where nobody asked for it. */
	readonly username: string | null;
	/** Days that a list is narrowed down to; milliseconds since 1970, null where nothing is said. */
	readonly days: Days;
	readonly units: Units;
	/** Time of the rehearsal; milliseconds since 1970. */
	readonly now: number;
	/** When the vehicle said what is told. */
	readonly at: number;
}

/** What one endpoint of API v2 tells of a vehicle. */
export interface V2Reading {
	readonly schema: z.ZodType;
	/** Signals without which it has nothing to answer. */
	readonly needs: readonly SignalCode[];
	/** Signals of which it needs any. */
	readonly oneOf?: readonly SignalCode[];
	/** Signals that are told as well where the vehicle has them. */
	readonly also?: readonly SignalCode[];
	/** Whether its numbers are others in the other system of units. */
	readonly measured?: true;
	readonly body: (told: Told, about: About) => object;
}

/** A reading whose body is what its schema says. */
export function reading<Body extends object>(
	definition: Omit<V2Reading, 'schema' | 'body'> & {
		readonly schema: z.ZodType<Body>;
		readonly body: (told: Told, about: About) => Body;
	}
): V2Reading {
	return definition;
}
