import { z } from 'zod';
import type { VehicleEvent } from '../events/event.ts';
import type { Ability } from '../profiles/schema.ts';

/** A command of the catalog, as a vehicle understands it. */
export interface Command {
	/** What a vehicle must be able to do for it. */
	readonly needs: Ability;
	/** What is sent with it, without what wraps it. */
	readonly parameters: z.ZodType;
	/**
	 * @param id of what the command makes
	 * @returns null where the parameters are not what they should be.
	 */
	eventOf(parameters: unknown, id: string): VehicleEvent | null;
}

/** Nothing is sent with a command, or it does not matter. */
export const NOTHING = z.looseObject({});

export function command<Parameters>(
	needs: Ability,
	parameters: z.ZodType<Parameters>,
	toEvent: (parameters: Parameters, id: string) => VehicleEvent
): Command {
	return {
		needs,
		parameters,
		eventOf: (sent, id) => {
			const { success, data } = parameters.safeParse(sent);
			return success ? toEvent(data, id) : null;
		}
	};
}
