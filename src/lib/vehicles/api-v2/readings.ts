import { BRAND_READINGS } from './bodies/brand.ts';
import { CHARGE_READINGS } from './bodies/charge.ts';
import { CONDITION_READINGS } from './bodies/condition.ts';
import { DIAGNOSTICS_READINGS } from './bodies/diagnostics.ts';
import { ENERGY_READINGS } from './bodies/energy.ts';
import { PLAN_READINGS } from './bodies/plans.ts';
import { SECURITY_READINGS } from './bodies/security.ts';
import type { V2Reading } from './reading.ts';

/** What API v2 tells of a vehicle, by the code of the catalog's item. */
export const V2_READINGS: Readonly<Record<string, V2Reading>> = {
	...BRAND_READINGS,
	...CHARGE_READINGS,
	...CONDITION_READINGS,
	...DIAGNOSTICS_READINGS,
	...ENERGY_READINGS,
	...PLAN_READINGS,
	...SECURITY_READINGS
};
