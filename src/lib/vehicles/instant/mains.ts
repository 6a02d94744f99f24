import type { Profile } from '../profiles/schema.ts';

/** Voltage between the wires of one phase. */
export function acVolts(region: Profile['region']): number {
	return region === 'EU' ? 230 : 240;
}

/** Voltage of the battery, which direct current comes at. */
export const DC_VOLTS = 400;
